"""Lines such as 'Report to: Children's Committee', which are facts and not headings."""

from __future__ import annotations

import re

_LABEL = re.compile(r"(?P<label>[A-Z][\w’'()&/ ]{1,40}?)\s*:\s+(?P<value>\S.*)", re.DOTALL)
_KNOWN = re.compile(
    r"(?i)(?:(?:lead|other) inspectors?|inspection (?:team|dates?|number)|(?:report )?published|"
    r"report (?:to|of|by|from|author)|(?:re-?)?dated?|date of .*|subject|title|authors?|name|"
    r"position|job title|role|e-?mail|tel(?:ephone)?|phone|textphone|[tew]|wards?(?: affected)?|"
    r"responsible .*|contact.*|classification|status|version|owner|venue|location|time|present|"
    r"apologies|chair|item(?: no)?|prepared (?:by|for)|presented by|approved by|"
    r"review(?:ed)?(?: date| by)?|from|to|cc|copyright|reference|ref|portfolio|directorate|"
    r"service|team|decision|key decision|urn|about)"
)
_PLAIN_VALUE = re.compile(
    r"(?i)(?:all|none|n/?a|yes|no|tbc)\.?|\S+@\S+|https?:\S+|www\.\S+|[\d£(+].{0,60}|"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b.{0,40}"
)


def is_fact(text: str) -> bool:
    """True for 'Lead inspector: Tara Geere' and 'Date: 09/11/2020'; False for
    'Inspection preparation: children’s social care' and 'Leadership: good'.
    """
    match = _LABEL.fullmatch(text)
    if match is None or len(match["label"].split()) > 5:
        return False
    return bool(_KNOWN.fullmatch(match["label"].strip()) or _PLAIN_VALUE.fullmatch(match["value"]))
