"""Feedback on one answer: what differs first, then what was said, what to look up, what next."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.rehearsal import summary_words
from assistant.rehearsal.session import Phase, Session
from core.answers import Citation
from core.rehearsal import About, Feedback, Point, Reach
from screens import rehearse_words as words
from screens.rehearse_sources import bullets, card, quoted
from screens.rehearse_state import step

AT_ONCE = 3
"""Points of a group that are shown unfolded: the box of the next prompt must not be far away."""

_GROUPS = (
    (Reach.COVERED, words.COVERED),
    (Reach.TOUCHED, words.TOUCHED),
    (Reach.NOT_MENTIONED, words.LEFT_OUT),
)


def show_feedback(session: Session, feedback: Feedback) -> None:
    """All that can be said, and the steps from here."""
    prompt = feedback.prompt
    with st.container(key="turn-feedback", gap="small"):
        st.text(prompt.text)
        st.header(words.heading(feedback), anchor=False)
        _differences(feedback)
        _checks([each for each in feedback.points if each.check])
        for reach, title in _GROUPS:
            of_it = [each for each in feedback.points if each.reach is reach and not each.check]
            _points(title, reach, of_it)
        if prompt.about is About.COUNCIL and not feedback.points and not feedback.differences:
            st.text(words.NO_POINTS)
        _signs(feedback)
        if prompt.shows:
            _shows(feedback)
        _suggestions(feedback)
        with st.expander(words.YOUR_ANSWER, key="your-answer"):
            st.text("\n\n".join(session.said))
        _steps(session)


def _differences(feedback: Feedback) -> None:
    if not feedback.differences:
        return
    st.markdown(f"**{words.DIFFERS}**")
    for number, each in enumerate(feedback.differences):
        st.text(words.YOU_SAID.format(said=each.said))
        card(each.citation, f"differs-{number}", said=quoted(each.citation))


def _checks(points: Sequence[Point]) -> None:
    """Words of the answer with what stands beside them in the papers: which is so is not said."""
    if points:
        st.markdown(f"**{words.CHECK}**")
    for number, each in enumerate(points):
        if each.check is not None:
            st.text(f"{summary_words.checked(each.check, own_words=True)}.")
        card(each.citation, f"check-{number}", said=each.words)


def _points(title: str, reach: Reach, points: Sequence[Point]) -> None:
    if not points:
        return
    st.markdown(f"**{title}**")
    for number, each in enumerate(points[:AT_ONCE]):
        card(each.citation, f"{reach.value}-{number}", said=each.words)
    if len(points) > AT_ONCE:
        with st.expander(words.MORE, key=f"more-{reach.value}"):
            for number, each in enumerate(points[AT_ONCE:], AT_ONCE):
                card(each.citation, f"{reach.value}-{number}", said=each.words)


def _signs(feedback: Feedback) -> None:
    if not feedback.signs:
        return
    st.markdown(f"**{words.SIGNS}**")
    said: dict[str, list[str]] = {}
    for each in feedback.signs:
        said.setdefault(each.signal.label, []).append(f"‘{each.words}’")
    bullets(f"{label}: {', '.join(quotes)}" for label, quotes in said.items())


def _shows(feedback: Feedback) -> None:
    case = feedback.prompt.about is About.CASE
    st.markdown(f"**{words.ON_FILE if case else words.SHOWS}**")
    if case:
        st.text(words.ON_FILE_WHY)
    bullets(feedback.prompt.shows)


def _suggestions(feedback: Feedback) -> None:
    if not feedback.suggestions:
        return
    shown = {each.citation.number for each in feedback.points}
    shown |= {each.citation.number for each in feedback.differences}
    st.markdown(f"**{words.SUGGESTIONS}**")
    bullets(
        f"{each.text} {_see([cited for cited in each.citations if cited.number in shown])}"
        for each in feedback.suggestions
    )
    for cited in (cited for each in feedback.suggestions for cited in each.citations):
        if cited.number not in shown:
            shown.add(cited.number)
            card(cited, f"suggested-{cited.number}", said=quoted(cited))


def _see(cited: Sequence[Citation]) -> str:
    numbers = sorted({each.number for each in cited})
    if not numbers:
        return ""
    pattern = words.SEE_ONE if len(numbers) == 1 else words.SEE_MANY
    return pattern.format(numbers=", ".join(map(str, numbers)))


def _steps(session: Session) -> None:
    """The follow-up with its button, then the other ways on."""
    if session.probe is not None:
        st.markdown(f"**{words.PROBE}**")
        st.text(f"‘{session.probe.text}’")
    onward = session.next()
    label = words.TO_SUMMARY if onward.phase is Phase.OVER else words.NEXT
    said = "\n\n".join(session.said)
    with st.container(horizontal=True, gap="small", key="steps"):
        if session.probe is not None:
            st.button(words.ANSWER_PROBE, key="follow", on_click=step(session.follow()))
        st.button(words.AGAIN, key="again", on_click=step(session.again(), said))
        st.button(label, key="next", type="primary", on_click=step(onward))
        if onward.phase is not Phase.OVER:
            st.button(words.FINISH, key="finish", on_click=step(session.finish()))
