"""Work is shared out to processes without a batch lost, doubled or out of place."""

import gc
import pickle

import pytest

from briefing import pipeline  # noqa: F401  # whose nouns travel
from briefing.model import Mention, Span
from briefing.timex import Vague, When
from briefing.workers import in_order, without_collector


def squares(batch):
    return [number * number for number in batch]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_every_batch_comes_back_in_its_place(jobs, count):
    """However many batches there are, and with one process or two."""
    batches = [[n, n + 1] for n in range(count)]
    assert list(in_order(squares, batches, jobs)) == [[n * n, (n + 1) * (n + 1)] for n in range(count)]


def test_small_objects_travel_as_their_fields():
    """Equal after the way, none of it by asking each object what it consists of."""
    span, mention = Span(3, 9), Mention(Span(1, 2), "May", Vague(When.PAST), "en/vague")
    assert pickle.loads(pickle.dumps((span, mention))) == (span, mention)
    assert b"setstate" not in pickle.dumps(span)
    assert b"briefing.model" in pickle.dumps(span)


def test_the_collector_works_again_after_an_error():
    """Also where somebody had turned it off before, it stays as it was."""
    for working in (True, False):
        (gc.enable if working else gc.disable)()
        try:
            with pytest.raises(KeyError), without_collector():
                {}[gc.isenabled()]
            assert gc.isenabled() is working
        finally:
            gc.enable()
