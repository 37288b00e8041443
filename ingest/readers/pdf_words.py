"""What stands on a PDF page and where: words, ruled lines, pictures. Reads the content itself.

pypdf's own text extraction tells where a piece of text begins and not where it ends; tables and
columns cannot be seen without that. This goes over the page's operators with pypdf's parser and
fonts, and keeps the ends too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import hypot
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, StreamObject
from pypdf.generic._font import Font

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
WORD_GAP = 0.16
"""A gap of this part of the font size is a space: half of the narrowest space of the fonts seen
(0.32 em, Tahoma and Verdana); kerning stays below 0.1."""
MAX_FORM_DEPTH = 12
MAX_OPERATIONS = 1_500_000
"""In one page with all its forms; the fullest page seen has 9,000."""
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


@dataclass(slots=True)
class Word:
    """Letters without a gap. `y` is the baseline, upwards; `x0` and `x1` left and right."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    artifact: bool
    turned: bool
    spaced: bool = False
    """True when a space stands in the file before it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right, top."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Marks:
    """All that was found on one page, in the order of the file."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    """Ruled lines (a side under 3 points) and filled rectangles."""
    pictures: list[tuple[int, Box]] = field(default_factory=list)
    """The picture's number in the file (to know a logo again), and where it stands."""


def times(a: Matrix, b: Matrix) -> Matrix:
    """The matrix that does `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


@dataclass(slots=True)
class _State:
    """The part of the graphics state that places text."""

    matrix: Matrix
    font: Font | None = None
    bold: bool = False
    size: float = 12.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> _State:
        return _State(
            self.matrix, self.font, self.bold, self.size, self.spacing,
            self.word_spacing, self.scale, self.leading, self.rise,
        )  # fmt: skip


class PageScanner:
    """Goes over one page. `fonts` is shared by the pages of a file, so that each is read once."""

    def __init__(self, page: PageObject, fonts: dict[int, Font]) -> None:
        box = page.cropbox
        width, height = float(box.width), float(box.height)
        turn = page.rotation % 360
        start: Matrix = (1, 0, 0, 1, -float(box.left), -float(box.bottom))
        spin: Matrix = {
            90: (0, -1, 1, 0, 0, width),
            180: (-1, 0, 0, -1, width, height),
            270: (0, 1, -1, 0, height, 0),
        }.get(turn, IDENTITY)  # type: ignore[assignment]
        if turn in (90, 270):
            width, height = height, width
        self.marks = Marks(width, height)
        self._page, self._fonts = page, fonts
        self._state = _State(times(start, spin))
        self._stack: list[_State] = []
        self._tm = self._line = IDENTITY
        self._hidden: list[bool] = []
        self._path: list[tuple[float, float]] = []
        self._rects: list[Box] = []
        self._left = MAX_OPERATIONS
        self._word: Word | None = None
        self._space = False

    def scan(self) -> Marks:
        """The page's words, lines and pictures."""
        contents = self._page.get("/Contents")
        if contents is not None:
            stream = ContentStream(contents.get_object(), self._page.pdf, "bytes")
            self._run(stream, self._resources(self._page), 0)
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
            self._state.size = float(operands[1])
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        found = fonts.get(operands[0]) if operands and isinstance(fonts, DictionaryObject) else None
        entry = found.get_object() if found is not None else None
        if not isinstance(entry, DictionaryObject):
            self._state.font = None
            return
        font = self._fonts.get(id(entry))
        if font is None:
            font = self._fonts[id(entry)] = Font.from_font_resource(entry)
        self._state.font = font
        name = font.name.lower()
        self._state.bold = any(part in name for part in ("bold", "black", "heavy", "demi"))

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
            saved, stack, line = self._state.copy(), self._stack, (self._tm, self._line)
            self._stack = []
            matrix = form.get("/Matrix", ArrayObject()).get_object()
            if isinstance(matrix, ArrayObject) and len(matrix) == 6:
                self.cm(list(matrix))
            own = form.get("/Resources")
            inner = own.get_object() if own is not None else resources
            self._run(ContentStream(form, self._page.pdf, "bytes"), inner, depth + 1)
            self._state, self._stack, (self._tm, self._line) = saved, stack, line

    def _picture(self, number: int) -> None:
        m = self._state.matrix
        xs = [m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]]
        ys = [m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]]
        self.marks.pictures.append((number, Box(min(xs), min(ys), max(xs), max(ys))))

    # ---- graphics state and paths

    def save(self, _: list[Any]) -> None:
        self._stack.append(self._state.copy())

    def restore(self, _: list[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def cm(self, o: list[Any]) -> None:
        self._state.matrix = times(_matrix(o), self._state.matrix)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        m = self._state.matrix
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
        self._hidden.append(bool(o) and o[0] == "/Artifact")

    def end_marked(self, _: list[Any]) -> None:
        if self._hidden:
            self._hidden.pop()

    # ---- text

    def begin_text(self, _: list[Any]) -> None:
        self._tm = self._line = IDENTITY

    def text_matrix(self, o: list[Any]) -> None:
        self._tm = self._line = _matrix(o)

    def move_line(self, o: list[Any]) -> None:
        self._line = self._tm = times((1, 0, 0, 1, float(o[0]), float(o[1])), self._line)

    def move_line_leading(self, o: list[Any]) -> None:
        self._state.leading = -float(o[1])
        self.move_line(o)

    def next_line(self, _: list[Any]) -> None:
        self.move_line([0, -self._state.leading])

    def show_next(self, o: list[Any]) -> None:
        self.next_line([])
        self.show([o[-1]])

    def show_spaced(self, o: list[Any]) -> None:
        self._state.word_spacing, self._state.spacing = float(o[0]), float(o[1])
        self.show_next(o[2:])

    def setting(self, name: str, o: list[Any]) -> None:
        value = float(o[0])
        setattr(self._state, name, value / 100 if name == "scale" else value)

    def show(self, o: list[Any]) -> None:
        """Tj and TJ: strings, and numbers that move the pen."""
        items = o[0] if isinstance(o[0], (list, ArrayObject)) else o[:1]
        state = self._state
        for item in items:
            if isinstance(item, (int, float)):
                self._advance(-float(item) / 1000 * state.size * state.scale)
            elif isinstance(item, (str, bytes)) and not isinstance(item, NameObject):
                self._string(item.encode("latin-1", "replace") if isinstance(item, str) else item)

    def _advance(self, distance: float) -> None:
        t = self._tm
        self._tm = (t[0], t[1], t[2], t[3], t[4] + distance * t[0], t[5] + distance * t[1])

    def _string(self, data: bytes) -> None:
        state, font = self._state, self._state.font
        if font is None:
            return
        m = times((1, 0, 0, 1, 0, state.rise), times(self._tm, state.matrix))
        size = state.size * hypot(m[2], m[3])
        turned = abs(m[1]) > 0.05 * hypot(m[0], m[1]) or m[0] < 0
        x, y, forward = m[4], m[5], (m[1] if turned and abs(m[1]) > abs(m[0]) else m[0])
        moved = 0.0
        place = y if turned and abs(m[1]) > abs(m[0]) else x
        level = x if turned and abs(m[1]) > abs(m[0]) else y
        for raw, shown in _letters(font, data):
            width = font.space_width if raw == font.space_char else _width(font, raw)
            step = (width / 1000 * state.size + state.spacing) * state.scale
            if raw == " " and isinstance(font.encoding, dict):
                step += state.word_spacing * state.scale
            start = place + moved * forward
            moved += step
            if not shown.strip():
                self._space = self._space or bool(shown)
            else:
                self._letter(shown, start, place + moved * forward, level, abs(size), turned)
        self._advance(moved)

    def _letter(
        self, shown: str, x0: float, x1: float, y: float, size: float, turned: bool
    ) -> None:
        if x1 < x0:
            x0, x1 = x1, x0
        word, gap = self._word, WORD_GAP * size
        if (
            word is not None
            and not self._space
            and word.turned == turned
            and abs(word.y - y) < 0.05 * size
            and abs(word.size - size) < 0.1 * size
            and -gap < x0 - word.x1 < gap
        ):
            word.text += shown
            word.x1 = max(word.x1, x1)
            return
        hidden = any(self._hidden)
        self._word = Word(shown, x0, x1, y, size, self._state.bold, hidden, turned, self._space)
        self._space = False
        self.marks.words.append(self._word)


def _matrix(o: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(v) for v in o[:6])
    return a, b, c, d, e, f


def _width(font: Font, raw: str) -> float:
    return float(font.character_widths.get(raw, font.character_widths["default"]))


def _letters(font: Font, data: bytes) -> Iterator[tuple[str, str]]:
    """Each character as the font numbers it, and as a reader sees it."""
    names: Mapping[Any, Any] = font.character_map
    if isinstance(font.encoding, str):
        try:
            text = data.decode(font.encoding, "surrogatepass")
        except (UnicodeDecodeError, LookupError):
            text = data.decode("latin-1")
        for raw in text:
            yield raw, _clean(names.get(raw, raw))
        return
    for code in data:
        raw = chr(code)
        named = font.encoding.get(code, raw)
        yield raw, _clean(names.get(named, named))


def _clean(shown: Any) -> str:
    """A character as shown: ligatures taken apart, control characters and lone halves left out."""
    text = str(shown)
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(LIGATURES)
    return "".join(
        " " if c.isspace() else c
        for c in text
        if c.isspace() or c >= " " and not "\ud800" <= c <= "\udfff"
    )


def _setter(name: str) -> Any:
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
