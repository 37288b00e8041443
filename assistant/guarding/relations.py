"""The words around a name that tell an adult of the family or a carer. Patterns only, no logic."""

from __future__ import annotations

import re

_ADULT = (
    r"(?:(?:birth |foster |step-?|grand|great-)?(?:mum|mam|mother|dad|father|parents?|carers?)"
    r"|nan|nana|gran|granny|grandma|grandad|stepdad|stepmum|aunt|auntie|aunty|uncle|partner"
    r"|boyfriend|girlfriend|husband|wife|neighbour|lodger|childminder|adopter)"
)
_CALLED = r"(?: who is| is| was)?(?: called| named)?"

ADULT_BEFORE = re.compile(rf"\b{_ADULT}{_CALLED},? $", re.I)
"""'his nan, ...'"""

ADULT_AFTER = re.compile(
    rf",? (?:who )?(?:is |was )?\(?(?:his|her|their|the|a|one|[A-Z]\w+['’]s)(?: \w+)? {_ADULT}\b",
    re.I,
)
"""'..., her mum'"""

CARER_BEFORE = re.compile(r"\bcarer(?P<comma>,? )$", re.I)
"""'the carer, ...': one carer, so that 'their carer' can stand for the name."""

TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\.? ", re.I)

FAMILY = re.compile(r"(?P<the>[Tt]he) \S+ (?P<who>\w+)")
"""'the Abdi family', 'the Begum boys'."""
