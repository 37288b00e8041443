"""Writes assistant/data/names_from_faker.txt: given names of many countries from Faker (MIT).

    python -m pip download --no-deps faker==40.54.0
    python tools/given_names.py faker-40.54.0-py3-none-any.whl

Faker is not installed for this: its lists are read out of the wheel, and the product needs the text
file alone. Ordinary words of English and what our own lists hold are left out.
"""

from __future__ import annotations

import importlib
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vectorstore.embed import ordinary_words  # noqa: E402 - the line above makes it findable

DATA = ROOT / "assistant" / "data"
OURS = ("given_names.txt", "more_names.txt", "word_names.txt", "ordinary_words.txt")
LOCALES = (
    "en_GB",
    "en_IE",
    "ga_IE",
    "en_IN",
    "en_PK",
    "en_KE",
    "en_NG",
    "ha_NG",
    "ig_NG",
    "yo_NG",
    "tw_GH",
    "sw",
    "zu_ZA",
    "fr_DZ",
    "pl_PL",
    "ro_RO",
    "lt_LT",
    "lv_LV",
    "cs_CZ",
    "sk_SK",
    "hu_HU",
    "hr_HR",
    "sl_SI",
    "tr_TR",
    "uz_UZ",
    "pt_PT",
    "pt_BR",
    "es_ES",
    "fr_FR",
    "it_IT",
)
"""Written in Latin letters, and of countries that many families in England come from."""
SHORTEST = 4
"""Shorter names of other languages are too often words or short forms of English."""
WIDTH = 100
HEAD = """\
# Given names of {count} countries and peoples, by tools/given_names.py from Faker {version}.
# Faker: Copyright (c) 2012 Daniele Faraglia, MIT licence; the notice stands in full in
# docs/licences/faker.txt. One of these counts only with a capital and beside words about a person.
"""


def names(locale: str) -> Iterator[str]:
    """The given names of a locale, each word by itself, in small letters; also without accents."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        if attribute.startswith("first_names"):
            for name in getattr(provider, attribute):
                for word in str(name).lower().split():
                    yield unicodedata.normalize("NFC", word)
                    folded = unicodedata.normalize("NFD", word)
                    yield "".join(c for c in folded if not unicodedata.combining(c))


def main(wheel: str) -> None:
    """Writes the file from the lists in the wheel."""
    sys.path.insert(0, str(Path(wheel).resolve()))
    known = set(ordinary_words())
    for ours in OURS:
        for line in (DATA / ours).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                known |= set(line.lower().split())
    found = {name for locale in LOCALES for name in names(locale)}
    kept = sorted(n for n in found - known if n.isalpha() and len(n) >= SHORTEST)
    lines, line = [], ""
    for name in kept:
        if len(line) + len(name) >= WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {name}".strip()
    version = importlib.import_module("faker").VERSION
    head = HEAD.format(count=len(LOCALES), version=version)
    target = DATA / "names_from_faker.txt"
    target.write_text(head + "\n".join([*lines, line]) + "\n", encoding="utf-8")
    print(f"{len(kept)} names written to {target}")


if __name__ == "__main__":
    main(sys.argv[1])
