"""Lists in a document: bullets, boxes of a slide, short tables, what stands under a heading."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quoter import Quoter
from core.answers import SentenceKind
from core.documents import Document, Passage, PassageKind
from language.words import content_terms

LONGEST_ITEM = 40
"""Words of an item of a list that stands under a heading; longer ones are text."""
LONGEST_TABLE, NARROW = 12, 3
"""Rows, and cells of a row, of a table that is given whole when a list is asked for."""
SHORT_LEAD_IN = 6
"""Words of a lead-in that says nothing but what the list is of: 'The ten components are:'."""
LONGEST_LIST = 15
"""Items; a longer run of boxes or bullets is a page, not a list."""
COUNTED_WITHIN = 3
"""Words after a number within which what it counts is named: 'five new priorities'."""


def list_members(passage: Passage, context: Sequence[Passage]) -> list[Passage]:
    """The items of the passage's own list, or the loose boxes of its slide, in order."""
    if passage.group < 0 or passage.kind not in (PassageKind.ITEM, PassageKind.BOX):
        return []
    members = [
        each
        for each in context
        if each.group == passage.group
        and each.kind is passage.kind
        and each.headings == passage.headings
        and each.lead_in == passage.lead_in
        and each.level == passage.level
    ]
    return members if len(members) <= LONGEST_LIST else []


def small_table(row: Passage, context: Sequence[Passage]) -> list[Passage]:
    """All rows of a row's table when it is short and narrow: it is a list then."""
    rows = [each for each in context if each.group == row.group and each.kind is row.kind]
    narrow = all(len([cell for cell in each.cells if cell]) <= NARROW for each in rows)
    return rows if row.group >= 0 and narrow and len(rows) <= LONGEST_TABLE else [row]


def children_of(passage: Passage, context: Sequence[Passage]) -> list[Passage]:
    """The items that a line introduces."""
    children: list[Passage] = []
    for each in context[passage.place + 1 :]:
        if each.kind is not PassageKind.ITEM:
            break
        if each.lead_in and passage.text.endswith(each.lead_in):
            children.append(each)
        elif not children or each.level <= children[0].level:
            break
    return children if len(children) <= LONGEST_LIST else []


def labelled_value(passage: Passage, label: str, context: Sequence[Passage]) -> Passage | None:
    """The line that a label with a colon stands over: 'Contact officer:', then the name."""
    if not label.rstrip().endswith(":") or len(label.split()) > SHORT_LEAD_IN:
        return None
    following = context[passage.place + 1 : passage.place + 2]
    same = [each for each in following if each.headings == passage.headings]
    plain = (PassageKind.PARAGRAPH, PassageKind.BOX)
    fits = [each for each in same if each.kind in plain and len(each.text.split()) <= LONGEST_ITEM]
    return fits[0] if fits else None


def announced_list(passage: Passage, sentence: str, context: Sequence[Passage]) -> list[Passage]:
    """The list whose lead-in follows a sentence that names what it lists.

    'The LGA has identified ten components ...' and, next, 'The ten components are:'.
    """
    for lead_in in context[passage.place + 1 : passage.place + 2]:
        shared = set(content_terms(sentence)) & set(content_terms(lead_in.text))
        if shared and len(content_terms(lead_in.text)) <= SHORT_LEAD_IN:
            return children_of(lead_in, context)
    return []


def list_below(heading: Passage, context: Sequence[Passage]) -> list[Passage]:
    """The list under a heading: its items, boxes or headings of the next level, if short."""
    path = (*heading.headings, heading.text)
    below: list[Passage] = []
    for each in context[heading.place + 1 :]:
        if each.headings[: len(path)] != path:
            break
        below.append(each)
    direct = [each for each in below if each.headings == path]
    same = [each for each in direct if each.kind is direct[0].kind]
    short = all(len(each.text.split()) <= LONGEST_ITEM for each in same)
    kinds = (PassageKind.ITEM, PassageKind.BOX, PassageKind.HEADING)
    listed = 1 < len(same) <= LONGEST_LIST and short and same[0].kind in kinds
    return same if listed else []


def counted(members: Sequence[Passage], opening: str) -> Sequence[Passage]:
    """Those that the opening counts, if it does: of 'five priorities' the five 'Priority ...'."""
    said = content_terms(opening)
    for place, count in enumerate(said):
        if not count.isdigit():
            continue
        for noun in said[place + 1 : place + 1 + COUNTED_WITHIN]:
            named = [each for each in members if content_terms(each.text)[:1] == [noun]]
            if len(named) == int(count):
                return named
    return members


def say_list(
    quoter: Quoter, document: Document, members: Sequence[Passage], heading: Passage | None = None
) -> None:
    """Says a list whole and in order, after its lead-in or heading."""
    lead_in = members[0].lead_in
    opening = lead_in or (heading.text if heading else "")
    if not opening and members[0].headings:
        opening = members[0].headings[-1]
    for position, member in enumerate(counted(members, opening)):
        spans = member.quotes()
        if position == 0 and opening:
            number = quoter.cite(document, member, (opening, *spans))
            quoter.say(opening if opening.endswith((":", "…")) else f"{opening}:", number)
        else:
            number = quoter.cite(document, member, spans)
        quoter.say(member.text, number, kind=SentenceKind.ITEM)
