"""Files handed in on the screen: cleaned names, and one safe way into the corpus folder."""

from __future__ import annotations

import re
import tempfile
import time
import unicodedata
import uuid
from pathlib import Path, PurePosixPath

from core.documents import Kind
from core.errors import NotTaken, UnreadableFile
from core.files import write_whole
from core.settings import Settings
from ingest.formats import SUFFIXES
from ingest.reading import FileReader

MOST_FILES = 20
"""Handed in at once; more are better copied into the folder."""
MOST_MEGABYTES = 200
"""Handed in at once, all together: the server holds them in memory until they are saved."""
_LONGEST = 120
"""Characters of a name: with the folder's it must fit where the paper goes next, a USB stick."""
_UNFINISHED = ".incoming-"
_STALE_SECONDS = 3600
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    """A file's own name, fit for every file system: no folders, no leading dot, not too long.

    Raises NotTaken for a kind of file that cannot be read, and for a name with nothing in it.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    text = "".join(c if c.isprintable() else " " for c in _FORBIDDEN.sub(" ", last))
    path = PurePosixPath(" ".join(text.split()))
    stem, suffix = path.stem.strip(" .~$"), path.suffix.lower()
    if suffix not in SUFFIXES:
        raise NotTaken(f"{_short(last)}: files of this kind cannot be read.")
    if not stem:
        raise NotTaken(f"{_short(last)}: the file needs a name.")
    stem = stem[: _LONGEST - len(suffix)].rstrip(" .")
    while len(f"{stem}{suffix}".encode()) > 2 * _LONGEST:  # a file system counts bytes, up to 255
        stem = stem[:-1]
    return f"_{stem}{suffix}" if _DEVICES.match(stem) else f"{stem}{suffix}"


def place_for(kind: Kind | None, name: str) -> str:
    """Where a file goes inside the corpus folder; a kind that is to be found goes beside them."""
    return f"{kind.value}/{name}" if kind else name


def free_place(corpus: Path, file: str) -> str:
    """The place itself or, where a file stands there, one with a number: 'plan (2).pdf'."""
    path, number = PurePosixPath(file), 1
    while (corpus / file).exists():
        number += 1
        file = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    return file


def check_readable(name: str, data: bytes, settings: Settings) -> None:
    """Reads a file that is to take the place of another, before that one is touched.

    Raises NotTaken, with the reason, for one that cannot be read or holds no words.
    """
    with tempfile.TemporaryDirectory(prefix="incoming-") as folder:
        path = Path(folder) / f"given{PurePosixPath(name).suffix.lower()}"
        path.write_bytes(data)
        try:
            with FileReader.within(settings) as reader:
                reader.read(path)
        except UnreadableFile as error:
            raise NotTaken(f"{_short(name)} cannot be read: {error}.") from error


def save(corpus: Path, file: str, data: bytes, *, replace: bool = False) -> None:
    """Puts a file into the folder, all of it or nothing; under its name it is never half there.

    Raises NotTaken when another stands there and is not to be replaced, or the place leads out of
    the folder; OSError when it cannot be written.
    """
    root = corpus.resolve()
    target = root / file
    if not target.parent.resolve().is_relative_to(root) or target.is_symlink():
        raise NotTaken(f"{_short(file)}: this place is not inside the folder of documents.")
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy(target.parent)
    if target.exists() and not replace:
        raise NotTaken(f"{_short(file)}: another file has this name.")
    write_whole(target, data, target.parent / f"{_UNFINISHED}{uuid.uuid4().hex}")


def take_out(corpus: Path, files: tuple[str, ...]) -> None:
    """Deletes files of the folder; one that is gone already is no fault.

    Raises NotTaken for a place that leads out of the folder, OSError for what may not be deleted.
    """
    root = corpus.resolve()
    for file in files:
        target = root / file
        if not target.parent.resolve().is_relative_to(root):
            raise NotTaken(f"{_short(file)}: this place is not inside the folder of documents.")
        target.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Takes out what a server that was ended in the middle of saving left behind."""
    for each in folder.glob(f"{_UNFINISHED}*"):
        if time.time() - each.stat().st_mtime > _STALE_SECONDS:
            each.unlink(missing_ok=True)


def _short(name: str) -> str:
    shown = "".join(c for c in name if c.isprintable())
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
