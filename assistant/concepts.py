"""A question's words as concepts with weights."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from language.acronyms import Phrase, find_phrases, synonyms
from language.dates import find_dates
from language.periods import without_years
from language.weeks import without_slots
from language.words import STOP_WORDS, content_terms, stem, words

# Words that ask rather than name a subject; they count a little.
_ASKING = frozenset(
    content_terms(
        """happen happens take place takes involve involved mean means need needs list name
        describe explain current latest recent number figure percentage percent proportion date
        day time year month many much long often ever use used make made come came go going went
        get thing things kind type sort way know look like apply work role part just exactly
        really up down gone rise rose rising fall fell fallen drop dropped increase increased
        decrease change changed higher lower highest lowest most least best worst biggest
        smallest peak trend compare compared comparison versus vs difference between better
        worse more less correct true right actually still yet ever since total overall give
        quote wording want wanted point shows show find found tell tells still currently due
        people person someone anyone expected expect per true say state stated according
        document documents paper report deck slide actual new question answer info information
        detail details hold held monday tuesday wednesday thursday friday weds tues thurs week
        wk due hand old older earlier newest original back roughly after before next previous
        same following one other another"""
    )
)
ASKING_WEIGHT = 0.25
UNKNOWN_WEIGHT = 0.5
"""An ordinary word that no paper has is a way of speaking ('pricey'); another may be a name."""
NUMBER_WEIGHT = 0.4
"""A number tells less of what is asked about than its rarity says, and may be wrong."""
_MONTH_NAME = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan"
    r"|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b",
    re.IGNORECASE,
)
_IN_CARE = re.compile(
    r"\b(?:(?:kids?|child|children|young people|teenagers?) )?in (?:our |the )?care\b(?! of\b)",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(
    r"\bone (?=(?:working )?(?:day|week|month|year|hour)\b(?! or\b))", re.IGNORECASE
)
_TO_IMPROVE = re.compile(
    r"\bareas? (?:for|of) (?:improvement|development)\b|\bneed(?:s|ed|ing)? improving\b"
    r"|\b(?:must|should|had to|has to|have to|need(?:s|ed)? to) (?:we )?(?:improve|get better at)\b"
    r"|\b(?:to|must|should) be improved\b",
    re.IGNORECASE,
)
"""Ofsted's reports head the list of these 'What needs to improve'."""
_SPOKEN = frozenset(
    words(
        "what whats where wheres who whos how hows ok hi hello hey pls plz please"
        " n r u thanks cheers s"
    )
)
_GREETINGS = _SPOKEN | frozenset(words("good morning afternoon bye help test yes no please you"))
_BARE = frozenset(words("who whos where wheres"))
COMMON_WEIGHT = 0.2
"""What is left of the weight of the commonest word of English: it seldom names the subject."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question names: any of the phrases says it."""

    name: str
    """As the question has it."""
    phrases: tuple[Phrase, ...]
    similar: tuple[Phrase, ...]
    """Phrases that staff use for the same thing; they count a little less."""
    weight: float
    """How rare it is in the corpus (inverse document frequency), less for words that only ask."""
    known: bool
    """Some passage of the corpus has it."""
    asks: bool = False
    """It only asks ('happens', 'date') and names no subject."""


def is_greeting(text: str) -> bool:
    """True for 'hello', 'thanks', 'help': nothing is asked."""
    return set(words(text)) <= _GREETINGS


def is_bare(text: str) -> bool:
    """True for 'who?', 'where is that?': only what is asked for, of what was spoken of before."""
    said = set(words(text))
    return bool(said & _BARE) and said <= _BARE | STOP_WORDS


def subjects_of(text: str) -> list[str]:
    """The words of a text that name a subject: no asking words, weeks, days, months or years."""
    bare = without_slots(without_dates(text))
    kept = [w for w in words(bare) if w not in STOP_WORDS and w not in _SPOKEN]
    return [word for word in kept if stem(word) not in _ASKING]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words: how many passages hold a stem, how many there are, and the rank of
    ordinary words from the commonest, 1.
    """

    frequency: Callable[[str], int]
    passages: int
    ranks: Mapping[str, int]

    def weight(self, count: int, word: str = "") -> float:
        """How telling a word is: rare in the corpus, and not common in English."""
        rank = self.ranks.get(word) or self.ranks.get(word.removesuffix("s"), 0)
        commonness = 1.0
        if rank:
            share = min(1.0, math.log(rank + 1) / math.log(len(self.ranks) + 1))
            commonness = COMMON_WEIGHT + (1 - COMMON_WEIGHT) * share**3
        return rarity(count, self.passages) * commonness


_CONTRACTED = re.compile(
    r"\b(they|we|you|i|it|he|she|there|that|who|what|when|where|how)['’](?:ve|re|ll|d|m|s)\b"
    r"|\b(?:they|you|we)(?:ve|ll)\b|\b(?:they|you)re\b",
    re.IGNORECASE,
)
"""'They've' names no more than 'they'."""


