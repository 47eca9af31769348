"""What became of every file of the archive."""
