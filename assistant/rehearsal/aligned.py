"""How plainly a figure of an answer and one of the papers are of the same thing."""

from __future__ import annotations

import re

from assistant.checks.meanings import Meaning, as_written, borne
from assistant.checks.numbers import amounts
from assistant.rehearsal.amounts import Said
from assistant.rehearsal.counted import LENGTHS
from assistant.rehearsal.groups import groups_in
from assistant.rehearsal.held import Held
from assistant.rehearsal.likeness import GROUP, Likeness, keys_of, words_of
from language.dates import month_number
from language.words import STOP_WORDS, fold, stem, words

SAME = 0.5
"""How much of what the papers' figure is of must be said, for the two to be of one thing."""
ALL_ITS_OWN = 0.42
"""The same where the answer says it all itself, and nothing is taken from the prompt."""
REST = 0.4
"""How much must be said of what a figure is of, beside the group of children."""
FROM_PROMPT = 0.18
"""How much of it the answer must say itself, unless it says nothing else either."""
EXTRA, EXTRA_OF_GROUP = 0.6, 0.3
"""Weight of the words beside the figure that are not of the papers' thing: 'forty children in care
live far away' is no count of the children in care."""
EXTRA_ANCHORED, EXTRA_SAID = 1.2, 0.9
"""The same where a length of time is in common, and where the answer names the thing itself."""
WITHIN, OF_IT = 0.15, 0.35
"""So few words beside, and so many in common: all that is said is of the papers' thing."""
ANCHOR = 0.25
"""What a length of time in common ('within 45 days') adds."""
_LITTLE_WORDS = """
    hit hits hitting manage managed moment today currently now time doing done run running sit sits
    sitting stand stands achieve reach reached think believe reckon know say guess honest honestly
    sorry year latest just only actually bit lot went gone going fell fall fallen rose rise risen
    drop dropped climb climbed increase increased improve improved slip slipped steady
    basically fewer more because good bad better worse seen get got we've quite pretty still
    meet meets met look looks meaning probably nearly around slow slower fast quick quicker total
    timescale timescales time times average count last past complete completed carry carried receive
    receiving working statutory required within brilliant great lovely rubbish low high around say
    timely spring summer autumn winter number manage week weeks month months
    rolling somewhere anywhere counted counting subject
    altogether overall weve were theyre ive im thats theres its dont isnt hes shes youre
"""
LITTLE = frozenset(stem(each) for each in _LITTLE_WORDS.split())
_TAKES_UP = re.compile(r"^\W*(?:and |so |but )?(?:it|that|this|they|which)\b", re.IGNORECASE)
_NOUN = re.compile(r"[\s-]*((?:[a-z]+[\s-]?){1,2})")


