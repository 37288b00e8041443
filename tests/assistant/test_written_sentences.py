from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.writing.sentences import WrittenSentence, written_sentences
from core.answers import SentenceKind

TEXT = (
    "The call is on Monday [1]. Annex A is due on Wednesday. [2][3] It rose to 85.5% [1, 2]!\n"
    "The steps are:\n- First thing [1]\n- Second. [2]\n"
    "Dr. Smith chairs it at 9.30 a.m. [4]. See [page 3]. **Bold** end [passage 1]"
)


def test_each_sentence_has_its_numbers_and_none_of_its_marks() -> None:
    assert list(written_sentences([TEXT])) == [
        WrittenSentence("The call is on Monday.", (1,)),
        WrittenSentence("Annex A is due on Wednesday.", (2, 3)),
        WrittenSentence("It rose to 85.5%!", (1, 2)),
        WrittenSentence("The steps are:", ()),
        WrittenSentence("First thing", (1,), SentenceKind.ITEM),
        WrittenSentence("Second.", (2,), SentenceKind.ITEM),
        WrittenSentence("Dr. Smith chairs it at 9.30 a.m.", (4,)),
        WrittenSentence("See.", (), odd=True),
        WrittenSentence("Bold end", (1,)),
    ]


@given(st.lists(st.integers(1, len(TEXT) - 1), max_size=40))
def test_however_it_is_cut_into_words_it_is_read_the_same(cuts: list[int]) -> None:
    edges = [0, *sorted(set(cuts)), len(TEXT)]
    pieces = [TEXT[a:b] for a, b in pairwise(edges)]
    assert list(written_sentences(pieces)) == list(written_sentences([TEXT]))


def test_a_sentence_is_given_on_before_the_next_is_whole() -> None:
    taken: list[str] = []

    def words() -> object:
        for word in ["The call is ", "on Monday [1].", " Annex ", "A is due."]:
            taken.append(word)
            yield word

    first = next(written_sentences(words()))  # type: ignore[arg-type]
    assert first is not None
    assert first.text == "The call is on Monday."
    assert len(taken) == 3


@given(st.text(max_size=300))
def test_no_text_breaks_it_and_what_it_gives_has_words(text: str) -> None:
    for each in filter(None, written_sentences([text])):
        assert any(character.isalnum() or character == "_" for character in each.text)
