"""Which councils a text names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from language.words import fold

_DATA = Path(__file__).parent / "data" / "councils.txt"
_COUNCIL_WORD = r"(?:council|borough|county|city|authority|lbc|services|metropolitan)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A council named in a text; offsets are of the folded text, as long as the text itself
    has no letters that folding lengthens.
    """

    name: str
    start: int
    end: int


@lru_cache(maxsize=8)
def _pattern(extra: tuple[tuple[str, str], ...] = ()) -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    plain: list[str] = []
    guarded: list[str] = []
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        first, *others = [part.strip() for part in line.split(";")]
        bare = first.removeprefix("?")
        (guarded if first.startswith("?") else plain).append(_key(bare))
        names[_key(bare)] = bare
        for other in others:
            names[_key(other)] = bare
            plain.append(_key(other))
    for other, name in extra:
        names[_key(other)] = name
        plain.append(_key(other))
    plain.sort(key=len, reverse=True)
    sure = "|".join(_loose(name) for name in plain)
    unsure = "|".join(_loose(name) for name in guarded)
    source = (
        rf"(?<!\w)(?:(?P<sure>{sure})|(?P<unsure>{unsure})(?=\W+(?:\w+\W+)?{_COUNCIL_WORD})"
        rf"|(?<=borough of )(?P<borough>{unsure}))(?=s?\b)(?!\w{{2}})"
    )
    return re.compile(source), names


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", fold(name).replace("&", " and ").replace("-", " ")).strip()


def _loose(key: str) -> str:
    parts = [r"(?:and|&)" if part == "and" else re.escape(part) for part in key.split(" ")]
    return r"[\s-]*".join(parts) if "and" in key.split(" ") else r"[\s-]+".join(parts)


def mentions(text: str, own: str = "", also: tuple[str, ...] = ()) -> list[Mention]:
    """The councils that a text names, in order. `own` and its other names `also` count too.

    'H&F', 'Hammersmith and Fulham' and 'London Borough of Hammersmith & Fulham' are one name.
    """
    extra = tuple((name, canonical(own)) for name in (own, *also) if name) if own else ()
    pattern, names = _pattern(extra)
    found: list[Mention] = []
    for match in pattern.finditer(fold(text)):
        key = _key(match.group())
        name = names.get(key)
        if name is not None:
            found.append(Mention(name, match.start(), match.end()))
    return found


def without_mentions(text: str) -> str:
    """The text with the councils' names taken out."""
    for mention in reversed(mentions(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


@lru_cache(maxsize=1_000)
def canonical(name: str) -> str:
    """The list's own name for a council, or the name as it is when the list has none."""
    if not name:
        return ""
    pattern, names = _pattern()
    match = pattern.search(fold(name))
    return names.get(_key(match.group()), name.strip()) if match else name.strip()


def count(text: str) -> Counter[str]:
    """How often each council is named."""
    return Counter(mention.name for mention in mentions(text))
