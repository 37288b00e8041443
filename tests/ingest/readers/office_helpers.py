"""What the tests of the Office readers share: reading, packing by hand, patching XML in a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits, Reader

LIMITS = Limits()


def texts(content: Content, *kinds: BlockKind) -> list[str]:
    return [block.text for block in content.blocks if not kinds or block.kind in kinds]


def one(content: Content, text: str) -> Block:
    found = [block for block in content.blocks if block.text == text]
    assert len(found) == 1, (text, texts(content))
    return found[0]


def rows(content: Content) -> list[Block]:
    return [b for b in content.blocks if b.kind is BlockKind.ROW and not b.header_row]


def refusal(reader: Reader, path: Path, limits: Limits = LIMITS) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        reader(path, limits)
    return caught.value


def patch(path: Path, member: str, change: Callable[[str], str]) -> None:
    """Rewrites one member of a zip."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    members[member] = change(members[member].decode()).encode()
    pack(path, members)


def pack(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


def ole(path: Path, stream: str) -> Path:
    """A compound file, as far as its header and one directory entry."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    entry = stream.encode("utf-16-le").ljust(64, b"\0") + bytes(64)
    path.write_bytes(header + entry + bytes(512))
    return path


def check_bad_files(reader: Reader, folder: Path, suffix: str) -> None:
    """No file that cannot be read crashes a reader; each has a reason that a person understands."""
    empty = folder / f"empty{suffix}"
    empty.write_bytes(b"")
    assert refusal(reader, empty).reason is UnreadableReason.EMPTY

    noise = folder / f"noise{suffix}"
    noise.write_bytes(b"this is no office file" * 50)
    assert refusal(reader, noise).reason is UnreadableReason.DAMAGED

    other = pack(folder / f"other{suffix}", {"readme.txt": "a zip, but not this kind"})
    assert refusal(reader, other).reason is UnreadableReason.DAMAGED

    locked = ole(folder / f"locked{suffix}", "EncryptedPackage")
    assert refusal(reader, locked).reason is UnreadableReason.ENCRYPTED

    old = refusal(reader, ole(folder / f"old{suffix}", "WordDocument"))
    assert old.reason is UnreadableReason.UNKNOWN_FORMAT
    assert "old binary Office file; save it as ." in old.detail

    bomb = pack(folder / f"bomb{suffix}", {"word/document.xml": b" " * (30 * 2**20)})
    assert refusal(reader, bomb).reason is UnreadableReason.TOO_LARGE

    small = Limits(max_bytes=10)
    assert refusal(reader, noise, small).reason is UnreadableReason.TOO_LARGE


def check_cut_short(reader: Reader, whole: Path) -> None:
    """A file that lost its end is 'damaged', wherever it was cut."""
    data = whole.read_bytes()
    for part in (0.1, 0.5, 0.9, 0.99):
        cut = whole.with_name(f"cut-{part}{whole.suffix}")
        cut.write_bytes(data[: int(len(data) * part)])
        assert refusal(reader, cut).reason is UnreadableReason.DAMAGED
