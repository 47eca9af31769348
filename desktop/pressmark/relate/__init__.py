"""From a passage to the related passages of other articles, with the reason."""
