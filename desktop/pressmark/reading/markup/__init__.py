"""A page of tags -> its lines, where each of them stands, and what the page says of itself."""
