"""Shows a stored value as a spreadsheet shows it: 0.936 with the format '0.0%' is '93.6%'.

A person quotes what the sheet shows, so that is what readers give. Whoever checks quotes against
the raw file has to apply the format too; the file stores 0.936.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DATE_TOKEN = re.compile(r"(?i)am/pm|a/p|y+|m+|d+|h+|s+(?:\.0+)?|.", re.DOTALL)
_PLACES = re.compile(r"[#0?][#0?,]*(\.[#0?]+)?(,*)")
_PRIVATE = 0xE000
_SHORT_DATE = "dd/mm/yyyy"
_LOCALE_DATES = frozenset({"mm-dd-yy", "m/d/yyyy", "mm/dd/yyyy", "m/d/yy"})
"""What openpyxl calls format 14, the machine's short date: day first in Britain."""
_LOCALE_DATE_TIMES = frozenset({"m/d/yy h:mm", "m/d/yyyy h:mm"})

Value = None | bool | int | float | str | date | datetime | time | timedelta


def shown(value: Value, number_format: str = "General") -> str:
    """The value as a person sees it in a cell of that format; '' for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, date | time):
        return _date(value, number_format)
    return _number(value, number_format)


def _lift(pattern: str) -> tuple[str, list[str]]:
    """A format with its literal words lifted out, each left as one private-use character."""
    pieces: list[str] = []

    def keep(match: re.Match[str]) -> str:
        pieces.append(match[1] or match[2] or match[3] or "")
        return chr(_PRIVATE + len(pieces) - 1)

    return _LITERAL.sub(keep, pattern), pieces


def _put_back(text: str, pieces: list[str]) -> str:
    for number, piece in enumerate(pieces):
        text = text.replace(chr(_PRIVATE + number), piece)
    return text.strip()


def _number(value: float, number_format: str) -> str:
    sections = number_format.split(";")
    sign = "-" if value < 0 else ""
    if value < 0 and len(sections) > 1 and sections[1].strip():
        sign, pattern = "", sections[1]
    elif value == 0 and len(sections) > 2 and sections[2].strip():
        pattern = sections[2]
    else:
        pattern = sections[0]
    body, pieces = _lift(pattern)
    places = _PLACES.search(body)
    if "general" in body.lower() or "E+" in body or "@" in body or "/" in body or not body:
        return _general(value)
    if places is None:
        return _put_back(sign + body, pieces) or _general(value)
    digits = _digits(abs(value), places[0], percent="%" in body)
    return _put_back(sign + body[: places.start()] + digits + body[places.end() :], pieces)


def _digits(value: float, places: str, percent: bool) -> str:
    scaled = Decimal(repr(value)) * (100 if percent else 1)
    whole, _, fraction = places.partition(".")
    for _ in range(len(places) - len(places.rstrip(","))):
        scaled /= 1000
    fraction = fraction.rstrip(",")
    unit = Decimal(1).scaleb(-len(fraction))
    rounded = scaled.quantize(unit, rounding=ROUND_HALF_UP)
    grouped = "," in whole.rstrip(",")
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0")
    text = text.removesuffix(".")
    least = sum(character == "0" for character in whole)
    if not least:
        text = text.removeprefix("0")
    missing = least - len(text.partition(".")[0])
    return "0" * max(0, missing) + text


def _general(value: float) -> str:
    """As the format 'General' shows it: no trailing zeros, no binary dust."""
    text = f"{value:.11g}"
    if "e" in text:
        return f"{Decimal(text):f}"
    return text


def _date(value: date | time, number_format: str) -> str:
    pattern = number_format.split(";", maxsplit=1)[0]
    if pattern.lower() in _LOCALE_DATES or pattern.lower() == "general":
        pattern = _SHORT_DATE
    elif pattern.lower() in _LOCALE_DATE_TIMES:
        pattern = _SHORT_DATE + " hh:mm"
    body, pieces = _lift(pattern)
    tokens = _DATE_TOKEN.findall(body)
    half_day = any(token.lower() in {"am/pm", "a/p"} for token in tokens)
    shown_parts = [
        _part(value, token, _is_minutes(tokens, number), half_day)
        for number, token in enumerate(tokens)
    ]
    return _put_back("".join(shown_parts), pieces)


def _is_minutes(tokens: list[str], number: int) -> bool:
    """Whether an 'm' stands after hours or before seconds."""
    letters = "hHsSmMyYdD"
    before = [token[0].lower() for token in tokens[:number] if token[0] in letters]
    after = [token[0].lower() for token in tokens[number + 1 :] if token[0] in letters]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _part(value: date | time, token: str, minutes: bool, half_day: bool) -> str:
    kind, width = token[0].lower(), len(token)
    hour = getattr(value, "hour", 0)
    if token.lower() in {"am/pm", "a/p"}:
        return "AM" if hour < 12 else "PM"
    if kind == "h":
        hour = (hour % 12 or 12) if half_day else hour
        return f"{hour:0{min(width, 2)}d}"
    if kind == "s":
        return f"{getattr(value, 'second', 0):02d}"
    if kind == "m" and minutes:
        return f"{getattr(value, 'minute', 0):0{min(width, 2)}d}"
    if isinstance(value, time):
        return token if kind not in "ymd" else ""
    if kind == "y":
        return f"{value.year:04d}" if width > 2 else f"{value.year % 100:02d}"
    if kind == "m":
        return _named(value.month, width, [*calendar.month_abbr], [*calendar.month_name])
    if kind == "d":
        if width > 2:
            return _named(value.weekday(), width, [*calendar.day_abbr], [*calendar.day_name])
        return f"{value.day:0{width}d}"
    return token


def _named(number: int, width: int, short: Sequence[str], long: Sequence[str]) -> str:
    if width > 2:
        return (short if width == 3 else long)[number]
    return f"{number:0{width}d}"
