from __future__ import annotations

from dataclasses import replace

from core.answers import Answer, Citation, Sentence, Status
from core.dates import UNKNOWN_DATE
from screens.answer_data import announcement, answer_data, copy_text, facts, place, source_name
from tests.screens.fake import DECK, GUIDE, GUIDE_PASSAGE, PDF, ROW, TABLE, answer_for


def test_items_become_one_list_with_chips() -> None:
    blocks = answer_data(answer_for("what happens on wednesday?"))["blocks"]
    assert [block["kind"] for block in blocks] == ["frame", "item"]
    first = blocks[1]["lines"][0]
    assert [chip["number"] for chip in first["references"]] == [1, 2]
    assert first["references"][1]["name"] == ("Source 2: Preparing for an ILACS inspection, page 3")


def test_a_chip_without_its_citation_is_not_drawn() -> None:
    answer = Answer(Status.ANSWERED, "q", (Sentence("Words.", (7,)),))
    assert answer_data(answer)["blocks"][0]["lines"][0]["references"] == []


def test_a_conflict_stands_side_by_side_by_document() -> None:
    data = answer_data(answer_for("conflict"))
    assert [column["title"] for column in data["columns"]] == [
        "Preparing for an ILACS inspection (October 2024)",
        "Inspection briefing for managers (9 January 2023)",
    ]
    assert [block["lines"][0]["text"] for block in data["blocks"]] == [
        "Two documents give different days."
    ]


def test_a_conflict_inside_one_document_stays_one_column() -> None:
    answer = answer_for("conflict")
    same = tuple(replace(citation, document=PDF) for citation in answer.citations)
    data = answer_data(replace(answer, citations=same))
    assert data["columns"] == []
    assert len(data["blocks"]) == 2


def test_places() -> None:
    assert place(DECK, answer_for("x").citations[0].passage) == "slide 3"
    assert place(GUIDE, GUIDE_PASSAGE) == "section The call"
    assert place(TABLE, ROW) == "sheet KPIs"
    assert place(GUIDE, replace(GUIDE_PASSAGE, headings=())) == "whole document"


def test_what_is_unknown_is_said() -> None:
    nothing = replace(PDF, publisher="", about="", published=UNKNOWN_DATE)
    assert facts(nothing) == "undated · publisher not known · about: not known"
    assert "England, all councils" in facts(GUIDE)


def test_copy_holds_answer_notes_and_sources() -> None:
    copied = copy_text(answer_for("what happens?")).splitlines()
    assert copied[0] == "what happens?"
    assert (
        "- Annex A child-level lists are sent to the lead inspector by the end of the day. [1] [2]"
        in copied
    )
    assert "Age of the source: The source is from January 2023, over a year old." in copied
    assert copied[-1] == "[2] Preparing for an ILACS inspection, October 2024, page 3"


def test_an_owners_note_is_copied_under_its_source() -> None:
    answer = answer_for("what happens?")
    first, *others = answer.citations
    noted = replace(answer, citations=(replace(first, note="Tuesdays since May."), *others))
    copied = copy_text(noted).splitlines()
    place = next(at for at, line in enumerate(copied) if line.startswith("[1] "))
    assert copied[place + 1] == "Note by the document's owner: Tuesdays since May."


def test_the_announcement_ends_with_the_number_of_sources() -> None:
    assert announcement(answer_for("what happens?")).endswith("2 sources.")
    assert "7f3a-2291" in announcement(answer_for("break it"))


def test_near_passages_are_not_called_sources() -> None:
    near = Citation(1, GUIDE, GUIDE_PASSAGE, ("x",))
    assert source_name(near, near=True).startswith("Near passage 1:")
