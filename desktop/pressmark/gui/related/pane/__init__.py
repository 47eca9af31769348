"""The related passages of the passage in focus, as cards."""
