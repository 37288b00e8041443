"""What is checked before an Office or OpenDocument file is opened, and how its parts are parsed.

Nothing in a file is run or fetched: macros stay bytes, links stay text, XML entities stay unread.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree

from core.dates import UNKNOWN_DATE, PartialDate
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Limits, Properties

Element: TypeAlias = Any
"""An lxml element (lxml has no types of its own)."""

_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_HEAD_BYTES = 2**20
"""An encrypted package has its directory in its first or last sectors; both ends are searched."""
_ENCRYPTED_STREAMS = tuple(
    name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo", "DRMEncrypted")
)

MAX_UNPACKED_BYTES = 2**30
MAX_PART_BYTES = 200 * 2**20
"""The largest XML part: parsed, it takes about five times its size in memory."""
MAX_RATIO = 200
"""Text in Office files packs to between 1/5 and 1/40; a bomb to 1/1000."""
_RATIO_FROM_BYTES = 10 * 2**20
MAX_MEMBERS = 20_000

_STRICT = b"http://purl.oclc.org/ooxml/"
_ODF_ENCRYPTED = re.compile(rb"<(?:\w+:)?encryption-data\b")
_SPACE = re.compile(r"\s+")
_TEMPLATE_DAYS = frozenset({"2013-12-23", "2013-01-27"})
"""When the blank templates inside python-docx and python-pptx were made; no date of the paper."""
_TEMPLATE_AUTHORS = frozenset({"python-docx", "openpyxl", "steve canny"})
_NOT_A_TITLE = re.compile(
    r"(?i)(powerpoint presentation|presentation title|document|untitled|slide \d+"
    r"|microsoft (word|powerpoint|excel) - .*|word document)"
)


def fold(text: str) -> str:
    """The text on one line: every run of white space as one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def parse_xml(data: bytes) -> Element:
    """The root of an XML part, read without entities, DTD or network."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
    )
    return etree.fromstring(data, parser)


@contextmanager
def opening(path: Path, limits: Limits, zipped: bool = True) -> Iterator[None]:
    """Checks a file, then turns whatever goes wrong while it is read into UnreadableFile."""
    try:
        check_size(path, limits)
        if zipped:
            check_office_file(path)
        yield
    except (UnreadableFile, MemoryError):
        raise
    except PermissionError as error:
        raise UnreadableFile(UnreadableReason.NOT_ALLOWED) from error
    except Exception as error:
        raise UnreadableFile(UnreadableReason.DAMAGED, type(error).__name__) from error


def check_size(path: Path, limits: Limits) -> None:
    """Raises UnreadableFile when a file is empty or too large."""
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile(UnreadableReason.EMPTY)
    if size > limits.max_bytes:
        raise UnreadableFile(UnreadableReason.TOO_LARGE)


def check_office_file(path: Path) -> None:
    """Raises UnreadableFile when a file is encrypted, an old format, a zip bomb or no zip."""
    with path.open("rb") as file:
        if file.read(len(_OLE_MAGIC)) == _OLE_MAGIC:
            raise _old_or_encrypted(path)
    try:
        with zipfile.ZipFile(path) as package:
            _check_members(package)
    except zipfile.BadZipFile as error:
        raise UnreadableFile(UnreadableReason.DAMAGED) from error


def _old_or_encrypted(path: Path) -> UnreadableFile:
    data = path.read_bytes()
    ends = data[:_OLE_HEAD_BYTES], data[-_OLE_HEAD_BYTES:]
    if any(name in end for name in _ENCRYPTED_STREAMS for end in ends):
        return UnreadableFile(UnreadableReason.ENCRYPTED)
    newer = {".ppt": ".pptx", ".pps": ".pptx", ".xls": ".xlsx"}.get(path.suffix.lower(), ".docx")
    detail = f"an old binary Office file; save it as {newer}"
    return UnreadableFile(UnreadableReason.UNKNOWN_FORMAT, detail)


def _check_members(package: zipfile.ZipFile) -> None:
    members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(UnreadableReason.ENCRYPTED)
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED_BYTES or len(members) > MAX_MEMBERS:
        raise UnreadableFile(UnreadableReason.TOO_LARGE, "unpacked")
    names = {member.filename for member in members}
    for member in members:
        packs = member.file_size / max(member.compress_size, 1)
        too_dense = member.file_size > _RATIO_FROM_BYTES and packs > MAX_RATIO
        is_xml = member.filename.lower().endswith((".xml", ".rels", ".vml"))
        if too_dense or (is_xml and member.file_size > MAX_PART_BYTES):
            raise UnreadableFile(UnreadableReason.TOO_LARGE, "unpacked")
    if "META-INF/manifest.xml" in names and _ODF_ENCRYPTED.search(
        package.read("META-INF/manifest.xml")
    ):
        raise UnreadableFile(UnreadableReason.ENCRYPTED)
    if "_rels/.rels" in names and _STRICT in package.read("_rels/.rels"):
        detail = "saved as 'Strict Open XML'; save it in the ordinary format"
        raise UnreadableFile(UnreadableReason.UNKNOWN_FORMAT, detail)


def properties(path: Path) -> Properties:
    """What an Office or OpenDocument file says of itself, without what its template left there."""
    values: dict[str, str] = {}
    with zipfile.ZipFile(path) as package:
        for name in {"docProps/core.xml", "meta.xml"} & set(package.namelist()):
            for element in parse_xml(package.read(name)).iter("{*}*"):
                if len(element) == 0:
                    values.setdefault(etree.QName(element).localname, fold(element.text or ""))
    title = values.get("title", "")
    author = values.get("creator") or values.get("initial-creator", "")
    created = values.get("created") or values.get("creation-date", "")
    return Properties(
        title="" if _NOT_A_TITLE.fullmatch(title) else title,
        author="" if author.lower() in _TEMPLATE_AUTHORS else author,
        created=UNKNOWN_DATE if created[:10] in _TEMPLATE_DAYS else _date(created),
    )


def _date(stamp: str) -> PartialDate:
    try:
        return PartialDate.from_iso(stamp[:10])
    except ValueError:
        return UNKNOWN_DATE