class Alignment:
    """Sets figures side by side; `asked` is what the prompt adds, '' for a case."""

    def __init__(self, asked: str, like: Likeness) -> None:
        self._asked = asked
        self._like = like

    def fit(self, said: Said, held: Held) -> float:
        """How much of what the papers' figure is of is said around the other, 0 to 1."""
        if _other_group(held.subject, self._group(said)):
            return 0.0
        share = self._like.share(_of(held), self._around(said))
        return min(1.0, share + ANCHOR * self._anchored(said, held))

    def plain(self, said: Said, held: Held) -> float:
        """The same, 0 where the two are not plainly of one thing."""
        fit = self.fit(said, held)
        of = _of(held)
        rest = [each for each in of if not each.word.startswith(GROUP)]
        own = self._like.share(of, self._own(said))
        adds = self._adds(said, held)
        if not fit or not of or not _counts(said, held) or not self._column_said(said, held):
            return 0.0
        if len(groups_in(said.segment)) > 1 and len(groups_in(held.subject)) == 1:
            return 0.0
        within = adds <= WITHIN and self._like.share(of, keys_of(said.beside)) >= OF_IT
        if not rest and adds > EXTRA_OF_GROUP:
            return 0.0
        if rest and not within and not self._rest_said(said, held, rest, adds):
            return 0.0
        if own < FROM_PROMPT and adds > EXTRA_OF_GROUP:
            return 0.0
        named = said.amount.unit or noun_of(said)
        if named and ((within and rest) or (own >= ALL_ITS_OWN and adds <= EXTRA)):
            return max(fit, SAME)
        return fit

    def may_be(self, said: Said, held: Held) -> bool:
        """Whether the two count the same sort of thing, and some of what it is of is said."""
        return _counts(said, held) and self.fit(said, held) >= SAME

    def beside(self, said: Said, held: Held) -> float:
        """How much of what the papers' figure is of is said right beside the other."""
        if _other_group(held.subject, self._group(said)):
            return 0.0
        return self._like.share(_of(held), keys_of(said.beside))

    def weight(self, said: Said, held: Held) -> float:
        """Weight of the words in common: of two as fully said, the one of more is meant."""
        return self._like.shared(_of(held), self._around(said))

    def rest_said(self, said: Said, held: Held) -> float:
        """How much is said of what a figure is of beside its group, 1 where it is of all of it."""
        rest = [each for each in _of(held) if not each.word.startswith(GROUP)]
        return self._like.share(rest, self._around(said)) if rest else 1.0

    def _column_said(self, said: Said, held: Held) -> bool:
        """A 'share of 103 reports' is no share of ours."""
        column = words_of(held.column)
        return not column or self._like.shared(column, self._own(said)) > 0

    def _rest_said(self, said: Said, held: Held, rest: list[Meaning], adds: float) -> bool:
        if self._anchored(said, held):
            return adds <= EXTRA_ANCHORED
        if self._like.share(rest, self._around(said)) < REST or adds > EXTRA_SAID:
            return False
        beside = self._like.share(rest, keys_of(said.beside))
        return beside >= REST or adds <= (EXTRA_OF_GROUP if noun_of(said) else EXTRA)

    def _around(self, said: Said) -> frozenset[str]:
        return self._own(said) | keys_of(self._asked)

    def _own(self, said: Said) -> frozenset[str]:
        return keys_of(said.claim.sentence) | keys_of(said.claim.before)

    def _group(self, said: Said) -> str:
        """The words nearest to the figure that name a group of children."""
        near = (said.segment, said.claim.text, said.claim.sentence, said.claim.before, self._asked)
        return next((each for each in near if groups_in(each)), "")

    def _adds(self, said: Said, held: Held) -> float:
        """Weight of the words beside the figure that the papers' thing has not."""
        known = keys_of(f"{held.statement.heading} {held.subject}")
        text = said.beside
        if _TAKES_UP.match(text):
            # 'The repeat rate is what I watch, it was 14%' is of the repeat rate.
            text = said.claim.sentence[: said.start - said.claim.sentence_start]
        new = [each for each in words_of(text) if stem(each.word) not in LITTLE]
        return self._like.total(new) - self._like.shared(new, known)

    def _anchored(self, said: Said, held: Held) -> bool:
        """'Within 45 days' on both sides."""
        mine = _lengths(said.claim.sentence) - {said.amount.value if said.length else None}
        return bool(mine & _lengths(held.subject)) and not held.length


def _of(held: Held) -> tuple[Meaning, ...]:
    """The words of what a figure is of, without those that every measure has."""
    words = words_of(held.subject)
    return tuple(each for each in words if stem(each.word) not in LITTLE) or words


def _other_group(subject: str, spoken_of: str) -> bool:
    return bool(groups_in(subject)) and not groups_in(subject) & groups_in(spoken_of)


def _lengths(text: str) -> set[object]:
    return {each.value for each in amounts(fold(text)) if each.unit in LENGTHS and each.value > 1}


def _counts(said: Said, held: Held) -> bool:
    """'Twenty centres' counts centres, or nothing that is held here."""
    of = keys_of(f"{held.subject} {held.amount.next_word}")
    noun = noun_of(said)
    if len(noun) > 1 and not borne(as_written(noun[-1]), of):
        return False
    return all(borne(each, of) for each in noun)


def noun_of(said: Said) -> list[Meaning]:
    """What a plain number counts: the words right after it."""
    if said.amount.unit:
        return []
    after = fold(said.claim.text)[said.end - said.claim.start :]
    match = _NOUN.match(after)
    nouns: list[str] = []
    for word in words(match[1]) if match else []:
        if word in STOP_WORDS or month_number(word):
            break
        nouns.append(word)
    return [each for each in words_of(" ".join(nouns)) if stem(each.word) not in LITTLE]
