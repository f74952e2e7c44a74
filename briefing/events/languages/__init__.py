"""The languages in which it is known what a date dates and who says what: one file each, found by its name."""
