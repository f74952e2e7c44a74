"""Gaps and warnings: what is missing, broken or inferred; then the fragments, verbatim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.brief.front import unresolved_count
from briefing.brief.ledger import Ledger
from briefing.brief.voice import between, fill, joined, line, listed, printable, quoted, source_words, strong
from briefing.document import Block, Heading, Inline, Inlines, Role, Row, Section, Table, TableRole, Text
from briefing.model import DatedArticle, Interval, Problem, Severity

AGE = 7  # days between the as-of date and the build from which a note says that it is old


def gaps_section(ledger: Ledger) -> Section | None:
    rows = [
        row
        for part in (_one_source, _undated, _age, _unresolved, _problems, _copies, _hidden, _broken)
        for row in part(ledger)
    ]
    if not rows:
        return None
    title = ledger.words.say("section.gaps")
    blocks: list[Block] = [Table(TableRole.GAPS, ("", ""), tuple(rows), title, row_header=True)]
    blocks += _fragments(ledger)
    return Section("gaps", Heading(title, "gaps"), tuple(blocks))


def _gap(ledger: Ledger, code: str, *said: Inlines, anchor: str = "") -> Row:
    label = line(Role.GAP, strong(ledger.words.say(f"gap.{code}-label")))
    return Row(((label,), tuple(line(Role.GAP, one) for one in said)), anchor)


def _one_source(ledger: Ledger) -> list[Row]:
    """Dated items that one text tells; where that is all of them it is one sentence."""
    entries, words = ledger.bands.all, ledger.words
    alone = [ledger.items[entry.id] for entry in entries if entry.texts < 2]
    if not alone or len(ledger.dated) < 2:
        return []
    code = "gap.one-source-all" if len(alone) == len(entries) else "gap.one-source-some"
    pair = code == "gap.one-source-all" and len(ledger.dated) == 2
    said = fill(words, "gap.one-source-pair" if pair else code, len(alone), items=ledger.number_list(alone))
    return [_gap(ledger, "one-source", said)]


def _undated(ledger: Ledger) -> list[Row]:
    undated = [article for article in ledger.dated if article.published is None]
    if not undated:
        return []
    said = [_rests(ledger, article) for article in undated[: ledger.limits.undated]]
    if len(undated) > len(said):
        said.append(fill(ledger.words, "gap.undated-more", len(undated) - len(said)))
    return [_gap(ledger, "undated", *said, anchor="undated-sources")]


def _rests(ledger: Ledger, article: DatedArticle) -> Inlines:
    """[2] carries no publication date. Its days rest on “Sunday (January 9)” and on the date of [1]."""
    words, anchor = ledger.words, article.anchor
    cite = ledger.cite(article.key)
    own = next((r.mention.text for r in article.resolutions if _gives(r.interval, anchor.day)), None)
    grounds: list[Inlines] = [quoted(words, own, ledger.lang(article.key))] if own else []
    if anchor.lent_by is not None and anchor.lent_by in ledger.articles:
        grounds.append(fill(words, "gap.undated-sister", None, source=ledger.cite(anchor.lent_by)))
    if not grounds:
        code = "gap.undated-none" if anchor.day is None else "gap.undated-text"
        return fill(words, code, None, source=cite)
    return fill(words, "gap.undated-rests", None, source=cite, grounds=listed(words, grounds))


def _gives(interval: Interval | None, day: date | None) -> bool:
    return interval is not None and interval.is_day and interval.first == day


def _age(ledger: Ledger) -> list[Row]:
    as_of, built, days = ledger.timeline.as_of, ledger.options.built, ledger.days
    if as_of is None or (built - as_of).days <= AGE:
        return []
    said = fill(ledger.words, "gap.age", None, newest=days.day(as_of, "long"), built=days.day(built, "long"))
    return [_gap(ledger, "age", said)]


def _unresolved(ledger: Ledger) -> list[Row]:
    count = unresolved_count(ledger)
    if not count:
        return []
    said = fill(ledger.words, "gap.unresolved", count, place=ledger.page("appendix", "appendix"))
    return [_gap(ledger, "unresolved", said, anchor="unresolved")]


def _problems(ledger: Ledger) -> list[Row]:
    """What the readers and the dating found wrong with single files, each with its remedy."""
    problems = [p for p in ledger.problems if p.severity >= Severity.WARNING]
    if not problems:
        return []
    said = [_problem(ledger, problem) for problem in problems[: ledger.limits.problems]]
    if more := len(problems) - len(said):
        said.append(fill(ledger.words, "gap.problems-more", more))
    return [_gap(ledger, "problems", *said)]


def _problem(ledger: Ledger, problem: Problem) -> Inlines:
    facts = tuple(_worded(ledger, fact) for fact in problem.facts)
    says, remedy = (printable(text) for text in ledger.words.problem(replace(problem, facts=facts)))
    where = ", ".join(printable(part) for part in (problem.path or "", problem.where) if part)
    head: list[Inline] = [strong(f"{where}: ")] if where and where not in says else []
    return joined((*head, Text(_stopped(says)), Text(f" {_stopped(remedy)}" if remedy else "")))


def _worded(ledger: Ledger, fact: str) -> str:
    """A fact as the note says it: no day stands in digits."""
    try:
        return ledger.days.day(date.fromisoformat(fact)) if len(fact) == len("2022-01-09") else fact
    except ValueError:
        return fact


def _stopped(sentence: str) -> str:
    upper = sentence[:1].upper() + sentence[1:]
    return upper if upper.endswith((".", "!", "?", "…")) else f"{upper}."


def _copies(ledger: Ledger) -> list[Row]:
    near = [copies for copies in ledger.timeline.copies if not copies.exact]
    said = [
        fill(
            ledger.words,
            "gap.copies",
            len(copies.keys),
            sources=between(
                "", [(ledger.cite(key),) for key in sorted(copies.keys, key=ledger.source)], ledger.limits.copied
            ),
        )
        for copies in near[: ledger.limits.copies]
    ]
    if more := len(near) - len(said):
        said.append(fill(ledger.words, "gap.copies-more", more))
    return [_gap(ledger, "copies", *said)] if said else []


def _hidden(ledger: Ledger) -> list[Row]:
    """What was read and whole, but is not printed: counted, never silent."""
    words = ledger.words
    said = []
    if ledger.annex:
        said.append(fill(words, "gap.hidden-annex", len(ledger.annex), place=ledger.page("annex", "annex")))
    if ledger.unprinted:
        said.append(fill(words, "gap.hidden-items", ledger.unprinted))
    if ledger.hidden:
        first, last = ledger.hidden
        said.append(fill(words, "gap.hidden-statements", last - first + 1, first=first, last=last))
    return [_gap(ledger, "hidden", *said)] if said else []


def _broken(ledger: Ledger) -> list[Row]:
    count = len(ledger.fragments)
    if not count:
        return []
    return [_gap(ledger, "broken", fill(ledger.words, "gap.broken", count), anchor="fragments")]


def _fragments(ledger: Ledger) -> list[Block]:
    """Fragments a, b, c in file order, never joined; beyond 20 they are counted."""
    shown = ledger.fragments[: ledger.limits.fragments]
    if not shown:
        return []
    rows = []
    for index, fragment in enumerate(shown):
        citation, letter = fragment.citation, ledger.letter(index)
        lang = ledger.lang(citation.key)
        said = line(
            Role.FRAGMENT,
            source_words(citation.quote[:2000], lang),
            Text(" "),
            ledger.cite(citation.key, citation.span),
            lang=lang,
        )
        rows.append(Row(((line(Role.BASIS, strong(letter)),), (said,)), f"fragment-{letter}"))
    table = Table(TableRole.FRAGMENTS, ("", ""), tuple(rows), ledger.words.say("gap.fragments"), row_header=True)
    more = len(ledger.fragments) - len(shown)
    return [table, *([line(Role.NOTE, fill(ledger.words, "gap.fragments-more", more))] if more else [])]
