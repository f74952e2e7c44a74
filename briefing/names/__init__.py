"""Names: people, bodies and places as the sources print them, and which spellings are one bearer.

`find_names`: one article with its sentences -> the names printed in it. `join_names`: the names of a folder -> its people.
"""

from briefing.names.finder import find_names
from briefing.names.people import Cast, join_names
from briefing.names.tables import folded, name_key

__all__ = ["Cast", "find_names", "folded", "join_names", "name_key"]
