from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from screens.shared.plain import JOINER, plain

ESCAPED = re.compile(r"\\([\\`*_\[\]<>$~&:])")


def shown(label: str) -> str:
    """What Markdown makes of the escapes, the joiners taken out."""
    return ESCAPED.sub(r"\1", label).replace(JOINER, "")


def one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@given(st.text(alphabet=st.characters(exclude_characters=JOINER)))
def test_the_label_shows_the_text(text: str) -> None:
    assert shown(plain(text)) == one_line(text)


@given(st.text(alphabet="ab1 :$*_[]<>`~\\-=.#w@&/(){}!|\n"))
def test_no_mark_up_stays_live(text: str) -> None:
    live = re.sub(r"\\.", "", plain(text))
    assert not re.search(r"[`*_\[\]<>$~&\\]|:\S", live)


def test_ordinary_questions_are_left_alone() -> None:
    question = "What happens on Wednesday of week one (16-25)? 84%, Annex A; 'we'!"
    assert plain(question) == question
