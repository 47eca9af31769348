"""The article being read: its text, marks, bars and tabs."""
