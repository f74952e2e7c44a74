"""Events: what the sentences of a dated article tell, on which day, and who says so.

`find_events`: a dated article -> its events, statements and fragments. `attribution`: a sentence -> the words that name who
says it.
"""

from briefing.events.finding import Told, cite, find_events
from briefing.events.speaker import attribution

__all__ = ["Told", "attribution", "cite", "find_events"]
