"""The related passages of the passage in focus."""
