"""PowerPoint decks: title placeholders, bullets, text boxes, groups, tables, charts and notes"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Cm, Pt

from tools.sample_corpus.fixed import fix
from tools.sample_corpus.paper import Paper

Shown: TypeAlias = Any  # a slide or a shape: the types of python-pptx are partial

_ChartData: Any = CategoryChartData
_colour: Any = RGBColor.from_string
_FONT = "Arial"
_INK = _colour("1D3B53")
_PALE = _colour("E6EEF3")
_WIDE = 12192000  # 33.87 cm; the template is 4:3, so all it holds is stretched to this
_TITLE_SLIDE, _BULLETS, _TITLE_ONLY = 0, 1, 5


@dataclass(frozen=True, slots=True)
class At:
    """A place on the slide, in cm"""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[int, int, int, int]:
        """The place in PowerPoint's units"""
        return Cm(self.left), Cm(self.top), Cm(self.width), Cm(self.height)


class Deck:
    """A deck being made"""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._show: Any = Presentation()
        _widen(self._show)
        properties = self._show.core_properties
        properties.title, properties.author = paper.title, "Inspection Ready sample"
        properties.last_modified_by, properties.language = "Inspection Ready sample", "en-GB"

    def opening(self, title: str, under: str) -> Shown:
        """The first slide"""
        slide = self._show.slides.add_slide(self._show.slide_layouts[_TITLE_SLIDE])
        slide.shapes.title.text = title
        slide.placeholders[1].text = under
        _place(slide.shapes.title, At(2, 4.2, 29.8, 4.4), 40)
        _place(slide.placeholders[1], At(2, 9, 29.8, 4.5), 22)
        slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        for paragraph in slide.placeholders[1].text_frame.paragraphs:
            paragraph.runs[0].font.color.rgb = _INK
        return slide

    def bullets(self, title: str, points: Sequence[str], size: float = 22) -> Shown:
        """A slide of bullets"""
        slide = self._titled(title, _BULLETS)
        frame = slide.placeholders[1].text_frame
        for number, point in enumerate(points):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.text = point
            paragraph.space_after = Pt(8)
        _place(slide.placeholders[1], At(1.6, 3.9, 30.6, 13.9), size)
        return slide

    def free(self, title: str) -> Shown:
        """A slide with a title and room for boxes"""
        return self._titled(title, _TITLE_ONLY)

    def _titled(self, title: str, layout: int) -> Shown:
        slide = self._show.slides.add_slide(self._show.slide_layouts[layout])
        slide.shapes.title.text = title
        _place(slide.shapes.title, At(1.6, 1.2, 30.6, 2.2), 30)
        return slide

    def save(self, to: Path) -> None:
        """Write the deck"""
        self._show.save(str(to))
        fix(to, self._paper.stamp)


def note(slide: Shown, words: str) -> None:
    """Speaker notes"""
    slide.notes_slide.notes_text_frame.text = words


def box(slide: Shown, at: At, words: str, size: float = 18, bold: bool = False) -> None:
    """A plain text box; a line break in `words` starts a paragraph"""
    shape = slide.shapes.add_textbox(*at.emu())
    _fill_words(shape.text_frame, words, size, bold)


def panel(shapes: Shown, at: At, words: str, size: float = 16) -> None:
    """A shaded box, its first line bold; `shapes` is a slide's or a group's"""
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *at.emu())
    shape.fill.solid()
    shape.fill.fore_color.rgb = _PALE
    shape.line.color.rgb = _INK
    shape.shadow.inherit = False
    _fill_words(shape.text_frame, words, size, bold=False)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    shape.text_frame.paragraphs[0].runs[0].font.bold = True


def group(slide: Shown, name: str, parts: Sequence[tuple[At, str]], size: float = 16) -> None:
    """Shaded boxes that move as one"""
    together = slide.shapes.add_group_shape()
    together.name = name
    for at, words in parts:
        panel(together.shapes, at, words, size)


def table(
    slide: Shown, at: At, rows: Sequence[Sequence[str]], widths: Sequence[float], size: float
) -> None:
    """A native table, its first row the header"""
    frame = slide.shapes.add_table(len(rows), len(rows[0]), *at.emu())
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(rows):
        frame.table.rows[number].height = Cm(at.height / len(rows))
        for column_number, words in enumerate(row):
            cell = frame.table.cell(number, column_number)
            cell.margin_top = cell.margin_bottom = Cm(0.06)
            cell.margin_left = cell.margin_right = Cm(0.15)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.text_frame.text = words
            run = cell.text_frame.paragraphs[0].runs[0]
            run.font.name, run.font.size = _FONT, Pt(size)
            if number == 0:
                cell.fill.solid()
                cell.fill.fore_color.rgb = _INK


def bars(slide: Shown, at: At, name: str, values: Sequence[tuple[str, float]]) -> None:
    """A native bar chart of one series of whole percentages, the longest bar at the top"""
    data = _ChartData(number_format='0"%"')
    data.categories = [label for label, _ in reversed(values)]
    data.add_series(name, [value for _, value in reversed(values)])
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *at.emu(), data).chart
    chart.has_legend = False
    chart.has_title = False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 40, True
    plot.data_labels.font.size, plot.data_labels.font.name = Pt(14), _FONT
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = _INK
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.category_axis.tick_labels.font.size = Pt(14)
    chart.category_axis.tick_labels.font.name = _FONT


def columns(
    slide: Shown, at: At, months: Sequence[str], series: Sequence[tuple[str, Sequence[Decimal]]]
) -> None:
    """A native column chart of several series"""
    data = _ChartData(number_format="0")
    data.categories = list(months)
    for name, values in series:
        data.add_series(name, list(values))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *at.emu(), data).chart
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.legend.font.size = Pt(14)
    chart.font.name, chart.font.size = _FONT, Pt(13)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 50, -5, True
    plot.data_labels.font.size = Pt(12)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    for one, shade in zip(plot.series, ("1D3B53", "5B8DB0", "B8842F"), strict=False):
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = _colour(shade)


def _fill_words(frame: Shown, words: str, size: float, bold: bool) -> None:
    frame.word_wrap = True
    for number, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        paragraph.alignment = PP_ALIGN.LEFT
        run.font.name, run.font.size, run.font.bold = _FONT, Pt(size), bold
        run.font.color.rgb = _colour("1C1C1C")


def _place(shape: Shown, at: At, size: float) -> None:
    shape.left, shape.top, shape.width, shape.height = at.emu()
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.name, run.font.size = _FONT, Pt(size)
    if shape == shape.part.slide.shapes.title:
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        for run in shape.text_frame.paragraphs[0].runs:
            run.font.bold, run.font.color.rgb = True, _INK


def _widen(show: Shown) -> None:
    stretch = _WIDE / show.slide_width
    show.slide_width = _WIDE
    for page in (show.slide_master, *show.slide_layouts):
        for shape in page.shapes:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = int(shape.left * stretch), int(shape.width * stretch)
    slide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])  # only to draw the bar on
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, _WIDE, Cm(0.5))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _INK
    bar.line.fill.background()
    bar.shadow.inherit = False
    bar.name = "Top bar"
    bar._element.nvSpPr.cNvPr.set("id", "99")  # the master has shapes with the low numbers
    show.slide_master.shapes._spTree.insert(2, bar._element)
    chosen = show.slides._sldIdLst
    show.part.drop_rel(chosen[0].rId)
    chosen.remove(chosen[0])
