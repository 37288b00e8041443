"""'What is a JTAI?': the line that spells a short form out, and what else the papers say of it."""

from __future__ import annotations

import re

from assistant.answer_types import DEFINES
from assistant.concepts import subjects_of
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.refusal import READS_AS_ANSWER
from assistant.state import State
from assistant.wanted import Wanted
from core.answers import Answer
from core.documents import PassageKind
from language.acronyms import long_form
from language.organisations import without_mentions
from language.words import fold, words
from vectorstore.embed import ordinary_words

LONGEST_SHORT_FORM = 7
"""Letters of a word that no list has and that is likelier a short form than a name."""
SMALL = frozenset(words("a an and for in of on or the to with at by our"))
_ASKS = frozenset(words("stand stands standing short full meaning acronym abbreviation"))
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


def short_form_asked(question: Question) -> str:
    """The one short form whose meaning is asked for, in lower case; '' where none is."""
    if question.wanted not in (Wanted.EXPANSION, Wanted.DEFINITION):
        return ""
    subjects = [each for each in subjects_of(without_mentions(question.text)) if each not in _ASKS]
    if len(subjects) != 1 or not subjects[0].isalpha():
        return ""
    short = subjects[0]
    known = short in ordinary_words() or len(short) > LONGEST_SHORT_FORM
    return short if long_form(short) or not known else ""


def answer_short_form(state: State) -> Answer | None:
    """Quotes the line that spells the short form out, and beside it one that says what it is."""
    short = short_form_asked(state.asked)
    if not short:
        return None
    spelled = [each for each in state.candidates if spells_out(short, each.text)]
    if not spelled:
        return None
    first = max(spelled, key=_tells)
    quoter = Quoter()
    quoter.quote(first)
    if state.asked.wanted is Wanted.DEFINITION:
        more = _says_what_it_is(state, first, short)
        if more is not None:
            quoter.quote(more)
    return quoted_answer(state, quoter)


def _tells(each: Candidate) -> tuple[bool, bool, float]:
    heading = each.passage.kind is PassageKind.HEADING
    return bool(DEFINES.search(fold(each.text))), not heading, each.evidence


def _says_what_it_is(state: State, first: Candidate, short: str) -> Candidate | None:
    """The best line of another passage that names it and that the answer model takes for one."""
    for each in state.candidates:
        other = each.passage.id != first.passage.id
        named = re.search(rf"\b{re.escape(short)}\b", fold(each.text))
        if other and named and each.features.reads >= READS_AS_ANSWER:
            return each
    return None


def spells_out(short: str, text: str) -> bool:
    """True where a text has a short form with the words whose first letters it is beside it:
    'Joint Targeted Area Inspection (JTAI)', 'JTAI (joint ...)', 'JTAI stands for ...'.

    Where the letters do not fit ('SIF' for 'single inspection framework of ...'), the list of
    short forms decides.
    """
    known = fold(long_form(short))
    for match in re.finditer(rf"\b{re.escape(short)}s?\b", text, re.IGNORECASE):
        before, after = text[: match.start()], text[match.end() :]
        if before.rstrip("\"'‘“ ").endswith("("):
            named = _WORD.findall(before)[-3 * len(short) :]
            if _fits(short, named, at_end=True) or (known and known in fold(before)):
                return True
        beside = re.match(r"\s*(?:\(|stands for|is short for|;|[-–—:=|])\s*(.*)", after)
        if beside:
            named = _WORD.findall(beside[1])[: 3 * len(short)]
            if _fits(short, named, at_end=False) or (known and fold(beside[1]).startswith(known)):
                return True
    return False


def _fits(short: str, named: list[str], *, at_end: bool) -> bool:
    """The letters of the short form are the first letters of the words next to it, in order;
    small words and the parts of a compound may be passed over.
    """
    parts = [part.lower() for word in named for part in word.split("-") if part]
    letters = list(short)
    if at_end:
        parts.reverse()
        letters.reverse()
    for part in parts:
        if not letters:
            return True
        if part[0] == letters[0]:
            letters.pop(0)
        elif part not in SMALL:
            return False
    return not letters
