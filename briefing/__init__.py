"""A folder of news articles in, a cited briefing note out."""

__version__ = "0.1.0"
