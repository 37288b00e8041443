"""A hand-out as slides: a question, its answer and, below or on the next, its passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches, Pt

from assistant.briefings.handout import Handout, Line, Section
from assistant.briefings.handout_words import (
    CHECKED,
    FROM,
    GOES_ON,
    LEFT_OUT,
    NOT_SAID,
    SOURCES,
    SOURCES_OF,
    clean,
    listed,
    read_over,
)

LANGUAGE = "en-GB"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
ANSWER, PASSAGE = 24, 20
"""Points."""
_LINES, _WIDE = {ANSWER: 10, PASSAGE: 10}, {ANSWER: 64, PASSAGE: 78}
"""Lines of a slide and characters of a line, as LibreOffice's picture of a full slide has room."""
_BODY, _LEADING = 380, 1.4
"""Points of height below the title; height of a line with the space after it, by its size."""


def pptx_of(given: Handout) -> bytes:
    """The slides. Numbers in an answer are links to the slide of their passage."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = clean(given.title)
    deck.core_properties.author = clean(given.organisation)
    deck.core_properties.language = LANGUAGE
    deck.core_properties.created = deck.core_properties.modified = given.made
    first = deck.slides.add_slide(deck.slide_layouts[0])
    _place(first.shapes.title, Inches(2.2), Inches(1.6))
    _say(first.shapes.title.text_frame.paragraphs[0], clean(given.title), 40)
    below = first.placeholders[1]
    _place(below, Inches(4), Inches(2.5))
    checked = CHECKED.format(date=given.date, count=given.documents)
    told = [
        clean(given.organisation),
        checked,
        read_over(given),
        FROM.format(fingerprint=given.fingerprint),
    ]
    _fill(below.text_frame, list(filter(None, told)), 20)
    for section in given.sections:
        _section(deck, section)
    for title, unanswered in ((NOT_SAID, given.not_said), (LEFT_OUT, given.left_out)):
        for number, some in enumerate(_cut([listed(each) for each in unanswered], ANSWER)):
            slide = _slide(deck, GOES_ON.format(question=title) if number else title)
            _fill(slide.placeholders[1].text_frame, [text for _, text in some], ANSWER)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def _section(deck: Any, section: Section) -> None:  # noqa: ANN401 - python-pptx has no types
    question = f"{section.number}. {clean(section.question)}"
    before = [Line(section.headline)] if section.headline else []
    lines = [*before, *section.lines, *(Line(each) for each in section.notes)]
    linked: list[tuple[Any, int]] = []
    left = 0.0
    frame: Any = None
    for part, some in enumerate(_cut([clean(each.text) for each in lines], ANSWER)):
        slide = _slide(deck, GOES_ON.format(question=question) if part else question)
        frame = slide.placeholders[1].text_frame
        for number, (index, text) in enumerate(some):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            _bullet(paragraph, shown=lines[index].item)
            _say(paragraph, text, ANSWER)
            linked += [(_say(paragraph, f" [{n}]", ANSWER), n) for n in lines[index].sources]
        left = 1 - _filled([text for _, text in some], ANSWER)
    texts = [
        f"[{each.number}] {clean(each.line)}: {' '.join(f'‘{clean(q)}’' for q in each.quotes)}"
        for each in section.sources
    ]
    if texts and frame is not None and _filled([SOURCES, *texts], PASSAGE) <= left:
        _say_below(frame, SOURCES, bold=True)
        for text in texts:
            _say_below(frame, text)
        return
    slides: dict[int, Any] = {}
    for part, some in enumerate(_cut(texts, PASSAGE)):
        title = SOURCES_OF.format(question=question)
        slide = _slide(deck, GOES_ON.format(question=title) if part else title)
        _fill(slide.placeholders[1].text_frame, [text for _, text in some], PASSAGE)
        for index, _ in some:
            slides.setdefault(section.sources[index].number, slide)
    for run, number in linked:
        if number in slides:
            _to_slide(run, slides[number])


def _slide(deck: Any, title: str) -> Any:  # noqa: ANN401
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    _place(slide.shapes.title, Inches(0.4), Inches(1.1))
    _say(slide.shapes.title.text_frame.paragraphs[0], title, 30, bold=True)
    _place(slide.placeholders[1], Inches(1.7), Inches(5.3))
    return slide


def _place(shape: Any, top: int, height: int) -> None:  # noqa: ANN401
    shape.left, shape.width = Inches(0.6), WIDTH - Inches(1.2)
    shape.top, shape.height = top, height


def _fill(frame: Any, texts: Sequence[str], size: int) -> None:  # noqa: ANN401
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        _bullet(paragraph, shown=False)
        _say(paragraph, text, size)
        paragraph.space_after = Pt(size / 3)


def _say_below(frame: Any, text: str, *, bold: bool = False) -> None:  # noqa: ANN401
    """Another paragraph, in the size of a passage."""
    paragraph = frame.add_paragraph()
    _bullet(paragraph, shown=False)
    _say(paragraph, text, PASSAGE, bold=bold)
    paragraph.space_before = Pt(PASSAGE / 3)


def _say(paragraph: Any, text: str, size: int, *, bold: bool = False) -> Any:  # noqa: ANN401
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1  # the layout's grey is too faint
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    return run


def _bullet(paragraph: Any, *, shown: bool) -> None:  # noqa: ANN401
    from lxml import etree  # noqa: PLC0415 - beside the only use

    if not shown:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", "0")
        properties.set("indent", "0")
        space = "http://schemas.openxmlformats.org/drawingml/2006/main"
        etree.SubElement(properties, f"{{{space}}}buNone")


def _to_slide(run: Any, slide: Any) -> None:  # noqa: ANN401
    from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    here = run.part
    relation = here.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    link = run._r.get_or_add_rPr().add_hlinkClick(relation)
    link.set("action", "ppaction://hlinksldjump")


def _filled(texts: Sequence[str], size: int) -> float:
    """What share of a slide's height they take."""
    return sum(_lines(each, size) for each in texts) * size * _LEADING / _BODY


def _lines(text: str, size: int) -> int:
    return max(1, -(-len(text) // _WIDE[size]))


def _cut(texts: Sequence[str], size: int) -> Iterator[list[tuple[int, str]]]:
    """Texts with their places, in groups that fit on a slide; a long one is cut between words."""
    group, used = list[tuple[int, str]](), 0
    room = _LINES[size] * _WIDE[size]
    for index, text in ((n, part) for n, each in enumerate(texts) for part in _parts(each, room)):
        if group and used + _lines(text, size) > _LINES[size]:
            yield group
            group, used = [], 0
        group.append((index, text))
        used += _lines(text, size)
    if group:
        yield group


def _parts(text: str, room: int) -> Iterator[str]:
    while len(text) > room:
        cut = text.rfind(" ", 1, room)
        cut = cut if cut > 0 else room
        yield text[:cut]
        text = text[cut:].lstrip()
    yield text
