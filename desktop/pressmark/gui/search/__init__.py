"""The search bar and what it says of a query."""
