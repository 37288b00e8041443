"""Charts and SmartArt, which slides and Word documents keep in parts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl.utils.datetime import from_excel

from ingest.blocks import Block, BlockKind
from ingest.readers.number_formats import shown
from ingest.readers.office_files import Element, fold

_HEADING_LONGEST = 80


def drawing_text(paragraph: Element) -> str:
    """The words of an `a:p`: its runs joined as they stand, line breaks as spaces."""
    parts: list[str] = []
    for element in paragraph.iter("{*}t", "{*}br", "{*}tab"):
        name = element.tag.rpartition("}")[2]
        parts.append((element.text or "") if name == "t" else " ")
    return fold("".join(parts))


def chart_blocks(chart: Element, at: Block) -> list[Block]:
    """A chart's title as a paragraph, then a CHART block for each series.

    `at` is a block with the page and group that all of them get. A chart without stored values
    gives no block.
    """
    blocks = [
        replace(at, kind=BlockKind.PARAGRAPH, text=text)
        for title in chart.findall(".//{*}title")[:1]
        if title.getparent().tag.endswith("}chart")
        and (text := " ".join(filter(None, map(drawing_text, title.iter("{*}p")))))
    ]
    series = [made for element in chart.iter("{*}ser") if (made := _series(element, at))]
    return [*blocks, *series] if series else []


def _series(element: Element, at: Block) -> Block | None:
    name = " ".join(_points(element.find("{*}tx")).values())
    categories = _points(_first(element, "cat", "xVal"))
    values = _points(_first(element, "val", "yVal"))
    if not values:
        return None
    places = sorted(set(categories) | set(values))
    cells = (name, *(values.get(place, "") for place in places))
    header = ("", *(categories.get(place, "") for place in places))
    text = " ".join(cell for cell in cells if cell)
    return replace(at, kind=BlockKind.CHART, text=text, cells=cells, header=header)


def _first(element: Element, *names: str) -> Element | None:
    found = (element.find("{*}" + name) for name in names)
    return next((one for one in found if one is not None), None)


def _points(element: Element | None) -> dict[int, str]:
    """The cached points by index, as the chart shows them; of many levels the innermost."""
    if element is None:
        return {}
    level = element.find(".//{*}lvl")
    source = element if level is None else level
    code = source.findtext(".//{*}formatCode") or "General"
    points: dict[int, str] = {}
    for point in source.iter("{*}pt"):
        text = fold(point.findtext("{*}v") or "")
        is_number = source.find(".//{*}numCache") is not None or code != "General"
        points[int(point.get("idx", len(points)))] = _shown(text, code) if is_number else text
    if not points and (direct := fold(element.findtext("{*}v") or "")):
        points[0] = direct
    return points


def _shown(text: str, code: str) -> str:
    try:
        number = float(text)
    except ValueError:
        return text
    if any(letter in code.lower() for letter in "ymdh") and "general" not in code.lower():
        return shown(from_excel(number), code)
    return shown(number, code)


def smart_art_blocks(data: Element, at: Block) -> list[Block]:
    """The words of a SmartArt graphic's points, in the order of its outline.

    Points are items by depth. Where every outermost point has points of its own under it, it is
    a heading of level 2 over them.
    """
    points = list(_outline(data))
    tops = [number for number, (depth, _) in enumerate(points) if depth == 0]
    headed = all(
        number + 1 < len(points)
        and points[number + 1][0] > 0
        and len(points[number][1]) <= _HEADING_LONGEST
        for number in tops
    )
    blocks: list[Block] = []
    for depth, text in points:
        if headed and depth == 0:
            blocks.append(replace(at, kind=BlockKind.HEADING, text=text, level=2, group=-1))
        else:
            level = depth - 1 if headed else depth
            blocks.append(replace(at, kind=BlockKind.ITEM, text=text, level=level))
    return blocks


def _outline(data: Element) -> Iterator[tuple[int, str]]:
    """Depth and words of each point with words, following the connections from the root."""
    points = {
        point.get("modelId"): point
        for point in data.iter("{*}pt")
        if point.get("type", "node") in {"node", "asst", "doc"}
    }
    children: dict[str, list[tuple[int, str]]] = {}
    for link in data.iter("{*}cxn"):
        if link.get("type", "parOf") == "parOf" and link.get("destId") in points:
            order = int(link.get("srcOrd", 0))
            children.setdefault(link.get("srcId"), []).append((order, link.get("destId")))
    linked = {child for below in children.values() for _, child in below}
    seen: set[str] = set()

    def walk(point: str, depth: int) -> Iterator[tuple[int, str]]:
        if point in seen:
            return
        seen.add(point)
        lines = [text for p in points[point].iter("{*}p") if (text := drawing_text(p))]
        yield from ((depth, text) for text in lines)
        for _, child in sorted(children.get(point, [])):
            yield from walk(child, depth + (1 if lines else 0))

    for root in [point for point in points if point not in linked]:
        yield from walk(root, 0)
