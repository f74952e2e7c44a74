"""What a person decided about entries is carried out, and marked as theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Entry, Problem, Severity, Step
from briefing.timeline.entries import entry_id, reading_order
from briefing.timeline.score import sources_part
from briefing.timeline.wishes import Correction


def correct(
    entries: Sequence[Entry], corrections: Sequence[Correction], witness: Mapping[str, str]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries as corrected in reading order, those dropped, and corrections that name no entry ("no-such-entry").

    `witness` leads from an article to the first one with the same text. An id may be that of an entry or of any telling in it, so that a decision outlives a merge with a new article.
    """
    kept = list(entries)
    dropped: list[Entry] = []
    problems: list[Problem] = []
    for correction in corrections:
        at = _find(kept, correction.entry)
        if at is None:
            problems.append(Problem("no-such-entry", Severity.WARNING, facts=(correction.entry, correction.action)))
            continue
        entry = kept.pop(at)
        match correction.action:
            case "drop":
                dropped.append(_marked(entry, "drop"))
            case "split":
                kept += [_counted(_alone(entry, number), witness) for number in range(len(entry.events))]
            case "join":
                kept.append(_counted(_joined(entry, kept, correction, problems), witness))
            case "redate" if correction.interval is not None:
                kept.append(_marked(replace(entry, interval=correction.interval), "redate"))
            case "retitle":
                kept.append(_marked(replace(entry, title=correction.title), "retitle"))
            case "pin":
                kept.append(_marked(entry, "pin"))
            case _:
                kept.append(entry)
                problems.append(Problem("unknown-correction", Severity.WARNING, facts=(correction.action,)))
    return tuple(sorted(kept, key=reading_order)), tuple(sorted(dropped, key=reading_order)), tuple(problems)


def _find(entries: Sequence[Entry], name: str) -> int | None:
    for at, entry in enumerate(entries):
        if entry.id == name:
            return at
    for at, entry in enumerate(entries):
        if any(entry_id(event.citation) == name for event in entry.events):
            return at
    return None


def _marked(entry: Entry, code: str) -> Entry:
    return replace(entry, set_by_person=(*entry.set_by_person, code))


def _alone(entry: Entry, number: int) -> Entry:
    """One telling of an entry as an entry of its own."""
    event = entry.events[number]
    alone = replace(entry, id=entry_id(event.citation), events=(event,), interval=event.interval, why=())
    return _marked(alone, "split")


def _joined(entry: Entry, kept: list[Entry], correction: Correction, problems: list[Problem]) -> Entry:
    """An entry with the tellings of the others; they leave `kept`."""
    for name in correction.others:
        at = _find(kept, name)
        if at is None:
            problems.append(Problem("no-such-entry", Severity.WARNING, facts=(name, correction.action)))
            continue
        other = kept.pop(at)
        why = (*entry.why, *other.why, Step("joined-by-person", (other.id,)))
        marks = tuple(dict.fromkeys((*entry.set_by_person, *other.set_by_person)))
        entry = replace(entry, events=(*entry.events, *other.events), why=why, set_by_person=marks)
    return _marked(entry, "join")


def _counted(entry: Entry, witness: Mapping[str, str]) -> Entry:
    """With the texts that tell it counted anew, and what they add to its score."""
    texts = len({witness.get(key, key) for key in entry.keys})
    parts = tuple(sources_part(texts) if part.code == "sources" else part for part in entry.score)
    return replace(entry, texts=texts, score=parts)
