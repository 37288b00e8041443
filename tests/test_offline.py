"""No call leaves the machine: while documents are read, questions are asked and the app starts.

Two nets under one run. Every Python process of it refuses and notes calls to other machines. And
on Linux, where it may, it all runs in a network namespace of its own with nothing but a loopback:
there the kernel counts what had nowhere to go, native libraries included.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.settings import ROOT
from tests.ingest.odd_files import pdf, workbook
from tests.support import environment, folder_of

SITECUSTOMIZE = """
import os, sys, traceback

def outside(address):
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, bytes):
        host = host.decode("utf-8", "replace")
    if host is None or not isinstance(address, tuple):
        return False  # a socket in the file system
    return not (host in ("", "localhost", "::1", "0.0.0.0") or host.startswith("127."))

def hook(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        address = (arguments[0],)
    else:
        return
    if outside(address):
        with open(os.environ["OFFLINE_LOG"], "a") as log:
            where = [f"{f.filename}:{f.lineno}" for f in traceback.extract_stack()[-8:]]
            log.write(f"{event} {address} at {where}\\n")
        if os.environ["OFFLINE_REFUSE"] == "yes":
            raise OSError(101, "this test lets nothing out")

sys.addaudithook(hook)
"""


def apart() -> list[str]:
    """The command's beginning that gives it a network of its own, where that is allowed."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return []
    tried = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    return ["unshare", "-n"] if tried.returncode == 0 else []


def journey(folder: Path, *arguments: str, refuse: str = "yes") -> tuple[int, str]:
    """Packets refused by the kernel (-1: not known), and what our own hook noted."""
    files = {
        "one.md": "# Week 1\n\nThe lead inspector rings the director on a Monday morning.\n",
        "two.pdf": pdf("Annex A is due on Wednesday of week one."),
        "three.xlsx": workbook(["Measure", "2024"], ["Care leavers in touch", "93.6%"]),
        "four.html": '<html><body><img src="http://192.0.2.1/x.png"><p>A page.</p></body></html>',
    }
    corpus = folder_of(folder / "corpus", dict(files))
    site = folder_of(folder / "site", {"sitecustomize.py": SITECUSTOMIZE})
    prefix = apart()
    log = folder / "calls"
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "tests.offline_journey", *arguments],
        cwd=ROOT,
        env=environment(
            PYTHONPATH=f"{site}:{ROOT}",
            OFFLINE_LOG=str(log),
            OFFLINE_REFUSE=refuse,
            OFFLINE_APART="yes" if prefix else "no",
            INSPECTION_CORPUS=str(corpus),
            INSPECTION_INDEX=str(folder / "index"),
        ),
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-5000:]
    return int(done.stdout.split()[-1]), log.read_text() if log.exists() else ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix network")
def test_no_call_leaves_the_machine(tmp_path: Path):
    refused, noted = journey(tmp_path)
    assert noted == ""
    assert refused <= 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix network")
def test_both_nets_catch_a_call(tmp_path: Path):
    _, noted = journey(tmp_path, "probe")
    assert "192.0.2.1" in noted
    if apart():
        # The hook only looks on here, so that the call reaches the kernel.
        refused, _ = journey(tmp_path, "probe", refuse="no")
        assert refused == 1
