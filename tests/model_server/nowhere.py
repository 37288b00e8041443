"""Addresses where no server answers."""

from __future__ import annotations

import contextlib
import socket
import sys
import time
from collections.abc import Iterator

import pytest


@contextlib.contextmanager
def nobody_there() -> Iterator[str]:
    """A URL whose port refuses connections."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody else gets it either
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@contextlib.contextmanager
def nobody_answers() -> Iterator[str]:
    """A URL whose port lets connections hang, as a firewall does that drops packets."""
    if sys.platform != "linux":
        pytest.skip("a queue of connections that is full behaves otherwise here")
    with contextlib.ExitStack() as open_sockets:
        full = open_sockets.enter_context(socket.socket())
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):  # more than the queue holds: what comes after is dropped
            one = open_sockets.enter_context(socket.socket())
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        time.sleep(0.05)
        yield f"http://127.0.0.1:{full.getsockname()[1]}"
