"""Shares work out to processes, in order and with bounded memory: batches -> results, as they are ready."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

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


def _quietly() -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
