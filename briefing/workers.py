"""Work shared out to processes, in order and with bounded memory; and what makes many small objects cheap to hand on and keep."""

from __future__ import annotations

import copyreg
import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")

AHEAD = 3  # batches under way for each process


def in_order(work: Callable[[Batch], Result], batches: Iterable[Batch], jobs: int = 1) -> Iterator[Result]:
    """`work` of every batch, in the order of the batches; by `jobs` processes where there is more than one batch.

    `work`, batches and results must be picklable. Only a few batches are under way at a time.
    """
    coming = iter(batches)
    first = list(islice(coming, 2)) if jobs > 1 else []
    if len(first) < 2:  # too little to share out
        yield from map(work, chain(first, coming))
        return
    waiting: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_quietly) as pool:
        try:
            for batch in chain(first, coming):
                waiting.append(pool.submit(work, batch))
                if len(waiting) >= AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:  # where the taker stops half-way: what runs is waited for, the rest is not begun
            for future in waiting:
                future.cancel()


def quick_to_hand_on(types: Iterable[object]) -> None:
    """Frozen dataclasses with slots travel between processes as their fields: their own way asks each object for its list of
    fields, and takes several times as long."""
    for one in types:
        if isinstance(one, type) and is_dataclass(one) and "__slots__" in vars(one):
            names = tuple(field.name for field in fields(one))
            if all(field.init for field in fields(one)) and names:
                copyreg.pickle(one, partial(_as_call, one, attrgetter(*names), len(names) == 1))


def _as_call(made: type, values: Callable[[object], Any], single: bool, it: object) -> tuple[type, tuple[Any, ...]]:
    return made, (values(it),) if single else values(it)


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for circles of garbage while millions of objects are made that are all still needed: there are none."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def _quietly() -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
