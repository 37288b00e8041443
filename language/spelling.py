"""Puts misspelt words right, towards words that the documents or a question use."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

from language.weeks import find_slot
from language.words import fold, stem

# As typed in haste; what they stand for is too short or too far to be found by likeness.
_HASTE = {
    "wat": "what", "wats": "what is", "wot": "what", "wots": "what is", "wen": "when", "y": "why",
    "giv": "give",
    "hw": "how", "ppl": "people", "mtg": "meeting", "mtgs": "meetings", "govt": "government",
    "n": "and", "u": "you", "r": "are", "wk": "week", "yr": "year", "plz": "please",
    "abt": "about", "btwn": "between", "dept": "department", "chn": "children",
    "sw": "social worker",
    "sws": "social workers", "yp": "young people", "mgr": "manager",
    "docs": "documents", "incl": "including", "doc": "document",
    "wld": "would", "shd": "should", "cld": "could", "whn": "when", "wht": "what", "wich": "which",
    "dont": "dont", "wont": "wont", "doesnt": "doesnt", "didnt": "didnt", "isnt": "isnt",
    "arent": "arent", "wasnt": "wasnt", "hasnt": "hasnt", "havent": "havent", "cant": "cant",
    "reinspection": "re-inspection", "reinspect": "re-inspect", "fone": "phone",
    "setup": "set up", "w": "with", "mo": "moment", "exec": "executive",
}  # fmt: skip
_ASKING = [
    "what",
    "when",
    "who",
    "where",
    "why",
    "how",
    "which",
    "many",
    "much",
    "often",
    "happens",
    "happen",
    "happened",
    "takes",
    "place",
    "before",
    "after",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "week",
    "first",
    "second",
    "third",
    "date",
    "give",
    "given",
    "need",
    "does",
    "should",
    "would",
    "could",
    "there",
    "their",
    "about",
    "list",
    "name",
    "number",
]
_AS_HEARD = re.compile(r"sh[ou]n$")
"""'Adopshun' is as far from 'adoption' in letters as it is near in sound."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST = 2
"""Letters put right in a long word; one in a short word."""
_SHORTEST = 4
"""Letters; shorter words are like too many others."""
_ENDINGS = ("ed", "ing")
"""The documents' words are known as stems: 'ofstead' is nearer to 'ofsted' than to 'ofst'."""


def corrected(
    text: str,
    in_documents: Callable[[str], bool],
    vocabulary: Callable[[], Collection[str]],
    ordinary: Callable[[], Collection[str]],
) -> str:
    """The text with its misspelt words put right; a word that someone knows is left alone.

    `in_documents` tells whether the documents hold a stem, `vocabulary` gives their stems, and
    `ordinary` the words of the language.
    """

    def put_right(match: re.Match[str]) -> str:
        word = fold(match.group())
        if word in _HASTE:
            return _HASTE[word]
        if len(word) < _SHORTEST or word in _ASKING:
            return match.group()
        if in_documents(stem(word)):
            return _of_one_stem(word, ordinary()) or match.group()
        # 'Tues' is no misspelt 'ties'.
        if find_slot(word):
            return match.group()
        # 'Ofsteds' for 'Ofsted's'.
        if word.endswith("s") and in_documents(stem(word[:-1])):
            return match.group()[:-1]
        usual = ordinary()
        word = _AS_HEARD.sub("tion", word)
        if word in usual or word.removesuffix("s") in usual or "'" in word:
            return match.group()
        # Whole words before stems: a stem is no word to show or to stem again.
        near = [
            _nearest(word, _ASKING),
            _nearest(word, usual, lambda each: in_documents(stem(each))),
            _nearest(stem(word), vocabulary()),
            _nearest(word, [f"{each}{end}" for each in vocabulary() for end in _ENDINGS]),
        ]
        distance, found = min(near, key=lambda each: each[0])
        return found if distance <= _MOST else match.group()

    return _WORD.sub(put_right, text)


def _of_one_stem(word: str, usual: Collection[str]) -> str:
    """'Improvement' for 'improvment', which has its stem and is no word; '' where it is one."""
    if word in usual or word.removesuffix("s") in usual or "'" in word:
        return ""
    distance, found = _nearest(word, usual, lambda each: stem(each) == stem(word))
    # 'Annexe' and 'annexed' are forms of 'annex' and no misspellings of one another.
    form = word.startswith(found) or found.startswith(word)
    return found if distance <= _MOST and not form else ""


def _nearest(
    word: str, known: Collection[str], holds: Callable[[str], bool] = bool
) -> tuple[int, str]:
    most = 1 if len(word) < 7 else _MOST
    alike = [each for each in known if each[:1] == word[:1] and abs(len(each) - len(word)) <= most]
    found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=most, limit=8)
    near = ((int(distance), str(each)) for each, distance, _ in found if holds(each))
    return next(near, (_MOST + 1, ""))
