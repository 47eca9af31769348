"""The search bar, and the list of articles that a query found."""
