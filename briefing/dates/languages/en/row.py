"""One row of the table, in short."""

from __future__ import annotations

from briefing.dates.rule import Example, Meaning, Rule


def R(name: str, says: str, pattern: str, means: Meaning, *examples: tuple[str, ...], **more: object) -> Rule:  # noqa: N802
    """One row; examples as (text, expected[, published])."""
    return Rule(f"en/{name}", says, pattern, means, examples=tuple(Example(*e) for e in examples), **more)  # type: ignore[arg-type]


PERIOD = {"gives": "period"}
LENGTH = {"gives": "duration"}
SET = {"gives": "set"}
TIME = {"gives": "time"}
