"""What rows of every language mean: captured words -> a neutral timex. Rows fix their constants with `functools.partial`.

Every function takes the parts of a match by their names in the pattern and returns None where they are no date after all.
"""
