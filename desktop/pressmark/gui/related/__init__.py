"""The passages of the open article that other articles report too."""
