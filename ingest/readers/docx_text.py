"""The words of a Word paragraph as a reader of the finished paper sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.readers.docx_styles import Styles, W, is_on
from ingest.readers.office_files import Element, fold

_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "sdtPr", "sdtEndPr", "customXmlPr"})
_SPACES = frozenset({"tab", "ptab", "br", "cr"})
_OBJECTS = frozenset({"drawing", "pict", "object"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass
class Words:
    """What a paragraph holds."""

    text: str = ""
    seams: tuple[int, ...] = ()
    bold: bool = False
    points: float = 0
    boxes: list[Element] = field(default_factory=list)
    """The contents of text boxes anchored in the paragraph."""
    parts: list[tuple[str, str]] = field(default_factory=list)
    """Charts and SmartArt: which of the two, and the relation to its part."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes: which of the two, and the id."""
    pictures: int = 0
    objects: int = 0


def words_of(paragraph: Element, styles: Styles) -> Words:
    """A paragraph's words with tracked insertions, without deletions and hidden text."""
    return _Gatherer(styles, styles.style_of(paragraph)).gather(paragraph)


class _Gatherer:
    def __init__(self, styles: Styles, style: str) -> None:
        self.styles = styles
        self.words = Words()
        self.pieces: list[str] = []
        self.cuts: list[int] = []
        self.style_bold = styles.bold_of(style)
        self.style_points = styles.points_of(style)
        self.bolds: list[bool] = []

    def gather(self, paragraph: Element) -> Words:
        self._walk(paragraph)
        raw = "".join(self.pieces)
        self.words.text = fold(raw)
        cuts = {len(fold(raw[:cut])) for cut in self.cuts}
        self.words.seams = tuple(sorted(cut for cut in cuts if 0 < cut < len(self.words.text)))
        self.words.bold = bool(self.bolds) and all(self.bolds)
        return self.words

    def _walk(self, parent: Element) -> None:
        for element in parent.iterchildren("{*}*"):
            name = element.tag.rpartition("}")[2]
            if name in _LEFT_OUT:
                if name == "moveFrom":
                    self._cut()
            elif name == "r":
                self._run(element)
            elif name == "sdt" and is_placeholder(element):
                self._cut()
            elif name in {"oMath", "oMathPara"}:
                self.pieces += [text.text or "" for text in element.iter("{*}t")]
            elif name == "AlternateContent":
                self._walk(branch_of(element))
            elif name in _OBJECTS:
                self._object(element)
            else:
                self._walk(element)

    def _run(self, run: Element) -> None:
        look = run.find(W + "rPr")
        if look is not None and is_on(look.find(W + "vanish")):
            self._cut()
            return
        before = len(self.pieces)
        for element in run.iterchildren("{*}*"):
            name = element.tag.rpartition("}")[2]
            if name == "t":
                self.pieces.append(element.text or "")
            elif name in _SPACES:
                self.pieces.append(" ")
            elif name == "noBreakHyphen":
                self.pieces.append("-")
            elif name == "sym":
                self._cut()
            else:
                self._other(element, name)
        if "".join(self.pieces[before:]).strip():
            self._note_look(look)

    def _other(self, element: Element, name: str) -> None:
        """What stands in a run beside words: notes, drawings, ruby."""
        if name in _NOTES:
            kind = name.removesuffix("Reference")
            self.words.notes.append((kind, element.get(W + "id", "")))
        elif name in _OBJECTS:
            self._object(element)
        elif name == "AlternateContent":
            for child in branch_of(element).iterchildren("{*}*"):
                self._object(child)
        elif name == "ruby":
            for base in element.iterfind(f"{W}rubyBase/{W}r"):
                self._run(base)

    def _note_look(self, look: Element | None) -> None:
        mark = look.find(W + "b") if look is not None else None
        own = look.find(W + "rStyle") if look is not None else None
        named = own is not None and self.styles.bold_of(own.get(W + "val", ""))
        self.bolds.append(is_on(mark) if mark is not None else self.style_bold or named)
        size = look.find(W + "sz") if look is not None else None
        points = float(size.get(W + "val")) / 2 if size is not None else self.style_points
        self.words.points = max(self.words.points, points)

    def _object(self, element: Element) -> None:
        boxes = [box for box in element.iter(W + "txbxContent") if not _inside_box(box, element)]
        self.words.boxes += boxes
        for tag, kind, key in (("chart", "chart", "id"), ("relIds", "art", "dm")):
            for found in element.iter("{*}" + tag):
                if relation := found.get(_RELATION + key):
                    self.words.parts.append((kind, relation))
        if element.tag == W + "object":
            self.words.objects += 1
            return
        pictures = [*element.iter("{*}pic"), *element.iter("{*}imagedata")]
        decorative = [m for m in element.iter("{*}decorative") if m.get("val") in {"1", "true"}]
        inside = [p for p in pictures if _inside_box(p, element)]
        self.words.pictures += max(0, len(pictures) - len(inside) - len(decorative))

    def _cut(self) -> None:
        self.cuts.append(sum(map(len, self.pieces)))


def branch_of(alternate: Element) -> Element:
    """The branch of an `mc:AlternateContent` that is read: the first that is not bare."""
    branches = list(alternate.iterchildren("{*}Choice", "{*}Fallback"))
    full = (b for b in branches if b.find(".//{*}t") is not None or b.find(".//{*}pic") is not None)
    return next(full, branches[0] if branches else alternate)


def _inside_box(element: Element, top: Element) -> bool:
    for parent in element.iterancestors():
        if parent is top:
            return False
        if parent.tag == W + "txbxContent":
            return True
    return False


def is_placeholder(control: Element) -> bool:
    """Whether a content control is still empty and shows 'Click here to enter text'."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def parts_of(container: Element, *names: str) -> Iterator[Element]:
    """The paragraphs, tables, rows or cells of a container, through controls and insertions."""
    for element in container.iterchildren("{*}*"):
        name = element.tag.rpartition("}")[2]
        if name in names:
            if not _is_deleted_row(element):
                yield element
        elif name == "sdt":
            if not is_placeholder(element) and not _is_contents(element):
                yield from parts_of(element, *names)
        elif name in {"sdtContent", "customXml", "ins", "moveTo"}:
            yield from parts_of(element, *names)
        elif name == "AlternateContent":
            yield from parts_of(branch_of(element), *names)


def _is_deleted_row(element: Element) -> bool:
    return element.tag == W + "tr" and element.find(f"{W}trPr/{W}del") is not None


def _is_contents(control: Element) -> bool:
    """Whether a content control is a generated table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"
