"""Which reader reads which file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Content, Limits, Reader

# Suffix -> module and function. Imported on use: a Markdown file should not cost PDF's imports.
_READERS = {
    ".pdf": ("ingest.readers.pdf", "read_pdf"),
    ".pptx": ("ingest.readers.pptx", "read_pptx"),
    ".pptm": ("ingest.readers.pptx", "read_pptx"),
    ".ppsx": ("ingest.readers.pptx", "read_pptx"),
    ".docx": ("ingest.readers.docx", "read_docx"),
    ".docm": ("ingest.readers.docx", "read_docx"),
    ".odt": ("ingest.readers.odt", "read_odt"),
    ".ods": ("ingest.readers.sheets", "read_ods"),
    ".xlsx": ("ingest.readers.sheets", "read_xlsx"),
    ".xlsm": ("ingest.readers.sheets", "read_xlsx"),
    ".csv": ("ingest.readers.sheets", "read_csv"),
    ".html": ("ingest.readers.html", "read_html"),
    ".htm": ("ingest.readers.html", "read_html"),
    ".md": ("ingest.readers.text", "read_markdown"),
    ".markdown": ("ingest.readers.text", "read_markdown"),
    ".txt": ("ingest.readers.text", "read_text"),
}
SUFFIXES = tuple(_READERS)


def reader_for(path: Path) -> Reader:
    """The reader of a file's format. Raises UnreadableFile for one that cannot be read."""
    known = _READERS.get(path.suffix.lower())
    if known is None:
        raise UnreadableFile(UnreadableReason.UNKNOWN_FORMAT, path.suffix or "no ending")
    module, function = known
    reader: Reader = getattr(import_module(module), function)
    return reader


def read(path: Path, limits: Limits) -> Content:
    """Reads a file with the reader of its format.

    Raises UnreadableFile, and only that, whatever the file holds.
    """
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:
            detail = f"{size / 2**20:.0f} MB, the limit is {limits.max_bytes / 2**20:.0f} MB"
            raise UnreadableFile(UnreadableReason.TOO_LARGE, detail)
        reader = reader_for(path)
        if size == 0:
            raise UnreadableFile(UnreadableReason.EMPTY)
        content = reader(path, limits)
    except UnreadableFile:
        raise
    except PermissionError as error:
        raise UnreadableFile(UnreadableReason.NOT_ALLOWED) from error
    except MemoryError as error:
        raise UnreadableFile(UnreadableReason.TOO_LARGE, "it needs too much memory") from error
    except Exception as error:
        raise UnreadableFile(UnreadableReason.DAMAGED, type(error).__name__) from error
    if not any(block.text.strip() or any(block.cells) for block in content.blocks):
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    return content
