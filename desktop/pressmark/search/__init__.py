"""The full-text index: the words of the archive, the query language, and the answers."""
