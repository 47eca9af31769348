"""Pressmark: search, read and relate the passages of a folder of archived news articles."""

__version__ = "0.1.0"
