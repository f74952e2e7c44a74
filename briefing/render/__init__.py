"""The neutral document becomes bytes: writers draw, and decide nothing."""
