"""The catalogue's files, one per language."""
