"""The default answer: the sentences, among the passages sent, that are nearest to the question."""

from __future__ import annotations

import re

from tests.model_server.received import Received

NOTHING = "NOTHING"
MOST = 2
"""Sentences of one answer, each of another passage."""
COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by do does for from has have how i in is it of on or our that the "
        "there they this to was we what when where which who will with you your "
        "answer question passages council each its number above",
    )
)


def quote(request: Received) -> str:
    """One or two sentences of the passages, word for word, each with its passage's number.

    'NOTHING' where no sentence shares a word with the question. A request without passages gets
    its question back: what else is sent is a follow-up to be completed.
    """
    if not request.passages:
        last = re.search(r"<last>(.*?)</last>", request.user, re.DOTALL)
        return (last[1] if last else request.asked).strip()
    wanted = words(request.asked)
    scored = []
    for number, passage in request.passages.items():
        for place, sentence in enumerate(re.split(r"(?<=[.!?])\s+", passage)):
            if score := len(wanted & words(sentence)):
                scored.append((-score, number, place, sentence))
    best: dict[int, str] = {}
    for _, number, _, sentence in sorted(scored):
        best.setdefault(number, sentence)
    chosen = list(best.items())[:MOST]
    return " ".join(f"{said.rstrip('.!?:; ')} [{number}]." for number, said in chosen) or NOTHING


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - COMMON