def written(text: str) -> str:
    """A question as papers would put it: 'more in care or on plans?' is of the looked after, 'in
    one day' is '1 day', 'areas for improvement' are what needs to improve.
    """
    text = _CONTRACTED.sub(lambda found: found[1] or " ", text)
    text = _ONE_UNIT.sub("1 ", _IN_CARE.sub("looked after", text))
    return _TO_IMPROVE.sub("needs to improve", text)


def things_in(text: str) -> list[tuple[int, int]]:
    """Where among its words a text names things that our list of short forms knows."""
    kept = [stem(word) for word in words(text)]
    return [(start, end) for start, end, _ in find_phrases(kept)]


def without_things(text: str) -> str:
    """The words of a text but for those things: 'how many on in august'."""
    kept = words(text)
    for start, end in reversed(things_in(text)):
        del kept[start:end]
    return " ".join(kept)


def concepts_of(text: str, lexicon: Lexicon) -> tuple[Concept, ...]:
    """The concepts of a question, short forms and their long forms as one."""
    kept = [
        word
        for word in words(without_slots(without_dates(written(text))))
        if word not in STOP_WORDS and word not in _SPOKEN
    ]
    asked = [stem(word) for word in kept]
    found: list[Concept] = []
    position = 0
    for start, end, group in [*find_phrases(asked), (len(asked), len(asked), ())]:
        found += [_single(kept[at], asked[at], lexicon) for at in range(position, start)]
        if group:
            name = " ".join(kept[start:end])
            found.append(_of_group(name, group, tuple(asked[start:end]), lexicon))
        position = end
    unique: dict[tuple[Phrase, ...], Concept] = {each.phrases: each for each in found}
    return tuple(unique.values())


def without_dates(text: str) -> str:
    """Months and years are weighed as periods (`language.periods`) and not as words."""
    text = without_years(text)
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return _MONTH_NAME.sub(" ", text)


def _single(word: str, term: str, lexicon: Lexicon) -> Concept:
    similar = synonyms().get(term, ())
    # 'Kids', where the papers write 'children', is as rare as that.
    count = lexicon.frequency(term) or _commonest(similar, lexicon)
    weight = lexicon.weight(count, word)
    asks = term in _ASKING
    if asks:
        weight *= ASKING_WEIGHT
    elif term.isdigit():
        weight *= NUMBER_WEIGHT
    elif not count and word in lexicon.ranks:
        weight *= UNKNOWN_WEIGHT
    return Concept(word, ((term,),), similar, weight, count > 0, asks)


def _commonest(phrases: Sequence[Phrase], lexicon: Lexicon) -> int:
    """As rare as the rarest word of the commonest way of saying it that the corpus knows."""
    counts = (min(lexicon.frequency(term) for term in phrase) for phrase in phrases)
    return max(counts, default=0)


def _of_group(name: str, group: tuple[Phrase, ...], asked: Phrase, lexicon: Lexicon) -> Concept:
    count = _commonest(group, lexicon)
    phrases = tuple(dict.fromkeys((asked, *group)))
    return Concept(name, phrases, (), lexicon.weight(count), count > 0)


def rarity(count: int, passages: int) -> float:
    """Inverse document frequency, always above zero (BM25's, as Lucene has it)."""
    return math.log(1 + (passages - count + 0.5) / (count + 0.5)) + 0.1


def search_terms(concepts: Sequence[Concept]) -> tuple[str, ...]:
    """The stems to search for by word."""
    phrases = [phrase for each in concepts for phrase in (*each.phrases, *each.similar)]
    return tuple(dict.fromkeys(term for phrase in phrases for term in phrase))
