"""Names of an answer that the papers give otherwise: who chairs, what a thing is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.likeness import Likeness, keys_of, without_councils, words_of
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement
from core.rehearsal import DifferenceKind
from language.organisations import mentions
from language.words import fold, stem, words

_CHAIR = re.compile(
    r"(?P<who1>independent(?:ly)? chair\w*)"
    r"|(?:chaired|led|run) by (?:the |our |an? )?(?P<who2>[\w' -]{3,60}?)"
    r"(?=[,.;]|$| and | on | who | which |\bevery\b)"
    r"|(?:^|[,;:]|\band\b|\bbut\b)\s*"
    r"(?P<who3>(?:the |our )?(?:(?!\band\b|\bbut\b)[\w' -]){3,50}?) (?:chairs|leads|runs)\b",
    re.IGNORECASE,
)
_CHAIR_HEADER = re.compile(r"\bchair", re.IGNORECASE)
_CHAIRS = re.compile(
    r"(?P<who>(?:The )?[A-Z][\w' ]+?) chairs (?P<what>[^.;,]+)"
    r"|(?P<what2>[^.;|]+?),? (?:and )?(?:is|are) chaired by (?P<who2>[^.;,|]+)"
    r"|(?P<what3>[^.;|]+?), chaired by (?P<who3>[^.;,|]+)"
)
_THEN = re.compile(r"\b(?:then|was|were|had|used to|(?:19|20)\d\d)\b", re.IGNORECASE)
_UNSAID = re.compile(r"^\W*(?:not stated|n/?a|none|-|tbc|unknown)?\W*$", re.IGNORECASE)
_BODY = (
    r"(?:board|hub|panel|group|forum|partnership|committee|framework|toolkit|programme|strategy"
    r"|model|service|team|meeting|network|academy|centre|advis[eo]r|plan)"
)
_NAMED = re.compile(
    rf"\b(?P<name>(?:[A-Z][\w'’&-]+ )+(?:(?:[A-Z][\w'’-]+ )*)(?P<body>[A-Z]\w+|{_BODY})s?)\b"
)
_KIND = re.compile(rf"^{_BODY}s?$", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:called|named|known as|is the|(?:framework|model|toolkit|approach)(?: is| called|,| -)?)"
    r"\s+"
    r"(?:the |our )?(?P<name>[A-Z][\w'’&-]+(?: (?:of |and |for )?[A-Z][\w'’&-]+)+)"
)
_IS_CALLED = re.compile(
    r"^(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+) is the name of (?:the |our )?(?P<what>.+)$"
    r"|(?P<name2>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+), our (?P<what2>[^,]+),"
)
_OFFICE = re.compile(r"\b(?:director|head|lead|manager) (?:of|for) ([\w' ]+)")
"""'Director of Support Families' and 'Director of Finance' are two people."""
SAME, LEAST = 0.4, 0.8
MOST = 0.7
"""What share of how plainly a board is named another must be, to be meant as well."""


class Names:
    """The names of an answer beside what was found for it."""

    def __init__(self, prompt: str, known: Known, likeness: Likeness) -> None:
        self._prompt = prompt
        self._known = known
        self._like = likeness

    def differing(self, claims: Sequence[Claim]) -> list[Differs]:
        """Who chairs, and what a thing is called."""
        return [
            each
            for claim in claims
            if not claim.own
            for find in (self._chairs, self._called, self._bodies)
            for each in find(claim)
        ]

    def _chairs(self, claim: Claim) -> Iterator[Differs]:
        match = _CHAIR.search(claim.text)
        if match is None or _THEN.search(claim.sentence):
            return
        which = next(n for n in ("who1", "who2", "who3") if match[n])
        who, (start, end) = match[which], match.span(which)
        ahead = claim.sentence[: claim.start - claim.sentence_start]
        rest = f"{ahead} {claim.text[:start]} {claim.text[end:]}"
        rest = f"{claim.before} {rest} {self._prompt}"
        chairs = [(self._like.share(words_of(what), keys_of(rest)), n, held, each)
                  for n, (held, what, each) in enumerate(self._held_chairs())]  # fmt: skip
        fitting = [each for each in chairs if each[0] >= SAME]
        named = f"{ahead} {claim.text[:start]}"
        held_chairs = list(self._held_chairs())
        plain = [self._like.share(words_of(held_chairs[e[1]][1]), keys_of(named)) for e in fitting]
        if max(plain, default=0.0) >= SAME:
            # The sentence names the board itself: another that the prompt brings in is not meant.
            fitting = [e for e, own in zip(fitting, plain, strict=True) if own >= max(plain) * MOST]
        if not fitting or any(self._same_person(who, held) for _, _, held, _ in fitting):
            return
        best = max(fitting, key=lambda each: (each[0], -each[1]))
        yield Differs(claim.start + start, claim.start + end, DifferenceKind.NAME, best[3])

    def _same_person(self, who: str, held: str) -> bool:
        """'Our DCS' is the Director of Children's Services."""
        if "independent" in fold(who):
            return False
        mine, theirs = _OFFICE.search(fold(who)), _OFFICE.search(fold(held))
        if mine and theirs and not self._like.shared(words_of(theirs[1]), keys_of(mine[1])):
            return False
        return self._like.shared(words_of(held), keys_of(who)) > 0

    def _held_chairs(self) -> Iterator[tuple[str, str, Statement]]:
        """Who chairs what, as the papers have it."""
        for each in self._known.ours:
            cells, header = each.passage.cells, each.passage.header
            for name, cell in zip(header, cells, strict=False):
                if _CHAIR_HEADER.search(name) and not _UNSAID.match(cell):
                    yield cell, cells[0], each
            if not cells:
                match = _CHAIRS.search(each.text)
                if match is not None:
                    n = "" if match["who"] else "2" if match["who2"] else "3"
                    yield match[f"who{n}"], match[f"what{n}"], each

    def _called(self, claim: Claim) -> Iterator[Differs]:
        """'Our practice framework is called Signs of Care', where it is called otherwise."""
        match = _CALLED.search(claim.text)
        if match is None:
            return
        around = keys_of(f"{claim.sentence.replace(match['name'], ' ')} {claim.before}")
        for each in self._known.ours:
            held = _IS_CALLED.search(each.text)
            if held is None:
                continue
            name, what = held["name"] or held["name2"], held["what"] or held["what2"]
            what = without_councils(what)
            if (
                fold(name) in fold(claim.sentence)
                or self._like.share(words_of(what), around) < SAME
            ):
                continue
            start, end = match.span("name")
            yield Differs(claim.start + start, claim.start + end, DifferenceKind.NAME, each)
            return

    def _bodies(self, claim: Claim) -> Iterator[Differs]:
        """'The Sunrise Hub for exploitation', where another body of that kind is named for it."""
        for match in _NAMED.finditer(claim.text):
            name = match["name"]
            if not _KIND.match(name.split()[-1]) or mentions(name):
                continue
            if match.start() == 0 and len(name.split()) < 2:
                continue
            around = claim.text[: match.start()] + " " + claim.text[match.end() :]
            context = keys_of(f"{claim.sentence.replace(name, ' ')} {self._prompt}")
            said = {stem(word) for word in words(name)}
            held = self._body_held(said, around, context)
            if held is not None:
                yield Differs(
                    claim.start + match.start(),
                    claim.start + match.end(),
                    DifferenceKind.NAME,
                    held,
                )

    def _body_held(self, said: set[str], around: str, context: frozenset[str]) -> Statement | None:
        best, chosen = 0.0, None
        for each in self._known.ours:
            for other in _NAMED.finditer(each.text):
                theirs = other["name"]
                if not _KIND.match(theirs.split()[-1]) or mentions(theirs):
                    continue
                stems = {stem(word) for word in words(theirs)}
                if said <= stems or (stems & said - {stem(theirs.split()[-1].lower())}):
                    # The same body, or one that shares more than 'board' with it.
                    if said & stems - {stem(theirs.split()[-1].lower())}:
                        own = self._like.share(words_of(theirs), keys_of(around))
                        if said <= stems or own >= SAME:
                            return None
                    continue
                named = words_of(theirs.rsplit(" ", 1)[0])
                if not named or self._like.shared(named, keys_of(around)) < 0.4:
                    continue
                rest = words_of(each.text.replace(theirs, " "))
                shared = self._like.shared(rest, context)
                if shared >= LEAST and shared > best:
                    best, chosen = shared, each
        return chosen
