"""What was read (disposable) and what the person made (precious), in two SQLite databases."""
