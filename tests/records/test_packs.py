"""Packs keep what was put into them, in order, and hold no word of a document that is removed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from assistant.briefing import Standing, standing
from core.answers import Answer, Citation, Sentence, Status
from core.errors import UnknownPack
from core.packs import Checked, Item
from records.packs import Packs
from records.register import Register
from tests.support import a_document, a_passage

PAPER = a_document("plan.md")
WORDS = "The Lantern programme is led by Asha Khan."
ANSWER = Answer(
    Status.ANSWERED,
    "Who leads Lantern?",
    (Sentence(WORDS, (1,)),),
    (Citation(1, PAPER, a_passage(PAPER, 0, WORDS), (WORDS,)),),
)
CHECKED = Checked(ANSWER, datetime(2026, 11, 22, 10, tzinfo=UTC), "abcd")
FULL = Item(
    "one", "Who leads Lantern?", CHECKED, CHECKED, "Say it slowly.", frozenset({2}), 3, "help-2"
)


@pytest.fixture
def packs(register: Register) -> Packs:
    register.make_live(PAPER, 1)
    return Packs(register.engine)


def names(packs: Packs, pack: str) -> list[str]:
    read = packs.read(pack)
    return [each.id for each in read.items] if read else []


def test_another_process_reads_all_that_was_kept(
    packs: Packs, open_register: Callable[[], Register]
):
    pack = packs.make("All staff", [FULL, Item("two", "What next?")])
    read = Packs(open_register().engine).read(pack)
    assert read is not None
    assert read.name == "All staff"
    assert read.items == (FULL, Item("two", "What next?"))
    assert [each.name for each in packs.all()] == ["All staff"]


def test_items_are_put_moved_and_taken_out_in_order(packs: Packs):
    pack = packs.make("One")
    for name in ("a", "b", "c"):
        packs.add(pack, Item(name, name))
    packs.move(pack, "c", -1)
    packs.move(pack, "a", -1)
    assert names(packs, pack) == ["a", "c", "b"]
    read = packs.read(pack)
    assert read
    packs.take_out(pack, "c")
    packs.add(pack, read.items[1], 1)
    assert names(packs, pack) == ["a", "c", "b"]
    packs.write(pack, Item("gone", "never there"))
    assert names(packs, pack) == ["a", "c", "b"]


def test_a_deleted_pack_comes_back_whole_and_a_gone_one_says_so(packs: Packs):
    pack = packs.make("One", [FULL])
    kept = packs.read(pack)
    assert kept
    packs.remove(pack)
    assert packs.read(pack) is None
    with pytest.raises(UnknownPack):
        packs.add(pack, FULL)
    packs.make(kept.name, kept.items, kept.id)
    assert packs.read(pack).items == (FULL,)  # type: ignore[union-attr]


def test_a_removed_documents_words_leave_every_pack(packs: Packs, register: Register):
    packs.make("One", [FULL])
    register.remove(["plan.md"])
    with register.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM pack_items")).all()
    assert "Asha Khan" not in str(rows)
    assert FULL.question in str(rows)


def test_words_that_were_removed_meanwhile_are_not_kept(packs: Packs, register: Register):
    pack = packs.make("One", [FULL])
    register.remove(["plan.md"])
    packs.write(pack, replace(FULL, note="after"))
    read = packs.read(pack)
    assert read
    assert read.items[0].kept is None
    assert read.items[0].note == "after"


def test_an_item_whose_paper_was_removed_says_so_and_is_approved_no_more(
    packs: Packs, register: Register
):
    approved = replace(FULL, approved=True)
    pack = packs.make("One", [approved, Item("two", "What next?")])
    register.remove(["plan.md"])
    read = packs.read(pack)
    assert read
    assert [(each.lost, each.approved) for each in read.items] == [(True, False), (False, False)]
    assert standing(read.items[0], ()) is Standing.GONE
    packs.write(pack, approved)
    read = packs.read(pack)
    assert read
    assert (read.items[0].lost, read.items[0].approved) == (True, False)


def _add_ten(url: str, pack: str, who: int) -> None:
    packs = Packs(Register(url).engine)
    for number in range(10):
        packs.add(pack, Item(f"{who}-{number}", "?"))


def test_two_writers_lose_nothing(packs: Packs, database: str):
    pack = packs.make("One")
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_add_ten, args=(database, pack, n)) for n in range(2)]
    for each in writers:
        each.start()
    for each in writers:
        each.join(60)
    assert sorted(names(packs, pack)) == sorted(f"{w}-{n}" for w in range(2) for n in range(10))


def _add_until_killed(url: str, pack: str) -> None:
    packs = Packs(Register(url).engine)
    for number in range(100_000):
        packs.add(pack, Item(f"{number:06}", "?", CHECKED))
        packs.move(pack, f"{number:06}", -1)


def test_killed_at_any_moment_what_was_kept_is_whole(packs: Packs, database: str):
    pack = packs.make("One", [FULL])
    context = multiprocessing.get_context("spawn")
    writer = context.Process(target=_add_until_killed, args=(database, pack))
    writer.start()
    while len(names(packs, pack)) < 5:
        pass
    writer.kill()
    writer.join(30)
    read = packs.read(pack)
    assert read
    written = sorted(each.id for each in read.items if each.id != "one")
    assert written == [f"{n:06}" for n in range(len(written))], "none is missing in between"
    assert all(each.kept == CHECKED for each in read.items)
    packs.add(pack, Item("after", "?"))
    assert names(packs, pack)[-1] == "after"
