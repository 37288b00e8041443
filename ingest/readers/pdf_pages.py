"""What depends on the page a draft is on: a slide's title, a paragraph over a page's end."""

from __future__ import annotations

from ingest.blocks import BlockKind
from ingest.readers import marks
from ingest.readers.facts import is_fact
from ingest.readers.figures import is_numeral
from ingest.readers.pdf_drafts import Draft
from ingest.readers.pdf_style import LONGEST_HEADING, Style

_FULL_STOP = (".", "!", "?")
_STOP = (*_FULL_STOP, ":", ";", ".”", ".’", ")")


def with_title(drafts: list[Draft], height: float) -> list[Draft]:
    """A slide's drafts with its title as a heading of level 1: the largest text, high up."""
    texts = [draft for draft in drafts if draft.lines and not is_numeral(draft.text()[0])]
    high = [draft for draft in texts if draft.lines[0].y > 0.4 * height]
    if not high:
        return drafts
    title = max(high, key=lambda draft: (round(draft.lines[0].size), draft.lines[0].y))
    others = [draft.lines[0].size for draft in texts if draft is not title]
    words = title.text()[0]
    larger = not others or title.lines[0].size > 1.1 * min(others)
    alone = title is texts[0] and not words.endswith((".", ";"))
    if not (larger or alone) or len(words) > LONGEST_HEADING or not any(map(str.isalpha, words)):
        return drafts
    title.kind, title.level, title.marker = BlockKind.HEADING, 1, 0
    return [title, *(draft for draft in drafts if draft is not title)]


def join_pages(drafts: list[Draft], style: Style) -> list[Draft]:
    """Drafts with the paragraphs that go on over the end of a page as one, on its first page."""
    joined: list[Draft] = []
    for draft in drafts:
        before = _last_text(joined, style)
        if before is not None and before.page_index == draft.page_index - 1:
            started = any(each.page_index == draft.page_index for each in joined)
            if not started and _goes_over(before, draft, style):
                before.breaks.append(len(before.lines))
                before.lines += draft.lines
                continue
        joined.append(draft)
    return joined


def _last_text(drafts: list[Draft], style: Style) -> Draft | None:
    """The last draft in the body's size: notes at the foot of the page are passed over."""
    for draft in reversed(drafts[-6:]):
        if draft.table is not None or draft.lines[0].size > 0.9 * style.body:
            return draft
    return None


def _goes_over(before: Draft, draft: Draft, style: Style) -> bool:
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    if before.kind not in kinds or draft.kind is not BlockKind.PARAGRAPH:
        return False
    first, last = draft.lines[0], before.lines[-1]
    if abs(first.size - last.size) > 0.06 * first.size or marks.section_number(first.text):
        return False
    if marks.item_number(first.text) or is_fact(first.text) or is_fact(before.lines[0].text):
        return False
    if first.text[:1].islower():
        return not last.text.endswith(_FULL_STOP)
    full = last.x1 > style.right - 8 * style.body
    return full and not last.text.endswith(_STOP)
