"""Figures as tables print them, and what one is against another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_FIGURE = re.compile(
    r"(?P<sign>[-−–]?)\s*(?P<money>[£$€]?)\s*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s*(?P<unit>%|m|k|days?|weeks?|months?|years?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: '%', '£m', 'days', or '' for a plain count."""

    value: Decimal
    unit: str

    @property
    def places(self) -> int:
        """Digits after the point, as printed."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


def figure_of(text: str) -> Figure | None:
    """The figure of a cell that holds one and nothing else; None for '55 (12%)' or 'n/a'."""
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    value = Decimal(match["number"].replace(",", ""))
    unit = (match["unit"] or "").lower().removesuffix("s")
    return Figure(-value if match["sign"] else value, match["money"] + unit)


def against(first: str, last: str) -> str:
    """What the last is against the first: 'higher by 50', 'lower by 2.6 points', 'the same'.

    '' when either is no figure or the units differ. It never says which way is better.
    """
    one, other = figure_of(first), figure_of(last)
    if one is None or other is None or one.unit != other.unit:
        return ""
    if one.value == other.value:
        return "the same"
    way = "higher" if other.value > one.value else "lower"
    places = max(one.places, other.places)
    return f"{way} by {_with_unit(abs(other.value - one.value), places, one.unit)}"


def _with_unit(value: Decimal, places: int, unit: str) -> str:
    number = f"{value:,.{places}f}"
    if unit == "%":
        return f"{number} {'point' if value == 1 else 'points'}"
    money = unit[:1] if unit[:1] in ("£", "$", "€") else ""
    rest = unit[len(money) :]
    if rest in ("", "m", "k"):
        return f"{money}{number}{rest}"
    return f"{number} {rest}{'' if value == 1 else 's'}"
