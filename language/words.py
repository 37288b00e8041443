"""What counts as a word, for the keyword index and for comparing a question with a passage."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import Stemmer

# Letters and digits, with the marks inside a word or number kept together ('children's',
# '93.6', '9.30am', 'step-up' is two words). One-letter and number words are kept: 'Annex A
# section 3' without them is 'annex section'.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)

# Words that carry no subject. Few on purpose: 'not', 'no', 'before' and 'after' change meaning.
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "done",
        "has",
        "have",
        "had",
        "having",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "i",
        "me",
        "my",
        "you",
        "your",
        "he",
        "she",
        "they",
        "them",
        "their",
        "we",
        "us",
        "our",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "where",
        "why",
        "how",
        "s",
        "t",
        "so",
        "if",
        "then",
        "than",
        "about",
        "into",
        "out",
        "up",
        "any",
        "some",
        "also",
        "please",
        "tell",
        "give",
        "show",
        "say",
        "says",
        "said",
        "get",
        "got",
        "us",
        "let",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "dont",
        "doesnt",
        "didnt",
        "hasnt",
        "havent",
        "hadnt",
        "wont",
        "cant",
        "couldnt",
        "wouldnt",
        "shouldnt",
    ]
)

# 'four inspectors' and '4 inspectors' are the same words. 'One' is left: it is mostly a pronoun.
_NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
# 'Aug-24' is August.
_MONTHS = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june",
    "jul": "july", "aug": "august", "sep": "september", "sept": "september", "oct": "october",
    "nov": "november", "dec": "december",
}  # fmt: skip

_stemmers = threading.local()


def _stemmer() -> Stemmer.Stemmer:
    # A Stemmer keeps state, so each thread has its own.
    if not hasattr(_stemmers, "english"):
        _stemmers.english = Stemmer.Stemmer("english")
    return _stemmers.english


def fold(text: str) -> str:
    """Lower case without accents, typographic quotes and dashes as plain ones."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if not unicodedata.combining(char))
    return text.translate(_PLAIN).casefold()


_PLAIN = str.maketrans("‘’“”–—‑‐−\u00ad", "''\"\"------")


def words(text: str) -> list[str]:
    """The words of a text in order, folded, possessive 's dropped."""
    return [_bare(match) for match in _WORD.findall(fold(text))]


def _bare(word: str) -> str:
    bare = word.removesuffix("'s").replace("'", "").replace(",", "")
    return _NUMBER_WORDS.get(bare) or _MONTHS.get(bare, bare)


def stem(word: str) -> str:
    """The stem of one folded word; numbers stay as they are."""
    return str(_stemmer().stemWord(word))


def terms(text: str) -> list[str]:
    """The stems of all words of a text, in order: what the keyword index holds."""
    return list(_terms(text))


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    # The same passages come up in question after question.
    return tuple(str(term) for term in _stemmer().stemWords(words(text)))


def content_terms(text: str) -> list[str]:
    """The stems of the words that carry a subject, in order, repeats kept."""
    kept = [word for word in words(text) if word not in STOP_WORDS]
    return [str(term) for term in _stemmer().stemWords(kept)]
