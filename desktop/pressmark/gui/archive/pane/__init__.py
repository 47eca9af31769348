"""The dialogs of an archive: what became of every file, and the outlet of an article."""
