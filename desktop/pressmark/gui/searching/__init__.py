"""Searching: from the keys in the search bar to the list of results."""
