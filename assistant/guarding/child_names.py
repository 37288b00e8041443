"""Names in a child's context: 'my case Jayden', 'Tyler (age 9)', 'Aisha's mum', 'I've had X since'.

A run of words that looks like a name is judged by what stands right before and after it. Beside
words that only a child's name follows, any capitalised word that is not an ordinary one counts;
so does, beside the way staff speak of a child, a word that no list has. A listed given name counts
where the text is about people and no officer's role or work stands beside it, since officers go by
full names; an unknown full name counts where the sentence tells of a child's life. A name found
once is found wherever it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property

from assistant.guarding import colleague_contexts as colleague
from assistant.guarding import name_contexts as near
from assistant.guarding import speech_contexts as speech
from assistant.guarding.findings import Finding, FindingKind
from assistant.guarding.name_runs import (
    Known,
    Listing,
    Run,
    Word,
    known_from,
    listed,
    runs_of,
    words_of,
)

_NEAR = 70
"""Characters of context looked at on either side of a run."""
_JOINED = re.compile(r",? and | ?& ?|, ", re.I)
_SHORTEST_AGAIN = 3
"""A name of fewer letters is not looked for a second time: too often another word."""


def name_findings(text: str, known_names: Collection[str]) -> Iterator[Finding]:
    """Every name in a child's context. In no order; overlaps included."""
    known = known_from(frozenset(known_names))
    words = words_of(text, known)
    whole = _Text(text)
    judged = [_Judged(whole, run) for run in runs_of(text, words, known)]
    named = {each.run.first for each in judged if each.officer}
    found = _with_the_joined(text, judged, [each.is_child(named) for each in judged])
    yield from (Finding(FindingKind.CHILD_NAME, run.start, run.end) for run in found)
    yield from _again(words, found, [each.run for each in judged if each.officer])
    yield from _titled(whole, known)


def _with_the_joined(text: str, judged: list[_Judged], child: list[bool]) -> list[Run]:
    """The runs found, with those joined to one by 'and' or a comma: 'Otto, Wren and Sol'."""
    places = list(range(1, len(judged)))
    for here in [*places, *reversed(places)]:
        pair = (here - 1, here)
        first, second = (judged[i].run for i in pair)
        if child[here] != child[here - 1] and _JOINED.fullmatch(text[first.after : second.start]):
            other = pair[child[here - 1]]
            child[other] = judged[other].may_be_a_name
    return [each.run for each, is_child in zip(judged, child, strict=True) if is_child]


def _again(words: list[Word | None], found: list[Run], officers: list[Run]) -> Iterator[Finding]:
    """The other mentions of the names found, in small letters too."""
    names = {word.lower for run in found for word in run.words if len(word.text) >= _SHORTEST_AGAIN}
    theirs = {id(word) for run in officers for word in run.words}
    for word in words:
        if word is None or word.lower not in names or id(word) in theirs:
            continue
        if word.capital or word.lower not in _ordinary():
            yield Finding(FindingKind.CHILD_NAME, word.start, word.end)


def _ordinary() -> frozenset[str]:
    return listed("ordinary_words.txt") | listed("word_names.txt")


def _titled(whole: _Text, known: Known) -> Iterator[Finding]:
    """'the Abdi family', and 'Mrs Khan' where she is a parent."""
    text = whole.text
    for match in near.THE_FAMILY.finditer(text):
        name = match["name"].lower()  # an officer's surname may be a family's too
        if (name,) not in known.whole and name not in listed("ordinary_words.txt"):
            yield Finding(FindingKind.CHILD_NAME, match.start(), match.end())
    titled = [
        match for match in near.TITLED.finditer(text) if not _ours(match["name"].lower(), known)
    ]
    parents = {match["name"] for match in titled if _is_parent(whole, match)}
    for match in titled:
        if match["name"] in parents:
            yield Finding(FindingKind.CHILD_NAME, match.start(), match.end())


def _is_parent(whole: _Text, match: re.Match[str]) -> bool:
    before = whole.text[max(0, match.start() - _NEAR) : match.start()]
    after = whole.text[match.end() : match.end() + _NEAR]
    if near.CHILDREN_AFTER.match(after):
        return True
    if colleague.OFFICER_BEFORE.search(before) or colleague.OFFICER_AFTER.match(after):
        return False
    return bool(speech.THEIR_PARENT.search(whole.sentence(match.start())))


def _ours(name: str, known: Known) -> bool:
    return (name,) in known.whole or name in known.words or name in listed("ordinary_words.txt")


