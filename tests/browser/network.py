"""A line between the browser and the app that can be cut and mended, as a laptop's network is."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Line:
    """Passes bytes on from a port of its own to the app's; none get through while it is cut."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._open: list[socket.socket] = []
        self._whole = True
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def cut(self) -> None:
        """Break every connection and take no new one."""
        self._whole = False
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()

    def mend(self) -> None:
        """Let connections through again."""
        self._whole = True

    def close(self) -> None:
        """Give the port back."""
        self.cut()
        self._door.close()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:
                return
            if not self._whole:
                caller.close()
                continue
            app = socket.create_connection(("127.0.0.1", self._to))
            self._open += [caller, app]
            for one, other in ((caller, app), (app, caller)):
                threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while given := one.recv(65536):
            other.sendall(given)
    for each in (one, other):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(address: str) -> Iterator[tuple[Line, str]]:
    """A line to the app at an address, and the address at its near end."""
    line = Line(int(address.rsplit(":", 1)[1]))
    try:
        yield line, f"http://localhost:{line.port}"
    finally:
        line.close()
