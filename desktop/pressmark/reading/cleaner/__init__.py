"""The learned line cleaner: a page's lines -> how likely each is to be article text."""
