"""The timeline: what all articles of a folder tell, each event once, the ones that matter first.

`build_timeline`: dated articles -> `Timeline` and problems.
"""

from briefing.timeline.build import build_timeline
from briefing.timeline.outline import Outline, outline
from briefing.timeline.wishes import OWN, Correction, Wishes

__all__ = ["OWN", "Correction", "Outline", "Wishes", "build_timeline", "outline"]
