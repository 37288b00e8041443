"""Killed at fifty random moments, an update leaves each document wholly old or wholly new."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.settings import ROOT
from tests.support import WordsEmbedder, environment, folder_of, ingest
from vectorstore.index import IndexReader

KILLS = 50

KEPT = "# Care leavers\n\nEvery care leaver has a pathway plan.\n\nIt is looked at twice a year.\n"
MOVED = "# Early help\n\nA family asks for help once.\n\nThe worker who hears it stays with it.\n"
DECK = "# The deck\n\nThe director speaks for ten minutes.\n\nThen the inspectors ask.\n"
FIRST = {
    "kept.md": KEPT,
    "one.md": "# Week one\n\nThe inspector rings on a Monday.\n\nThe lists are sent on Tuesday.\n",
    "two.md": "# Annex A\n\nEleven lists are sent.\n\nThey are checked before.\n",
    "briefing/early help.md": MOVED,
    "deck.md": DECK,
    "deck.txt": DECK,
}
SECOND = {
    "kept.md": KEPT,
    "one.md": "# Week one\n\nThe inspector rings on a Thursday.\n\nNo list is sent any more.\n",
    "new.md": "# New\n\nThe mayor opens the day.\n\nThe partners are there.\n",
    "minutes/early help.md": MOVED,
    "deck.txt": DECK,
}
SAME = ({"kept.md"}, {"one.md"}, {"briefing/early help.md", "minutes/early help.md"})
SAME += ({"deck.md", "deck.txt"},)
"""The papers that both states hold, by the places where each may stand."""

Held = dict[str, tuple[str, ...]]
Kill = Callable[[Path, Path, float], tuple[str, float]]


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    """A function: an update of that index, killed after so many seconds; how it ended, and when."""
    command = [sys.executable, "-m", "tests.ingest.dying_updates"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

        def run(corpus: Path, index: Path, seconds: float) -> tuple[str, float]:
            assert process.stdin is not None
            assert process.stdout is not None
            print(corpus, index, seconds, sep="\t", file=process.stdin, flush=True)
            how, took = process.stdout.readline().split()
            return how, float(took)

        yield run
        process.stdin.close()


def becomes(corpus: Path, files: dict[str, str]) -> None:
    shutil.rmtree(corpus, ignore_errors=True)
    folder_of(corpus, dict(files))


def held(index: Path) -> tuple[Held, dict[str, str]]:
    """File -> the passages that answer for it, and its document's id; each once in the passages,
    and in the vectors but for those that are marked as still to be made.
    """
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        near = reader.nearest(WordsEmbedder().embed(["the"])[0], 10_000)
        texts: Held = {}
        for each in reader.documents:
            ids = reader.store.ids(each.id, each.version)
            assert ids, each.file
            assert len(ids) == len(set(ids)), each.file
            stored = reader.store.get(ids)
            assert {name for name in ids if len(stored[name].vectors)} <= set(near), each.file
            passages = reader.store.of_document(each.id, each.version)
            texts[each.file] = tuple(passage.text for passage in passages)
        return texts, {each.file: each.id for each in reader.documents}


def nothing_to_be_made(index: Path) -> bool:
    with closing(IndexReader(index)) as reader:
        return not reader.store.versions_without_vectors()


def test_no_kill_loses_a_document_or_leaves_half_of_one(tmp_path: Path, kill: Kill):
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    states = (FIRST, SECOND)
    whole: list[Held] = []
    for state in states:
        becomes(corpus, state)
        ingest(corpus, tmp_path / f"clean {len(whole)}")
        whole.append(held(tmp_path / f"clean {len(whole)}")[0])
    becomes(corpus, FIRST)
    ingest(corpus, index)
    _, first_ids = held(index)
    ids = [next(first_ids[file] for file in places if file in first_ids) for places in SAME]
    becomes(corpus, SECOND)
    how, longest = kill(corpus, index, 60)
    assert how == "finished"

    moments = random.Random(4)  # the same moments each time, as far as a machine goes
    ends: list[str] = []
    while ends.count("killed") < KILLS and len(ends) < 3 * KILLS:
        becomes(corpus, states[len(ends) % 2])
        how, took = kill(corpus, index, moments.uniform(0, longest))
        # Each update has more or less to do than the last, which may have got some way.
        longest = took if how == "finished" else longest * 1.02
        ends.append(how)
        texts, ids_now = held(index)
        for file, found in texts.items():
            assert found in (whole[0].get(file), whole[1].get(file)), (file, ends)
        for places, identity in zip(SAME, ids, strict=True):
            assert [ids_now[file] for file in places if file in ids_now] == [identity], ends
        assert len(set(texts.values())) == len(texts), ends
    assert ends.count("killed") >= KILLS
    for state, expected in zip(states, whole, strict=True):
        becomes(corpus, state)
        ingest(corpus, index)
        assert held(index)[0] == expected
        assert nothing_to_be_made(index)
        assert ingest(corpus, index).embedded == 0
