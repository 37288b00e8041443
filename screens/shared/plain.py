"""Text of documents and people as a label shows it: no Markdown, no emoji, no mathematics.

Streamlit reads labels as Markdown. Text that is not ours goes through `st.text` or through our
components (which set `textContent`) wherever it can; where only a label will do, through `plain`.
"""

from __future__ import annotations

import re

JOINER = "\u2060"
"""WORD JOINER: no width, no line break, not read aloud."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>$~&]|:(?=\S)")
# Streamlit rewrites these after the escapes are gone: arrows and '>=', ':smile:' and
# ':material/x:', addresses that turn into links. An invisible joiner inside keeps them as they are.
_REWRITTEN = re.compile(
    r"(?<=[<>=~-])(?=[<>=-])|(?<=:)(?=[\w+/-]+:)|(?<=[\w.+-])(?=@)"
    r"|(?<=www)(?=\.)|(?<=https)(?=:)|(?<=http)(?=:)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_LIST_OR_HEADING = re.compile(r"^(?=[#+>=-])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])")


def plain(text: str) -> str:
    """`text` so that a Markdown label shows it as it stands, on one line."""
    line = _SPACE.sub(" ", "".join(c if c.isprintable() else " " for c in text)).strip()
    line = _LIST_OR_HEADING.sub(JOINER, _REWRITTEN.sub(JOINER, line))
    return _MARKDOWN.sub(r"\\\g<0>", line)