class _Text:
    """A text, and what is asked of it for many runs, found once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def about_people(self) -> bool:
        return bool(speech.PEOPLE.search(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in near.SENTENCE_END.finditer(self.text))]

    def sentence(self, place: int) -> str:
        """The sentence around a place in the text."""
        after = bisect_right(self._starts, place)
        end = self._starts[after] if after < len(self._starts) else len(self.text)
        return self.text[self._starts[after - 1] : end]


class _Judged:
    """A run with the words around it: whose name it is."""

    def __init__(self, whole: _Text, run: Run) -> None:
        self.run = run
        self._whole = whole
        text = whole.text
        self._before = text[max(0, run.start - _NEAR) : run.start]
        self._after = text[run.after : run.after + _NEAR]
        self._certain = self._is_certain()
        self.officer = not self._certain and self._is_officer()

    def is_child(self, officers: Collection[str]) -> bool:
        """`officers`: the first names of those whom the text shows to be officers."""
        run = self.run
        if self._certain:
            return True
        if self.officer or self._other():
            return False
        if self._spoken_of_as_child():
            return True
        if run.listing is Listing.NONE or run.first in officers:
            return False
        if run.listing is Listing.WORD:
            return bool(self._before) and self._word_is_a_person()
        return self._given_name_speaks()

    @property
    def may_be_a_name(self) -> bool:
        """Beside a child's name it is another's."""
        return not self.officer and (self.run.listing is not Listing.NONE or self.run.rare)

    def _is_certain(self) -> bool:
        """Only a child's name stands like this, whatever it is."""
        run = self.run
        if near.CHILD_CALLED.search(self._before):
            return not colleague.THING_BEFORE.search(self._before)
        if run.possessive and near.KIN_AFTER.match(self._after):
            return True
        if near.AGE_AFTER.match(self._after) or (
            not run.possessive and near.BORN_AFTER.match(self._after)
        ):
            listed_name = run.listing in (Listing.COMMON, Listing.MORE)
            return listed_name or not near.NOT_A_PERSON_BEFORE.search(self._before)
        return bool(near.CHILD_BESIDE.search(self._before))

    def _is_officer(self) -> bool:
        before, after, run = self._before, self._after, self.run
        if run.possessive:
            authors = colleague.OF_AN_AUTHOR.match(after) and not speech.CHILD_HAS.match(after)
            return bool(authors or colleague.OFFICER_BEFORE.search(before))
        if colleague.OFFICER_BEFORE.search(before) or colleague.OFFICER_AFTER.match(after):
            return True
        asked = colleague.ASKED_ABOUT.search(before)
        return bool(
            asked and (colleague.SAID_AFTER.match(after) or colleague.MEETING_BEFORE.search(before))
        )

    def _other(self) -> bool:
        """A place, a law, a report: something named after a person."""
        run = self.run
        rest = self._whole.text[run.end : run.end + _NEAR]
        if run.possessive and near.CARE_AFTER.match(self._after):
            return bool(colleague.THING_BEFORE.search(self._before))
        if colleague.THING_BEFORE.search(self._before) or colleague.THING_AFTER.match(rest):
            return True
        is_word = run.listing is Listing.WORD and not run.possessive
        if is_word and colleague.WORD_AFTER.match(self._after):
            return True
        place = run.first in listed("place_names.txt") and not run.possessive
        return place and bool(colleague.PLACE_BEFORE.search(self._before))

    def _spoken_of_as_child(self) -> bool:
        """As staff speak of a child in a rehearsal. A word that no list has must be rare."""
        run, before, after = self.run, self._before, self._after
        if run.listing is Listing.NONE and not run.rare:
            return False
        if run.possessive:
            if speech.CHILD_HAS.match(after):
                return True
        elif (
            near.DATE_AFTER.match(after)
            or speech.CHILD_AFTER.match(after)
            or (speech.HELD_BEFORE.search(before) and speech.HELD_AFTER.match(after))
            or (speech.ASKED_BEFORE.search(before) and speech.ASKED_AFTER.match(after))
        ):
            return True
        if speech.CHILD_BEFORE.search(before):
            return True
        if run.full or run.excused:
            return False
        if not run.possessive and speech.TALK_AFTER.match(after):
            return True
        if run.listing is not Listing.NONE:
            return bool(speech.TALK_BEFORE.search(before))
        together = speech.ALONE_BEFORE.search(before) and speech.ALONE_AFTER.match(after)
        return bool(together and not run.possessive and near.PERSON.search(self._whole.text))

    def _word_is_a_person(self) -> bool:
        """A name that is also a word ('Grace'), with a capital in the midst of a sentence."""
        cared_for = self.run.possessive and bool(near.CARE_AFTER.match(self._after))
        return cared_for or bool(near.PERSON.search(self._whole.sentence(self.run.start)))

    def _given_name_speaks(self) -> bool:
        run = self.run
        if near.NUMBER_AFTER.match(self._after) or near.CHILD_NEAR.search(self._before):
            return True
        if run.excused:
            return False
        if run.full:
            return bool(near.LIFE.search(self._whole.sentence(run.start)))
        cared_for = run.possessive and near.CARE_AFTER.match(self._after)
        return bool(cared_for) or self._whole.about_people
