"""Work is shared out to processes without a batch lost, doubled or out of place."""

import pytest

from briefing.workers import in_order


def squares(batch):
    return [number * number for number in batch]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_every_batch_comes_back_in_its_place(jobs, count):
    """However many batches there are, and with one process or two."""
    batches = [[n, n + 1] for n in range(count)]
    assert list(in_order(squares, batches, jobs)) == [[n * n, (n + 1) * (n + 1)] for n in range(count)]
