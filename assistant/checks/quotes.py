"""What a sentence puts in quotation marks, and what no sentence about documents may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.text import Source, plain
from language.words import fold

_QUOTED = re.compile(r'"([^"]{2,})"|(?<![\w])\'([^\']{2,}(?:\'\w[^\']*)*)\'(?!\w)')
_TO_THE_USER = re.compile(
    r"\b(?:as an? (?:ai|language model|assistant)|i am|i'm|i can(?:not|'t)?|i (?:will|have|was"
    r"|cannot|do"
    r"|would|must|grade|think|believe)|my (?:own|instructions?|knowledge|training|answer|apologies)"
    r"|language model|system prompt|prompt|chatbot|openai|anthropic|chatgpt|claude|llama|(?:am"
    r"|i'm|we're|are) sorry"
    r"|as requested|as instructed|as you asked|here is|here's"
    r"|(?<!make )(?<!making )(?<!be )sure|certainly|of course|please note"
    r"|you are (?:a|an|now)|your instructions|api[_ ]?key|word for word|rule off|website)\b"
)
_MARKUP = re.compile(
    r"https?:|www\.|\w@\w|<[a-z/!][^>]*>?|\]\(|!\[|```|\{|\}|<<|>>|\w+_\w+|\bfetch\("
)
_CODED = re.compile(r"\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]{9,}=*|\w{20,}")
_ADDRESS = re.compile(r"\b[a-z0-9-]+\.(?:com|org|net|example|co|uk|gov|io|info)\b")


def misquoted(text: str, sources: Sequence[Source]) -> str:
    """The first quoted words that stand in no cited passage as they are; '' when all do."""
    held = [_bare(f"{each.whole.text} {each.frame.text}") for each in sources]
    for match in _QUOTED.finditer(plain(text)):
        words = _bare(match[1] or match[2])
        if words and not any(f" {words} " in f" {each} " for each in held):
            return words
    return ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[\w%£]+(?:[.,'][\w%]+)*", fold(text)))


def unfit(text: str, sources: Sequence[Source]) -> str:
    """What speaks of the machine, or is markup or an address; '' if nothing does."""
    folded = fold(plain(text))
    held = " ".join(fold(each.whole.text) for each in sources)
    for form in (_TO_THE_USER, _MARKUP, _ADDRESS):
        for match in form.finditer(folded):
            if match.group() not in held or form is not _TO_THE_USER:
                return match.group()
    coded = _CODED.search(text)
    return coded.group() if coded and fold(coded.group()) not in held else ""
