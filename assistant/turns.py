"""Questions wait for their turn, so that a crowd's are answered one after another."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets a few in at a time, in the order in which they came; the others wait.

    Forty questions that share two cores would all be answered late; one after another the first
    are answered at once and the last no later. Safe to share between threads.
    """

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits until it is this thread's turn, which lasts as long as the block. Not for one
        that has a turn already.
        """
        self._wait()
        try:
            yield
        finally:
            self._pass_on()

    def _wait(self) -> None:
        called = threading.Event()
        with self._lock:
            if self._free:
                self._free -= 1
                return
            self._waiting.append(called)
        try:
            called.wait()
        except BaseException:
            # Stopped while waiting: a turn that came all the same goes to the next.
            with self._lock:
                came = called not in self._waiting
                if not came:
                    self._waiting.remove(called)
            if came:
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1
