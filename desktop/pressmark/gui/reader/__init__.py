"""The article being read."""
