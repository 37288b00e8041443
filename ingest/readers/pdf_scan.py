"""Goes over the operators of a PDF page and finds its words, ruled lines and pictures.

pypdf's own text extraction tells where a piece of text begins and not where it ends; tables and
columns cannot be seen without that. This uses pypdf's parser and fonts, and keeps the ends too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from ingest.readers.pdf_fonts import Fonts, is_bold
from ingest.readers.pdf_pen import IDENTITY, Matrix, Pen, State, matrix_of, times
from ingest.readers.pdf_words import Box, Marks, Word

MOST_TURNED = 0.7
"""More of the letters than this on their side: the page is to be turned before reading."""
MAX_FORM_DEPTH = 12
MAX_FORMS = 5000
"""Forms drawn on one page, repeats counted."""
MAX_OPERATIONS = 1_500_000
"""In one page with all its forms; the fullest page seen has 9,000."""


def scan_page(page: PageObject, fonts: Fonts) -> Marks:
    """The page's words, lines and pictures; a page set sideways is turned to be read."""
    scanner = PageScanner(page, fonts)
    marks = scanner.scan()
    if scanner.angles:
        angle, count = scanner.angles.most_common(1)[0]
        if angle and count > MOST_TURNED * scanner.angles.total():
            return PageScanner(page, fonts, angle).scan()
    return marks


def without_doubles(words: list[Word]) -> list[Word]:
    """Words without those drawn a second time in the same place to look bold."""
    known: dict[str, list[Word]] = {}
    kept = []
    for word in words:
        same = known.setdefault(word.text, [])
        near = 0.12 * word.size
        if any(abs(w.x0 - word.x0) < near and abs(w.y - word.y) < near for w in same[-20:]):
            continue
        same.append(word)
        kept.append(word)
    return kept


