"""What is printed where: results to standard output, problems and progress to standard error."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import ParamSpec, TypeVar

import typer

from briefing.errors import BriefingError, SettingsError
from briefing.model import Problem, Severity

P = ParamSpec("P")
R = TypeVar("R")

DONE, STRICT, FAILED = 0, 1, 2


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what stops a build into one clear line and exit code 2; a closed pipe is no error."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except BriefingError as error:
            complain("error", str(error), error.remedy)
            raise typer.Exit(FAILED) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(DONE) from None
        except KeyboardInterrupt:
            complain("error", "stopped", "nothing was written")
            raise typer.Exit(130) from None

    return run


def complain(severity: str, message: str, remedy: str = "") -> None:
    """One line to standard error: what is wrong and what to do about it. Control characters are made visible."""
    line = f"{severity}: {message}" + (f" -> {remedy}" if remedy else "")
    typer.echo("".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line), err=True)


def progress(items: Iterable[R], total: int) -> Iterable[R]:
    """`items` with a progress bar on a terminal, quietly in a pipe or where there is nothing to wait for."""
    if not sys.stderr.isatty() or total < 2:
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, "Reading", total=total, console=Console(stderr=True), transient=True)


def as_day(text: str | None, option: str) -> date | None:
    """An option's day, ISO 8601. Raises SettingsError naming the option."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option}: {text!r} is no day", "write it as 2022-01-31") from None


def today(built: str | None) -> date:
    """The build date: the option, else SOURCE_DATE_EPOCH, else today. The clock is read here and nowhere else."""
    given = as_day(built, "--built")
    if given:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise SettingsError(f"SOURCE_DATE_EPOCH: {epoch!r} is no count of seconds", "unset it") from None
    return datetime.now().astimezone().date()


def report(problems: Sequence[Problem]) -> int:
    """Print a line per problem, and count those that are more than a remark."""
    from briefing.catalogue import catalogue

    words = catalogue("en")
    for problem in problems:
        says, remedy = words.problem(problem)
        where = ":".join(filter(None, (problem.path, problem.where)))
        if problem.severity > Severity.NOTE:
            complain(problem.severity.name.lower(), f"{where}: {says}" if where else says, remedy)
    return sum(problem.severity > Severity.NOTE for problem in problems)
