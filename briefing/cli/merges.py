"""`briefing build --explain`: why each entry of the timeline is what it is, in the words of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.catalogue import Catalogue
from briefing.model import Entry, Person, Statement, Step, Timeline

OPENING = 70  # characters of a quotation that are enough to know it by


def explained(timeline: Timeline, words: Catalogue) -> Iterator[str]:
    """A few lines per entry, left-out ones last: its id and opening words, who tells it, why merged, and its score; then
    the statements that several sources tell, the happenings, and why names are one."""
    people = {person.id: person for person in timeline.people}
    for entry in timeline.entries:
        yield from _entry(entry, people, words)
    for entry in timeline.left_out:
        yield from (*_entry(entry, people, words), words.say("explain.left-out"))
    for statement in timeline.statements:
        if statement.why:
            yield from _statement(statement, people, words)
    for happening in timeline.happenings:
        said = {"words": ", ".join(happening.words), "head": happening.head, "told": ", ".join(happening.told)}
        yield words.say("explain.happening", len(happening.keys), **said)
    for person in timeline.people:
        yield from (_step(step, people, words).strip() for step in person.why)


def _statement(statement: Statement, people: dict[str, Person], words: Catalogue) -> Iterator[str]:
    """A statement that several sources tell, or that tells the same as a dated entry: which, and why."""
    day = words.say("explain.no-day")
    yield words.say("explain.entry", None, id=statement.id, day=day, quote=_opening(statement.citation.quote))
    keys = {citation.key for citation in statement.citations}
    yield words.say("explain.told", len(keys), texts=words.say("explain.texts", statement.texts))
    if statement.same_as:
        yield words.say("explain.same-as", None, id=statement.same_as)
    yield from (_step(step, people, words) for step in statement.why)


def _opening(quote: str) -> str:
    return quote if len(quote) <= OPENING else quote[:OPENING].rsplit(" ", 1)[0] + " …"


def _entry(entry: Entry, people: dict[str, Person], words: Catalogue) -> Iterator[str]:
    day, opening = str(entry.interval), _opening(entry.quoted.citation.quote)
    yield words.say("explain.entry", None, id=entry.id, day=day, quote=opening)
    texts = words.say("explain.texts", entry.texts)
    yield words.say("explain.told", len(entry.keys), texts=texts)
    yield from (_step(step, people, words) for step in entry.why)
    for part in entry.score:
        yield words.say("explain.score", None, value=f"{part.value:.2f}", part=words.say(f"score.{part.code}"))
    if entry.set_by_person:
        yield words.say("explain.by-person", None, what=", ".join(entry.set_by_person))


def _step(step: Step, people: dict[str, Person], words: Catalogue) -> str:
    facts = [str(fact) for fact in step.facts]
    if step.code == "same-names":
        facts = [people[name].variants[0][0] if name in people else name for name in facts]
    listed = ", ".join(facts[2:] if step.code == "same-company" else facts)
    return words.say("explain.why", None, step=words.say(f"step.{step.code}", None, *facts, facts=listed))
