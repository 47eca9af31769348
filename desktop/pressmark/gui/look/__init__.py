"""How it looks: colours, letters, icons, lines of text, and the words for figures and days."""
