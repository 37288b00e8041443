"""What a user can rely on when a slide deck is read."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

from core.documents import TextForm
from core.errors import UnreadableReason
from ingest.blocks import BlockKind, Limits
from ingest.readers.pptx import read_pptx
from tests.ingest.readers.office_helpers import (
    LIMITS,
    check_bad_files,
    check_cut_short,
    one,
    patch,
    refusal,
    rows,
    texts,
)


@pytest.fixture
def deck():
    return Presentation()


def slide(deck, title="", layout=5):
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        made.shapes.title.text = title
    return made


def box(shapes, text, left=1.0, top=1.0, width=3.0, height=0.5):
    made = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    lines = text if isinstance(text, list) else [text]
    made.text_frame.text = lines[0]
    for line in lines[1:]:
        made.text_frame.add_paragraph().text = line
    return made


def read(deck, folder: Path):
    path = folder / "deck.pptx"
    deck.save(path)
    return read_pptx(path, LIMITS)


def test_title_is_a_heading_and_the_slide_number_is_its_page(deck, tmp_path):
    slide(deck, "Plan for the call")
    hidden = slide(deck, "Hidden but read")
    hidden._element.set("show", "0")
    content = read(deck, tmp_path)
    assert content.form is TextForm.SLIDES
    assert content.pages == 2
    first, second = content.blocks
    assert (first.kind, first.level, first.page, first.page_index) == (
        BlockKind.HEADING, 1, "1", 0,
    )  # fmt: skip
    assert (second.text, second.page, second.page_index) == ("Hidden but read", "2", 1)


def test_numbering_that_starts_elsewhere_is_kept(deck, tmp_path):
    slide(deck, "Carried on")
    path = tmp_path / "deck.pptx"
    deck.save(path)
    patch(
        path,
        "ppt/presentation.xml",
        lambda x: x.replace("<p:presentation ", '<p:presentation firstSlideNum="7" '),
    )
    block = read_pptx(path, LIMITS).blocks[0]
    assert (block.page, block.page_index) == ("7", 0)


def test_boxes_are_read_row_by_row_however_they_lie_in_the_file(deck, tmp_path):
    shapes = slide(deck, "Week").shapes
    box(shapes, "fourth statement here", 5, 4)
    box(shapes, "second statement here", 5, 2.05)
    box(shapes, "third statement here", 1, 4.1)
    box(shapes, "first statement here", 1, 2.1)
    content = read(deck, tmp_path)
    assert [text.split()[0] for text in texts(content, BlockKind.BOX)] == [
        "first", "second", "third", "fourth",
    ]  # fmt: skip
    assert len({block.group for block in content.blocks if block.kind is BlockKind.BOX}) == 1


def test_boxes_in_nested_groups_are_read_in_their_place(deck, tmp_path):
    shapes = slide(deck, "Groups").shapes
    box(shapes, "below the group", 1, 6)
    outer = shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    box(inner.shapes, "inside, lower", 1, 4)
    box(inner.shapes, "inside, upper", 1, 3)
    box(shapes, "above the group", 1, 2)
    assert texts(read(deck, tmp_path), BlockKind.BOX) == [
        "above the group", "inside, upper", "inside, lower", "below the group",
    ]  # fmt: skip


def test_a_moved_group_takes_its_boxes_with_it(deck, tmp_path):
    shapes = slide(deck, "Moved").shapes
    group = shapes.add_group_shape()
    box(group.shapes, "moved to the bottom", 1, 2)
    box(shapes, "stays in the middle", 1, 4)
    group.top = Inches(6)
    assert texts(read(deck, tmp_path), BlockKind.BOX) == [
        "stays in the middle",
        "moved to the bottom",
    ]


def test_bullets_of_the_body_are_items_of_one_list_with_their_depth(deck, tmp_path):
    made = slide(deck, "Priorities", layout=1)
    frame = made.placeholders[1].text_frame
    frame.text = "Help and protection"
    for text, level in (("Early help", 1), ("Children in care", 0)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    items = [b for b in read(deck, tmp_path).blocks if b.kind is BlockKind.ITEM]
    assert [(b.text, b.level) for b in items] == [
        ("Help and protection", 0), ("Early help", 1), ("Children in care", 0),
    ]  # fmt: skip
    assert len({b.group for b in items}) == 1


def test_typed_bullets_are_items_and_the_line_over_them_stays_before_them(deck, tmp_path):
    shapes = slide(deck, "Who comes").shapes
    box(shapes, ["The team will be:", "• four social care inspectors", "• one education HMI"])
    content = read(deck, tmp_path)
    assert [(b.kind, b.text) for b in content.blocks[1:]] == [
        (BlockKind.BOX, "The team will be:"),
        (BlockKind.ITEM, "four social care inspectors"),
        (BlockKind.ITEM, "one education HMI"),
    ]


def test_a_short_bold_line_heads_the_text_under_it_in_its_box(deck, tmp_path):
    shapes = slide(deck, "Strengths").shapes
    made = box(shapes, ["Workforce", "Staff stay with us for years and caseloads are low."])
    made.text_frame.paragraphs[0].runs[0].font.bold = True
    box(shapes, "A statement of its own", 1, 5)
    content = read(deck, tmp_path)
    assert [(b.kind, b.level) for b in content.blocks if b.text == "Workforce"] == [
        (BlockKind.HEADING, 2)
    ]
    # What has no heading of its own stands before what has, so that no heading claims it.
    order = texts(content)
    assert order.index("A statement of its own") < order.index("Workforce")


def test_boxes_under_day_labels_belong_to_their_day(deck, tmp_path):
    shapes = slide(deck, "The first week").shapes
    for number, (day, text) in enumerate(
        [
            ("Monday", "The lead inspector rings the Director before 10am."),
            ("Tuesday", "The data lists are sent by the end of the day."),
            ("Wednesday", "The documents are sent by the end of the day."),
        ]
    ):
        box(shapes, day, 0.3 + 3 * number, 2, width=2.8)
        box(shapes, text, 0.3 + 3 * number, 3, width=2.8, height=2)
    order = texts(read(deck, tmp_path))
    place = order.index("Wednesday")
    assert order[place + 1] == "The documents are sent by the end of the day."
    assert order[order.index("Monday") + 1].startswith("The lead inspector")


def test_labels_beside_their_texts_head_them(deck, tmp_path):
    shapes = slide(deck, "Steps").shapes
    for number, (day, text) in enumerate(
        [("Day one", "Set-up meeting and interviews."), ("Day two", "Visits to teams all day.")]
    ):
        box(shapes, day, 0.5, 2 + number, width=1.5)
        box(shapes, text, 2.5, 2 + number, width=5)
    content = read(deck, tmp_path)
    assert one(content, "Day two").kind is BlockKind.HEADING
    assert texts(content)[-1] == "Visits to teams all day."


def test_a_slide_without_a_title_is_headed_by_its_top_line(deck, tmp_path):
    shapes = slide(deck, layout=6).shapes
    heading = box(shapes, "What happens next", 1, 0.3)
    heading.text_frame.paragraphs[0].runs[0].font.size = Pt(32)
    box(shapes, "Ofsted writes its report within some weeks of the visit.", 1, 2)
    first = read(deck, tmp_path).blocks[0]
    assert (first.kind, first.level, first.text) == (BlockKind.HEADING, 1, "What happens next")


def test_a_figure_stays_with_its_words(deck, tmp_path):
    shapes = slide(deck, "Figures").shapes
    box(shapes, ["13", "average caseload"])
    assert "13 average caseload" in texts(read(deck, tmp_path))


def test_runs_are_joined_as_they_stand_and_line_breaks_become_spaces(deck, tmp_path):
    shapes = slide(deck, "Runs").shapes
    made = box(shapes, "")
    paragraph = made.text_frame.paragraphs[0]
    for text in ("by end of", " Wed", "nesday"):
        run = paragraph.add_run()
        run.text = text
        run.font.color.rgb = RGBColor(1, 2, 3)
    paragraph.add_line_break()
    paragraph.add_run().text = "at the latest"
    assert "by end of Wednesday at the latest" in texts(read(deck, tmp_path))


def test_a_table_gives_rows_with_headers_and_sections(deck, tmp_path):
    shapes = slide(deck, "Indicators").shapes
    data = [
        ["Ref", "Measure", "Jul 24", "Aug 24"],
        ["Cohorts", "", "", ""],
        ["1.2", "Children in need", "905", "901"],
        ["Care leavers", "", "", ""],
        ["6.2", "% in work or training", "74.3%", "73.8%"],
    ]
    table = shapes.add_table(5, 4, Inches(1), Inches(2), Inches(8), Inches(3)).table
    for r, row in enumerate(data):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(3, 0).merge(table.cell(3, 3))
    found = rows(read(deck, tmp_path))
    assert [(row.section, row.cells) for row in found] == [
        ("Cohorts", ("1.2", "Children in need", "905", "901")),
        ("Care leavers", ("6.2", "% in work or training", "74.3%", "73.8%")),
    ]
    assert {row.header for row in found} == {("Ref", "Measure", "Jul 24", "Aug 24")}
    assert len({row.group for row in found}) == 1


def test_chart_values_are_rows_with_the_categories_as_headers(deck, tmp_path):
    shapes = slide(deck, "Trend").shapes
    data = CategoryChartData(number_format="0.0%")
    data.categories = ["Jul 24", "Aug 24"]
    data.add_series("Care leavers in touch", (0.957, 0.974))
    frame = shapes.add_chart(XL_CHART_TYPE.LINE, 0, Inches(2), Inches(5), Inches(3), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "In touch, by month"
    content = read(deck, tmp_path)
    (chart,) = [b for b in content.blocks if b.kind is BlockKind.CHART]
    assert chart.cells == ("Care leavers in touch", "95.7%", "97.4%")
    assert chart.header == ("", "Jul 24", "Aug 24")
    assert one(content, "In touch, by month").group == chart.group


def test_speaker_notes_are_read_and_pictures_are_named(deck, tmp_path):
    from PIL import Image

    picture = tmp_path / "dot.png"
    Image.new("RGB", (4, 4)).save(picture)
    made = slide(deck, "Photos")
    made.notes_slide.notes_text_frame.text = "Say who took them."
    made.shapes.add_picture(str(picture), 0, 0)
    made.shapes.add_picture(str(picture), 0, Inches(2))
    content = read(deck, tmp_path)
    assert one(content, "Say who took them.").kind is BlockKind.NOTES
    assert content.unread == ("slide 1: 2 pictures",)


SMART_ART = """<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>
<dgm:pt modelId="0" type="doc"/>{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>
</dgm:dataModel>"""


def smart_art(tmp_path, deck, points, links):
    """Adds a SmartArt graphic to the first slide by patching the package."""
    path = tmp_path / "deck.pptx"
    deck.save(path)
    made = "".join(
        f'<dgm:pt modelId="{i}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{t}</a:t></a:r></a:p></dgm:t>'
        "</dgm:pt>"
        for i, t in points
    )
    tied = "".join(
        f'<dgm:cxn modelId="9{a}{b}" srcId="{a}" destId="{b}" srcOrd="{o}" destOrd="0"/>'
        for a, b, o in links
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="Diagram"/>'
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
        '<p:xfrm><a:off x="0" y="2000000"/><a:ext cx="5000000" cy="2000000"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
        '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'r:dm="rId77" r:lo="rId77" r:qs="rId77" r:cs="rId77"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    patch(path, "ppt/slides/slide1.xml", lambda x: x.replace("</p:spTree>", frame + "</p:spTree>"))
    patch(
        path,
        "ppt/slides/_rels/slide1.xml.rels",
        lambda x: x.replace(
            "</Relationships>",
            f'<Relationship Id="rId77" Type="{kind}" Target="../diagrams/data1.xml"/>'
            "</Relationships>",
        ),
    )

    with zipfile.ZipFile(path, "a") as package:
        package.writestr("ppt/diagrams/data1.xml", SMART_ART.format(points=made, links=tied))
    return path


def test_smart_art_is_read_in_the_order_of_its_outline(deck, tmp_path):
    slide(deck, "Process")
    points = [(3, "Report"), (1, "Call"), (2, "Visit")]
    path = smart_art(tmp_path, deck, points, [(0, 1, 0), (0, 2, 1), (0, 3, 2)])
    content = read_pptx(path, LIMITS)
    assert texts(content, BlockKind.ITEM) == ["Call", "Visit", "Report"]


def test_smart_art_points_head_the_points_under_them(deck, tmp_path):
    slide(deck, "Process")
    points = [(1, "Wednesday"), (2, "Documents are sent"), (3, "Thursday"), (4, "Quiet day")]
    links = [(0, 1, 0), (1, 2, 0), (0, 3, 1), (3, 4, 0)]
    content = read_pptx(smart_art(tmp_path, deck, points, links), LIMITS)
    assert [(b.kind, b.text) for b in content.blocks[1:]] == [
        (BlockKind.HEADING, "Wednesday"),
        (BlockKind.ITEM, "Documents are sent"),
        (BlockKind.HEADING, "Thursday"),
        (BlockKind.ITEM, "Quiet day"),
    ]


def test_two_versions_of_one_shape_are_read_once(deck, tmp_path):
    box(slide(deck, "Alternate").shapes, "said once")
    path = tmp_path / "deck.pptx"
    deck.save(path)

    def double(xml):
        shape = re.search(r"<p:sp>(?:(?!<p:sp>).)*said once.*?</p:sp>", xml, re.DOTALL)[0]
        return xml.replace(
            shape,
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="x" xmlns:x="urn:x">{shape}</mc:Choice>'
            f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent>",
        )

    patch(path, "ppt/slides/slide1.xml", double)
    assert texts(read_pptx(path, LIMITS)).count("said once") == 1


def test_hidden_and_off_slide_boxes_are_not_quoted(deck, tmp_path):
    shapes = slide(deck, "Seen").shapes
    hidden = box(shapes, "an old draft", 1, 2)
    hidden._element.nvSpPr.cNvPr.set("hidden", "1")
    box(shapes, "parked beside the slide", 40, 2)
    content = read(deck, tmp_path)
    assert texts(content) == ["Seen"]
    assert content.unread == ("slide 1: 1 text box outside the slide",)


def test_a_list_of_children_on_a_slide_refuses_the_file(deck, tmp_path):
    shapes = slide(deck, "Cases").shapes
    data = [["Child ID", "Date of birth", "Gender"], ["10034", "01/02/2012", "F"]]
    table = shapes.add_table(2, 3, Inches(1), Inches(2), Inches(8), Inches(3)).table
    for r, row in enumerate(data):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    path = tmp_path / "deck.pptx"
    deck.save(path)
    error = refusal(read_pptx, path)
    assert error.reason is UnreadableReason.CHILD_LEVEL_DATA
    assert "slide 1" in error.detail


def test_files_that_cannot_be_read_say_why(deck, tmp_path):
    check_bad_files(read_pptx, tmp_path, ".pptx")
    slide(deck, "Whole")
    read(deck, tmp_path)
    check_cut_short(read_pptx, tmp_path / "deck.pptx")
    assert refusal(read_pptx, tmp_path / "deck.pptx", Limits(max_pages=0)).reason is (
        UnreadableReason.TOO_MANY_PAGES
    )


def test_a_deck_of_pictures_only_holds_no_text(deck, tmp_path):
    slide(deck, layout=6)
    path = tmp_path / "deck.pptx"
    deck.save(path)
    assert refusal(read_pptx, path).reason is UnreadableReason.NO_TEXT


def test_the_template_of_the_library_gives_no_date(deck, tmp_path):
    slide(deck, "Undated")
    assert not read(deck, tmp_path).properties.created


def test_a_figure_in_a_box_of_its_own_goes_with_the_words_under_it(deck, tmp_path):
    shapes = slide(deck, "Figures").shapes
    for number, (figure, words) in enumerate([("7,261", "contacts"), ("13", "average caseload")]):
        box(shapes, words, 1 + 3 * number, 2.6, width=2)
        box(shapes, figure, 1 + 3 * number, 2, width=2)
    found = [b for b in read(deck, tmp_path).blocks if b.kind is BlockKind.BOX]
    assert [(b.text, b.seams) for b in found] == [
        ("7,261 contacts", (5,)),
        ("13 average caseload", (2,)),
    ]


def test_the_words_of_a_figure_over_several_lines_are_whole(deck, tmp_path):
    shapes = slide(deck, "Figures").shapes
    lines = ["12", "Children and", "Family", "Centres", "Children subject to a", "protection plan"]
    box(shapes, lines)
    found = texts(read(deck, tmp_path))
    assert "12 Children and Family Centres" in found
    assert "Children subject to a protection plan" in found


def test_labels_over_their_figures_are_not_joined_to_the_figure_above_them(deck, tmp_path):
    shapes = slide(deck, "Figures").shapes
    box(shapes, ["Contacts", "7,261", "Referrals", "300"])
    for number, (words, figure) in enumerate([("Reviews", "876"), ("Visits", "93.6%")]):
        box(shapes, words, 6, 2 + number)
        box(shapes, figure, 6, 2.5 + number)
    found = texts(read(deck, tmp_path))
    assert {"Contacts", "7,261", "Referrals", "300"} <= set(found)
    assert {"Reviews", "876", "Visits", "93.6%"} <= set(found)


def test_words_between_two_figures_are_left_apart(deck, tmp_path):
    shapes = slide(deck, "Figures").shapes
    for number, text in enumerate(["13", "Average caseload", "27"]):
        box(shapes, text, 1, 2 + 0.5 * number)
    assert {"13", "Average caseload", "27"} <= set(texts(read(deck, tmp_path)))


def test_the_headings_of_a_comparison_head_their_columns(deck, tmp_path):
    made = slide(deck, "Short and standard", layout=4)
    words = ["Short", "One week on site for a good council", "Standard", "Two weeks on site"]
    for shape, text in zip(list(made.placeholders)[1:], words, strict=True):
        shape.text_frame.text = text
    content = read(deck, tmp_path)
    assert [(b.kind, b.text) for b in content.blocks[1:]] == [
        (BlockKind.HEADING, "Short"),
        (BlockKind.ITEM, "One week on site for a good council"),
        (BlockKind.HEADING, "Standard"),
        (BlockKind.ITEM, "Two weeks on site"),
    ]


def test_an_icon_beside_each_label_does_not_part_it_from_its_text(deck, tmp_path):
    from PIL import Image

    picture = tmp_path / "dot.png"
    Image.new("RGB", (4, 4)).save(picture)
    shapes = slide(deck, "Days").shapes
    for number, (day, text) in enumerate(
        [("Monday", "The call comes by half past nine."), ("Tuesday", "Data lists are sent.")]
    ):
        shapes.add_picture(str(picture), Inches(0.2), Inches(2 + number))
        box(shapes, day, 1, 2 + number, width=1.5)
        box(shapes, text, 3, 2 + number, width=5)
    content = read(deck, tmp_path)
    order = texts(content)
    assert order[order.index("Tuesday") + 1] == "Data lists are sent."
    assert content.unread == ("slide 1: 2 pictures",)


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    ],
)
def test_decks_with_macros_and_slide_shows_open_and_nothing_runs(deck, tmp_path, kind):
    slide(deck, "Shown")
    path = tmp_path / "deck.ppsx"
    deck.save(path)
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    patch(path, "[Content_Types].xml", lambda x: x.replace(main, kind))
    assert texts(read_pptx(path, LIMITS)) == ["Shown"]


def test_damaged_smart_art_is_named_and_costs_nothing_else(deck, tmp_path):
    slide(deck, "Process")
    path = smart_art(tmp_path, deck, [(1, "Call")], [(0, 1, 0)])
    patch(path, "ppt/diagrams/data1.xml", lambda xml: xml[:-30])
    content = read_pptx(path, LIMITS)
    assert texts(content) == ["Process"]
    assert content.unread == ("slide 1: 1 SmartArt graphic",)


def test_a_chart_without_stored_values_is_named(deck, tmp_path):
    shapes = slide(deck, "Trend").shapes
    data = CategoryChartData()
    data.categories = ["Jul 24"]
    data.add_series("Contacts", (None,))
    shapes.add_chart(XL_CHART_TYPE.LINE, 0, Inches(2), Inches(5), Inches(3), data)
    assert read(deck, tmp_path).unread == ("slide 1: 1 chart",)
