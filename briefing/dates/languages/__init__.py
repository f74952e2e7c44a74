"""One file a language: its words, its rows, their examples."""
