"""What the person says of lines: what it is kept by, how it is laid over the articles, and what follows it."""
