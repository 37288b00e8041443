"""A text with a child's details replaced: 'Child A' for a name, the kind for anything else."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.findings import Finding, FindingKind

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def replaced(text: str, findings: Sequence[Finding]) -> str:
    """`text` without what was found: the same name becomes the same letter each time."""
    letters: dict[str, str] = {}
    parts, at = [], 0
    for each in sorted(findings, key=lambda found: found.start):
        parts.append(text[at : each.start])
        if each.kind is FindingKind.CHILD_NAME:
            name = text[each.start : each.end].casefold()
            letter = letters.setdefault(name, _LETTERS[len(letters) % len(_LETTERS)])
            parts.append(f"Child {letter}")
        else:
            parts.append(f"[removed: {each.kind.label.split(' ', 1)[-1]}]")
        at = each.end
    return "".join([*parts, text[at:]])
