"""PowerPoint: every slide's words in the order in which a person reads them."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.package import PartFactory
from pptx.package import Package
from pptx.parts.presentation import PresentationPart
from pptx.presentation import Presentation

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Content, Limits
from ingest.readers.office_files import opening, properties
from ingest.readers.pptx_shapes import Box
from ingest.readers.pptx_slide import SlideReader

_MACRO_SHOW = "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml"
# python-pptx opens presentations only; slide shows and templates are built alike.
for _type in (CONTENT_TYPE.PML_SLIDESHOW_MAIN, CONTENT_TYPE.PML_TEMPLATE_MAIN, _MACRO_SHOW):
    PartFactory.part_type_for[_type] = PresentationPart


def read_pptx(path: Path, limits: Limits) -> Content:
    """The slides of a .pptx or .pptm, hidden ones too, with notes, tables, charts and SmartArt.

    Raises UnreadableFile when the file cannot be read or holds no words.
    """
    with opening(path, limits):
        presentation = _presentation(path)
        slides = list(presentation.slides)
        if len(slides) > limits.max_pages:
            raise UnreadableFile(UnreadableReason.TOO_MANY_PAGES)
        first = int(presentation.element.get("firstSlideNum", 1))
        size = Box(0, 0, presentation.slide_width or 0, presentation.slide_height or 0)
        groups = count()
        read = [SlideReader(s, n, first + n, size, groups) for n, s in enumerate(slides)]
        blocks = tuple(block for reader in read for block in reader.blocks())
        if not blocks:
            raise UnreadableFile(UnreadableReason.NO_TEXT)
        return Content(
            blocks,
            TextForm.SLIDES,
            properties(path),
            tuple(phrase for reader in read for phrase in reader.unread()),
            len(slides),
        )


def _presentation(path: Path) -> Presentation:
    part = Package.open(str(path)).main_document_part
    if not isinstance(part, PresentationPart):
        raise UnreadableFile(UnreadableReason.DAMAGED)
    presentation: Presentation = part.presentation
    return presentation
