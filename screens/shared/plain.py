"""Text of documents and people as a label shows it: no Markdown, no emoji, no mathematics.

Streamlit reads labels as Markdown. Text that is not ours goes through `st.text` or through our
components (which set `textContent`) wherever it can; where only a label will do, through `plain`.
"""

from __future__ import annotations

import re
import string

JOINER = "\u2060"
"""WORD JOINER: no width, no line break, not read aloud."""

_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")
# Streamlit rewrites these after the escapes are gone: arrows, ':streamlit:', ':material/x:', and
# addresses that become links. An invisible joiner inside keeps them as they stand.
_REWRITTEN = re.compile(r"(?<=[<>=~-])(?=[<>=-])|(?<=:)(?=\w)|(?<=\w)(?=@)|(?<=[wW])(?=\.)")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """`text` so that a Markdown label shows it as it stands, on one line."""
    line = _SPACE.sub(" ", "".join(c if c.isprintable() else " " for c in text)).strip()
    return _PUNCTUATION.sub(r"\\\g<0>", _REWRITTEN.sub(JOINER, line))
