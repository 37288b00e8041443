"""A hand-out as slides: a question and its answer, then the passages that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches, Pt

from assistant.handout import Handout, Line, Section
from assistant.handout_words import (
    CHECKED,
    FROM,
    GOES_ON,
    LEFT_OUT,
    NOT_SAID,
    SOURCES_OF,
    clean,
)

LANGUAGE = "en-GB"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
ANSWER, PASSAGE = 24, 20
"""Points. LibreOffice's picture of a full slide holds what `_FITS` says."""
_FITS = {ANSWER: 480, PASSAGE: 700}
"""Characters of a slide, each paragraph counted as at least `_LINE`."""
_LINE = 70


def pptx_of(given: Handout) -> bytes:
    """The slides. Numbers in an answer are links to the slide of their passage."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = clean(given.title)
    deck.core_properties.author = clean(given.organisation)
    deck.core_properties.language = LANGUAGE
    first = deck.slides.add_slide(deck.slide_layouts[0])
    _place(first.shapes.title, Inches(2.2), Inches(1.6))
    _say(first.shapes.title.text_frame.paragraphs[0], clean(given.title), 40)
    below = first.placeholders[1]
    _place(below, Inches(4), Inches(2.5))
    checked = CHECKED.format(date=given.date, count=given.documents)
    told = [clean(given.organisation), checked, FROM.format(fingerprint=given.fingerprint)]
    _fill(below.text_frame, list(filter(None, told)), 20)
    for section in given.sections:
        _section(deck, section)
    for title, texts in (
        (NOT_SAID, list(given.not_said)),
        (LEFT_OUT, [f"{question} ({reason})" for question, reason in given.left_out]),
    ):
        for number, some in enumerate(_cut([clean(each) for each in texts], ANSWER)):
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
    for part, some in enumerate(_cut([clean(each.text) for each in lines], ANSWER)):
        slide = _slide(deck, GOES_ON.format(question=question) if part else question)
        frame = slide.placeholders[1].text_frame
        for number, (index, text) in enumerate(some):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            _bullet(paragraph, shown=lines[index].item)
            _say(paragraph, text, ANSWER)
            linked += [(_say(paragraph, f" [{n}]", ANSWER), n) for n in lines[index].sources]
    slides: dict[int, Any] = {}
    texts = [f"[{each.number}] {each.line}: ‘{each.quote}’" for each in section.sources]
    for part, some in enumerate(_cut([clean(each) for each in texts], PASSAGE)):
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


def _cut(texts: Sequence[str], size: int) -> Iterator[list[tuple[int, str]]]:
    """Texts with their places, in groups that fit on a slide; a long one is cut between words."""
    room, group, used = _FITS[size], list[tuple[int, str]](), 0
    for index, text in ((n, part) for n, each in enumerate(texts) for part in _parts(each, room)):
        length = max(len(text), _LINE)
        if group and used + length > room:
            yield group
            group, used = [], 0
        group.append((index, text))
        used += length
    if group:
        yield group


def _parts(text: str, room: int) -> Iterator[str]:
    while len(text) > room:
        cut = text.rfind(" ", 1, room)
        cut = cut if cut > 0 else room
        yield text[:cut]
        text = text[cut:].lstrip()
    yield text
