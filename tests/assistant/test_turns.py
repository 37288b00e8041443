"""Questions that come together are answered in the order in which they came."""

from __future__ import annotations

import threading
import time

import pytest

from assistant.turns import Turns

WAIT = 10.0


def started(turns: Turns, number: int, seen: list[int], go: threading.Event) -> threading.Thread:
    """A thread that notes when it has its turn and keeps it until it may go."""

    def work() -> None:
        with turns.turn():
            seen.append(number)
            assert go.wait(WAIT)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def until(seen: list[int], count: int) -> None:
    """Waits until so many have had their turn, and a moment longer for one too many."""
    end = time.monotonic() + WAIT
    while len(seen) < count and time.monotonic() < end:
        time.sleep(0.005)
    time.sleep(0.05)


def test_no_more_than_may_at_once_and_the_rest_in_their_order() -> None:
    turns, seen = Turns(2), list[int]()
    gates = [threading.Event() for _ in range(6)]
    threads = []
    for number, gate in enumerate(gates):
        threads.append(started(turns, number, seen, gate))
        time.sleep(0.02)
    until(seen, 2)
    assert seen == [0, 1]
    for number, gate in enumerate(gates):
        gate.set()
        until(seen, min(6, number + 3))
        assert seen == list(range(min(6, number + 3)))
    for thread in threads:
        thread.join(WAIT)


def test_a_question_that_fails_gives_its_turn_on() -> None:
    turns = Turns(1)
    with pytest.raises(ZeroDivisionError), turns.turn():
        raise ZeroDivisionError
    seen, go = list[int](), threading.Event()
    go.set()
    started(turns, 1, seen, go).join(WAIT)
    assert seen == [1]
    with turns.turn():
        seen.append(2)
    assert seen == [1, 2]
