"""Byte-identical Office files: fixed times in the zip, its properties and what is embedded"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

_ZIP_TIME = (2026, 11, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_MODE = 0o644 << 16  # the same rights in the zip on every machine


def fix(path: Path, stamp: date) -> None:
    """Rewrite the Office file at `path` so that the same content gives the same bytes"""
    path.write_bytes(fixed_bytes(path.read_bytes(), stamp))


def fixed_bytes(data: bytes, stamp: date) -> bytes:
    """The zip `data` with fixed times, members in their order, and workbooks inside it fixed too"""
    when = stamp.strftime("%Y-%m-%dT00:00:00Z").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>" + when + rb"\g<3>", content)
            elif name.endswith(".xlsx"):
                content = fixed_bytes(content, stamp)
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = _MODE
            new.writestr(info, content)
    return out.getvalue()
