"""The list of articles a query found."""