class PageScanner(Pen):
    """Goes over one page. `fonts` is shared by the pages of a file, so that each is read once."""

    def __init__(self, page: PageObject, fonts: Fonts, turn: int = 0) -> None:
        box = page.cropbox
        width, height = float(box.width), float(box.height)
        turn = (page.rotation + turn) % 360
        spins: dict[int, Matrix] = {
            90: (0, -1, 1, 0, 0, width),
            180: (-1, 0, 0, -1, width, height),
            270: (0, 1, -1, 0, height, 0),
        }
        start: Matrix = (1, 0, 0, 1, -float(box.left), -float(box.bottom))
        spin = spins.get(turn, IDENTITY)
        if turn in (90, 270):
            width, height = height, width
        super().__init__(times(start, spin), Marks(width, height))
        self._page, self._fonts = page, fonts
        self._stack: list[State] = []
        self._path: list[tuple[float, float]] = []
        self._rects: list[Box] = []
        self._left = MAX_OPERATIONS
        self._forms = 0
        self._open: set[int] = set()

    def scan(self) -> Marks:
        """The page's words, lines and pictures."""
        contents = self._page.get("/Contents")
        if contents is not None:
            stream = ContentStream(contents.get_object(), self._page.pdf, "bytes")
            self._run(stream, self._resources(self._page), 0)
        self.marks.words = without_doubles(self.marks.words)
        return self.marks

    def _resources(self, owner: DictionaryObject) -> DictionaryObject:
        for _ in range(50):
            found = owner.get("/Resources")
            if found is not None and isinstance(found.get_object(), DictionaryObject):
                return found.get_object()  # type: ignore[no-any-return]
            parent = owner.get("/Parent")
            if parent is None or not isinstance(parent.get_object(), DictionaryObject):
                break
            owner = parent.get_object()
        return DictionaryObject()

    def _run(self, stream: ContentStream, resources: DictionaryObject, depth: int) -> None:
        for operands, operator in stream.operations:
            self._left -= 1
            if self._left < 0:
                return
            if operator == b"Do":
                self._do(operands, resources, depth)
            elif operator == b"Tf":
                self._set_font(operands, resources)
            elif operator == b"INLINE IMAGE":
                self._picture(0)
            else:
                handler = _HANDLERS.get(operator)
                if handler is not None:
                    try:
                        handler(self, operands)
                    except (TypeError, ValueError, IndexError):
                        continue  # an operator with wrong operands is passed over, as viewers do

    # ---- fonts and forms

    def _set_font(self, operands: list[Any], resources: DictionaryObject) -> None:
        if len(operands) > 1 and isinstance(operands[1], (int, float)):
            self.state.size = float(operands[1])
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        found = fonts.get(operands[0]) if operands and isinstance(fonts, DictionaryObject) else None
        entry = found.get_object() if found is not None else None
        if not isinstance(entry, DictionaryObject):
            self.state.font = None
            return
        self.state.font = self._fonts.get(entry)
        self.state.bold = is_bold(self.state.font)

    def _do(self, operands: list[Any], resources: DictionaryObject, depth: int) -> None:
        objects = resources.get("/XObject", DictionaryObject()).get_object()
        found = (
            objects.get(operands[0]) if operands and isinstance(objects, DictionaryObject) else None
        )
        form = found.get_object() if found is not None else None
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self._picture(getattr(form.indirect_reference, "idnum", id(form)))
        elif form.get("/Subtype") == "/Form" and depth < MAX_FORM_DEPTH:
            if id(form) in self._open or self._forms >= MAX_FORMS:
                return
            self._forms += 1
            self._open.add(id(form))
            saved, stack, line = self.state.copy(), self._stack, (self.tm, self.row)
            self._stack = []
            matrix = form.get("/Matrix", ArrayObject()).get_object()
            if isinstance(matrix, ArrayObject) and len(matrix) == 6:
                self.cm(list(matrix))
            own = form.get("/Resources")
            inner = own.get_object() if own is not None else resources
            self._run(ContentStream(form, self._page.pdf, "bytes"), inner, depth + 1)
            self.state, self._stack, (self.tm, self.row) = saved, stack, line
            self._open.discard(id(form))

    def _picture(self, number: int) -> None:
        m = self.state.matrix
        xs = [m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]]
        ys = [m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]]
        self.marks.pictures.append((number, Box(min(xs), min(ys), max(xs), max(ys))))

    # ---- graphics state and paths

    def save(self, _: list[Any]) -> None:
        self._stack.append(self.state.copy())

    def restore(self, _: list[Any]) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def cm(self, o: list[Any]) -> None:
        self.state.matrix = times(matrix_of(o), self.state.matrix)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        m = self.state.matrix
        return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]

    def rectangle(self, o: list[Any]) -> None:
        x, y, w, h = (float(v) for v in o[:4])
        (ax, ay), (bx, by) = self._point(x, y), self._point(x + w, y + h)
        self._rects.append(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    def move(self, o: list[Any]) -> None:
        self._close()
        self._path = [self._point(float(o[0]), float(o[1]))]

    def line(self, o: list[Any]) -> None:
        self._path.append(self._point(float(o[0]), float(o[1])))

    def curve(self, _: list[Any]) -> None:
        self._path = []

    def _close(self) -> None:
        """A path of straight lines along the page's sides becomes its rectangle."""
        if len(self._path) > 1:
            xs, ys = [p[0] for p in self._path], [p[1] for p in self._path]
            box = Box(min(xs), min(ys), max(xs), max(ys))
            straight = all(
                min(abs(x - box.x0), abs(x - box.x1)) < 1
                and min(abs(y - box.y0), abs(y - box.y1)) < 1
                for x, y in self._path
            )
            if straight:
                self._rects.append(box)
        self._path = []

    def paint(self, _: list[Any]) -> None:
        self._close()
        self.marks.boxes.extend(self._rects)
        self._rects = []

    def drop_path(self, _: list[Any]) -> None:
        self._path, self._rects = [], []

    def begin_marked(self, o: list[Any]) -> None:
        self.hidden.append(bool(o) and o[0] == "/Artifact")

    def end_marked(self, _: list[Any]) -> None:
        if self.hidden:
            self.hidden.pop()


def _setter(name: str) -> Callable[[PageScanner, list[Any]], None]:
    return lambda scanner, operands: scanner.setting(name, operands)


_HANDLERS: dict[bytes, Any] = {
    b"q": PageScanner.save, b"Q": PageScanner.restore, b"cm": PageScanner.cm,
    b"re": PageScanner.rectangle, b"m": PageScanner.move, b"l": PageScanner.line,
    b"c": PageScanner.curve, b"v": PageScanner.curve, b"y": PageScanner.curve,
    b"n": PageScanner.drop_path,
    **dict.fromkeys((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), PageScanner.paint),
    b"BMC": PageScanner.begin_marked, b"BDC": PageScanner.begin_marked,
    b"EMC": PageScanner.end_marked, b"BT": PageScanner.begin_text,
    b"Tm": PageScanner.text_matrix, b"Td": PageScanner.move_line,
    b"TD": PageScanner.move_line_leading, b"T*": PageScanner.next_line,
    b"Tj": PageScanner.show, b"TJ": PageScanner.show,
    b"'": PageScanner.show_next, b'"': PageScanner.show_spaced,
    b"Tc": _setter("spacing"), b"Tw": _setter("word_spacing"), b"Tz": _setter("scale"),
    b"TL": _setter("leading"), b"Ts": _setter("rise"),
}  # fmt: skip
