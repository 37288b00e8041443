"""The private summary at the end of a rehearsal, and its download."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.rehearsal import summary_words
from assistant.rehearsal.session import Session
from assistant.rehearsal.summary import Summary, summary
from core.answers import Citation
from screens import rehearse_words as words
from screens.rehearse_sources import bullets, card, quoted
from screens.rehearse_state import Practice, step
from screens.shared.downloads import download

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_summary(kept: Practice, session: Session) -> None:
    """What was drawn on, what to look up, and the ways on."""
    held = summary(session)
    with st.container(key="turn-summary", gap="small"):
        st.header(words.SUMMARY, anchor=False)
        if session.prompt is None:
            st.text(words.THE_END)
        if held.answered:
            st.text(f"{summary_words.about(held)} {words.SUMMARY_FOR} {words.NOTHING_KEPT}")
            _body(held)
        else:
            st.text(words.NOTHING_ANSWERED)
        _ways_on(kept, session, held)


def _body(held: Summary) -> None:
    if held.differences:
        st.markdown(f"**{summary_words.DIFFERS}**")
        for number, each in enumerate(held.differences):
            st.text(words.YOU_SAID.format(said=each.said))
            card(each.citation, f"sum-differs-{number}", said=quoted(each.citation))
    if held.checks:
        st.markdown(f"**{summary_words.CHECK}**")
        for number, point in enumerate(held.checks):
            if point.check is not None:
                st.text(f"{summary_words.checked(point.check, own_words=True)}.")
            card(point.citation, f"sum-check-{number}", said=point.words)
    _cards(summary_words.LOOK_UP, "look", [(e.citation, e.words) for e in held.look_up])
    if held.on_file:
        st.markdown(f"**{summary_words.ON_FILE}**")
        st.text(summary_words.ON_FILE_WHY)
        bullets(summary_words.shows(prompt) for prompt in held.on_file)
    _list(summary_words.FOLLOW_UPS, held.follow_ups)
    if held.drew_on:
        with st.expander(summary_words.DREW_ON, key="drew-on"):
            for number, point in enumerate(held.drew_on):
                said = summary_words.shortened(point.words)
                card(point.citation, f"sum-drew-{number}", said=said)
    _list(summary_words.SKIPPED, summary_words.skipped(held.skipped))


def _cards(title: str, name: str, points: Sequence[tuple[Citation, str]]) -> None:
    if points:
        st.markdown(f"**{title}**")
    for number, (citation, said) in enumerate(points):
        card(citation, f"sum-{name}-{number}", said=said)


def _list(title: str, items: Sequence[str]) -> None:
    if items:
        st.markdown(f"**{title}**")
        bullets(items)


def _ways_on(kept: Practice, session: Session, held: Summary) -> None:
    own_words = False
    if held.differences or held.checks:
        own_words = st.checkbox(words.OWN_WORDS, key="own-words")
    with st.container(horizontal=True, gap="small", key="ways-on"):
        if held.answered:
            _download(held, own_words=own_words)
        if session.prompt is not None:
            st.button(words.GO_ON, key="go-on", on_click=step(session.go_on()))
        st.button(words.NEW, key="new", on_click=kept.end)


def _download(held: Summary, *, own_words: bool) -> None:
    def made() -> bytes:
        from assistant.rehearsal.summary_docx import docx  # noqa: PLC0415 - only when asked for

        return docx(held, own_words=own_words)

    download(
        words.DOWNLOAD,
        made,
        (held, own_words),
        key="download-summary",
        file_name=words.FILE_NAME,
        mime=DOCX,
        kind="primary",
    )
