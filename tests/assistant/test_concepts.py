"""A question's words as concepts: spoken words, short forms, words that no paper has."""

from __future__ import annotations

import pytest

from assistant.concepts import Lexicon, concepts_of, things_in, without_things
from language.words import stem

HELD = {stem(word): count for word, count in {"child": 40, "plan": 30, "pencil": 5}.items()}
LEXICON = Lexicon(
    lambda term: HELD.get(term, 0), 100, {"the": 1, "kids": 40, "plan": 60, "pricey": 900}
)


def weights(text: str) -> dict[str, float]:
    return {each.name: each.weight for each in concepts_of(text, LEXICON)}


def test_a_spoken_word_for_what_papers_write_is_known() -> None:
    (kids,) = concepts_of("kids", LEXICON)
    assert kids.known
    assert kids.weight <= weights("plan")["plan"]


def test_an_ordinary_word_that_no_paper_has_weighs_less_than_a_name() -> None:
    assert weights("pricey")["pricey"] < weights("quexel")["quexel"]


@pytest.mark.parametrize("text", ["kids in care", "children looked after", "LAC", "cla"])
def test_one_thing_however_it_is_said(text: str) -> None:
    (only,) = concepts_of(text, LEXICON)
    assert (stem("lac"),) in only.phrases


def test_a_thing_is_taken_out_of_a_question_and_the_rest_kept() -> None:
    assert things_in("how many on cp plans")
    assert without_things("how many on cp plans in august") == "how many on in august"
    assert without_things("how many visits") == "how many visits"
