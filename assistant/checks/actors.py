"""Who does what: 'we pick' where the passage has Ofsted pick, 'A shows B' for 'B shows A'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checks.text import Piece, Source, piece
from assistant.guarding.person_names import names_in_text
from language.words import STOP_WORDS, content_terms, fold, stem, words

_ACTORS = (
    ("us", r"we|(?:the |a |each |your |our )?(?:council|local authority|authority)"),
    ("inspectors", r"ofsted|(?:the |a |an )?(?:lead )?inspectors?|(?:the )?inspection team|hmis?"),
    ("government", r"(?:the )?(?:secretary of state|government|minister|dfe)|(?:the )?department"
     r" for education"),
    ("director", r"(?:the )?(?:director(?: of children's services)?|dcs)"),
    ("chair", r"(?:the )?(?:chair|chairman)"),
    ("members", r"(?:the )?(?:members|councillors|committee|sub-committee|cabinet)"),
    ("police", r"(?:the )?(?:police|borough commander)"),
    ("parents", r"(?:the )?(?:parents|families|carers|foster carers)"),
    ("schools", r"(?:the )?(?:schools?|headteachers?)"),
    ("workers", r"(?:the |a |your )?(?:social workers?|practitioners|officers|staff|workers?)"),
    ("firms", r"(?:the |a )?(?:\w+ )?(?:company|contractor|provider|supplier|operator|charity"
     r"|trust)"),
    ("children", r"(?:the )?(?:children|young people|care leavers)"),
)  # fmt: skip
_WHO = "|".join(rf"(?P<a{n}>{form})" for n, (_, form) in enumerate(_ACTORS))
_BETWEEN = (
    r"(?: (?:will|would|can|could|may|might|must|shall|should|has|have|had|then|also|first|now"
    r"|already|only|often|usually|to|who|which|still|does|do|did))*"
)
_DOES = re.compile(rf"(?<![\w'-])(?:{_WHO})(?P<aux>{_BETWEEN}) (?P<verb>[a-z]{{3,}})(?!')\b")
_BY = re.compile(rf"\bby (?:{_WHO})(?![\w'-])")
_OF_ANOTHER = re.compile(r"\b(?:of|by|for|with|from|to|in|on|at|and|or|&)(?: [\w']+){0,2} $")
_NO_VERBS_WORDS = """
are was were been being has have had does did not and but the for who with from that this which
where when what about into than then there their also only both all any each every other under
over after before during until within without because while services service officers officer
report reports plan plans board team teams member members staff meeting meetings chair itself
get got need want make take give say tell know see use come keep look work
"""
_NO_VERBS = frozenset(_NO_VERBS_WORDS.split()) | STOP_WORDS


def other_actor(text: str, sources: Sequence[Source]) -> str:
    """A word for what one does, that the passages have done by others alone; '' if none."""
    held = [fold(segment.text) for each in sources for segment in each.segments]
    theirs = [pair for each in held for pair in _deeds(each)]
    named = {who for each in held for match in _BY.finditer(each) for who in _who(match)}
    for who, verb in _deeds(fold(text)):
        others = {other for other, same in theirs if same == verb}
        if others and who not in others and who not in named:
            return verb
    return ""


def _deeds(folded: str) -> Iterator[tuple[str, str]]:
    for match in _DOES.finditer(folded):
        before = folded[: match.start()]
        if match["verb"] in _NO_VERBS or (
            _OF_ANOTHER.search(before) and not before.endswith((", and ", "; and "))
        ):
            continue
        for who in _who(match):
            yield who, stem(match["verb"])


def _who(match: re.Match[str]) -> list[str]:
    return [name for n, (name, _) in enumerate(_ACTORS) if match[f"a{n}"]]


_PARTED = re.compile(r"[,;:.]| - |\b(?:but|and|while|whereas|although|if|when|where)\b")
_DEED = re.compile(
    r"(?P<left>.*)\b(?P<aux>will|would|can|could|may|might|must|shall|should|has to|have to|had to"
    r"|does|do|did)(?: (?:also|then|first|now|always|usually))? (?P<verb>[a-z]{3,})\b(?P<right>.*)"
)


def changed_places(parts: Sequence[Piece], source: Source) -> str:
    """'A should show B' where the passage has 'B should show A'; '' if none."""
    for clause in parts:
        for verb, left, right in _deed(clause.text):
            for segment in source.segments:
                for verb2, left2, right2 in _deed(segment.text):
                    if verb == verb2 and not left & left2 and left & right2 and right & left2:
                        return verb
    return ""


def _deed(text: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """What is done, with the terms before and after it, up to the next comma or 'and'."""
    for part in _PARTED.split(fold(text)):
        found = _DEED.match(part)
        if found and found["verb"] != "be":
            left, right = (frozenset(content_terms(found[side])) for side in ("left", "right"))
            yield stem(found["verb"]), left, right


_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "sgt", "councillor"))
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Sgt|Councillor)\.? ([A-Z][\w'-]+)")
_CHUNKS = re.compile(
    r"[,;:.]\s|\s[-–]\s|\b(?:and|but|while|whereas|although|against|with|of (?=them|these|which))\b"
)


def crossed(text: str, source: Source) -> str:
    """A fact or a person that stands with what the passage says of another one in the same
    sentence, and that one the other way round: 'A chairs and B is deputy'; '' if none.
    """
    mine, theirs = _chunks(text), [c for each in source.segments for c in _chunks(each.text)]
    for place, (anchors, own) in enumerate(mine):
        for others, their_own in mine[place + 1 :]:
            for one in anchors - others:
                for other in others - anchors:
                    with_one = _beside(one, other, theirs)
                    with_other = _beside(other, one, theirs)
                    if not with_one or not with_other:
                        continue
                    only_one, only_other = with_one - with_other, with_other - with_one
                    if their_own & only_other and own & only_one:
                        continue
                    if (own & only_one and anchors - {one}) or their_own & only_other:
                        continue
                    if own & only_other and their_own & only_one:
                        return one[1]
    return ""


_TIMES = frozenset(("rate", "amount"))


def with_another(text: str, source: Source) -> str:
    """A rate that a passage gives to something else in the same sentence; '' if none."""
    for anchors, own in _chunks(text):
        for one in (each for each in anchors if each[0] == "rate"):
            for segment in source.segments:
                chunks = _chunks(segment.text)
                holders = [c for c in chunks if one in c[0]]
                rivals = [
                    c for c in chunks if one not in c[0] and any(k in _TIMES for k, _ in c[0])
                ]
                if not holders or not rivals:
                    continue
                held = frozenset().union(*(c[1] for c in holders))
                far = frozenset().union(*(c[1] for c in rivals))
                literal = {key for key in own if key[0] != "="}
                if len(literal & (far - held)) > len(literal & (held - far)):
                    return one[1]
    return ""


_Anchor = tuple[str, str]


def _beside(
    anchor: _Anchor, other: _Anchor, chunks: Sequence[tuple[frozenset[_Anchor], frozenset[str]]]
) -> frozenset[str]:
    """The words that a passage has beside an anchor and not beside the other."""
    found = [own for anchors, own in chunks if anchor in anchors and other not in anchors]
    return frozenset().union(*found)


def _chunks(text: str) -> list[tuple[frozenset[_Anchor], frozenset[str]]]:
    """The parts of a sentence: the facts and persons of each, and the keys of its other words."""
    found: list[tuple[frozenset[_Anchor], frozenset[str]]] = []
    for each in _CHUNKS.split(text):
        own = piece(each)
        people = {name.split()[-1] for name in (*names_in_text(each), *_TITLED.findall(each))}
        anchors = {
            (fact.kind.value, str(fact.amount.value) if fact.amount else f"{fact.key}{fact.date}")
            for fact in own.facts
        }
        anchors |= {("person", name) for name in people}
        named = frozenset(word for name in people for word in words(name))
        keys = [m.keys for m in own.claims if m.weight and m.word not in named | _TITLES]
        beside = frozenset(key for each in keys for key in each)
        if found and not anchors:
            # 'Mark Riddell, the adviser, noted it': what follows is still of the one before.
            found[-1] = (found[-1][0], found[-1][1] | beside)
        else:
            found.append((frozenset(anchors), beside))
    return found
