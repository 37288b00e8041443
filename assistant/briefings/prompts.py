"""A practice prompt as an item of a pack: what a room can talk about, and where to look.

It holds no answer: one to recite would help nobody (see `assistant.rehearsal`).
"""

from __future__ import annotations

from collections.abc import Sequence

from core.answers import Answer, Citation, Sentence, SentenceKind, Status

FOR_PRACTICE = "A practice prompt, in our words and not Ofsted’s."
SHOWS = "A good answer usually shows:"


def prompt_answer(text: str, shows: Sequence[str], sources: Sequence[Citation]) -> Answer:
    """What is shown of a prompt: what a good answer usually shows, and `sources`, where the papers
    bear on it if they can know it.
    """
    sentences = [Sentence(FOR_PRACTICE, kind=SentenceKind.FRAME)]
    if shows:
        sentences.append(Sentence(SHOWS, kind=SentenceKind.FRAME))
        sentences += [Sentence(each, kind=SentenceKind.ITEM) for each in shows]
    return Answer(Status.ANSWERED, text, tuple(sentences), tuple(sources))
