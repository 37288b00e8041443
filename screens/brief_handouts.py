"""The hand-outs of a pack to download: of what may be shown, made as soon as that changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.briefing import fingerprint
from assistant.briefings.handout import handout
from core.documents import Document
from core.packs import Pack
from core.settings import settings
from screens import brief_words as words
from screens.brief_check import POLL
from screens.brief_state import documents, packs
from screens.shared.downloads import download

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def show_handouts(place: DeltaGenerator, pack: Pack, live: Sequence[Document]) -> None:
    """The buttons, in `place`: drawn last, so that the pack does not wait for its files."""
    now = datetime.now(UTC)
    organisation = settings().organisation

    def docx() -> bytes:
        from assistant.briefings.handout_docx import docx_of  # noqa: PLC0415 - loads a library

        return docx_of(handout(pack, live, organisation, now))

    def pptx() -> bytes:
        from assistant.briefings.handout_pptx import pptx_of  # noqa: PLC0415 - loads a library

        return pptx_of(handout(pack, live, organisation, now))

    of = (pack, fingerprint(live), organisation, now.date())
    with place:
        for label, make, ending, mime in (
            (words.DOCX, docx, "docx", _DOCX),
            (words.PPTX, pptx, "pptx", _PPTX),
        ):
            name = words.file_name(pack.name, now, ending)
            download(label, make, of, key=f"download-{ending}", file_name=name, mime=mime)
    _watch(pack, live)


@st.fragment(run_every=POLL)
def _watch(pack: Pack, live: Sequence[Document]) -> None:
    """Draw the pack anew when it or the documents have changed elsewhere: no old hand-out stays."""
    if documents() != live or packs().read(pack.id) != pack:
        st.rerun()
