"""Everything a user does, in one process that `test_offline` cuts off from every other machine.

Reads documents, asks on the command line and on the screen, starts the real server. Prints, as the
last line, how many packets for other machines the kernel refused (-1 where it cannot be told).
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from core.settings import ROOT

SECONDS = 120
PROVIDERS = {"langchain", "langchain_openai", "langchain_ollama", "langchain_anthropic"} | {
    *("openai", "ollama", "anthropic")
}
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 1


def refused() -> int:
    """Packets that had no way out of this network namespace, in the kernel's own count."""
    count = 0
    head, values = (
        line.split()
        for line in Path("/proc/net/snmp").read_text().splitlines()
        if line.startswith("Ip:")
    )
    count += int(dict(zip(head, values, strict=True))["OutNoRoutes"])
    for line in Path("/proc/net/snmp6").read_text().splitlines():
        name, value = line.split()
        count += int(value) if name == "Ip6OutNoRoutes" else 0
    return count


def loopback_up() -> None:
    """A new network namespace has a loopback device that is down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh", b"lo", 0)
        _, flags = struct.unpack("16sh", fcntl.ioctl(control, _GET_FLAGS, request))
        fcntl.ioctl(control, _SET_FLAGS, struct.pack("16sh", b"lo", flags | _UP))


def ingest_and_ask(question: str) -> None:
    """What the commands do."""
    from assistant.__main__ import main as ask
    from ingest.__main__ import main as ingest
    from vectorstore.__main__ import main as search

    assert ingest([]) == 0
    assert ask([question, "--json"]) == 0
    assert search([question]) == 0


def use_the_screen(question: str) -> None:
    """What a browser's session does, without the browser."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS).run()
    assert not app.exception, app.exception
    app.chat_input[0].set_value(question).run()
    assert not app.exception, app.exception


def start_the_server() -> None:
    """The real server, up to its first page."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.headless", "true", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr) as server:
        try:
            until = time.monotonic() + SECONDS
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
                    break
                except OSError:
                    assert server.poll() is None, "the server ended"
                    assert time.monotonic() < until, "the server did not start"
                    time.sleep(0.2)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                assert b"<html" in page.read()
        finally:
            server.terminate()


def main() -> None:
    """The journey; with the argument 'probe' one call outside, to see that it is caught."""
    apart = os.environ["OFFLINE_APART"] == "yes"
    if apart:
        loopback_up()
    before = refused() if apart else 0
    if sys.argv[1:] == ["probe"]:
        with socket.socket() as outside, suppress(OSError):
            outside.connect(("192.0.2.1", 80))
    else:
        question = "Who rings the director?"
        ingest_and_ask(question)
        use_the_screen(question)
        start_the_server()
        assert not PROVIDERS & set(sys.modules), "a model's package is loaded though none is set"
    sys.stdout.write(f"{refused() - before if apart else -1}\n")


if __name__ == "__main__":
    main()
