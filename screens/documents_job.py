"""How an update is doing: kept in the database, so every session sees it and no tab holds it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import streamlit as st

from core.jobs import Job, JobState
from core.settings import settings
from screens import documents_words as words
from screens.shared.holdings import jobs, register
from screens.shared.outcome import attempt, forget_progress

BUSY_POLL = 1.0
"""Seconds between two looks while an update is at work."""
IDLE_POLL = 5.0
"""Seconds between two looks for what others do: another session, the command line."""
RECENT = timedelta(minutes=10)
"""How long the end of an update is shown."""


def show_job(*, changeable: bool) -> None:
    """The newest update, looked at again and again; when it ends the whole screen is drawn anew."""
    job = jobs().newest()
    seen = _state(job)
    busy = job is not None and job.alive(datetime.now(UTC))

    def panel() -> None:
        newest = jobs().newest()
        if _state(newest) != seen:
            if busy and newest is not None and not newest.alive(datetime.now(UTC)):
                forget_progress()
            st.rerun()
        if newest is not None:
            _show(newest, changeable=changeable)

    st.fragment(panel, run_every=BUSY_POLL if busy else IDLE_POLL)()


def spoken() -> tuple[str, str]:
    """The newest update and what is said of it aloud: its beginning, its end, what it asks."""
    job = jobs().newest()
    if job is None:
        return "", ""
    now = datetime.now(UTC)
    if job.interrupted(now):
        return f"{job.id}-interrupted", words.JOB_INTERRUPTED
    text = {
        JobState.DONE: f"{words.JOB_DONE}: {did(job)}",
        JobState.FAILED: words.JOB_FAILED,
        JobState.ASKS: words.MUCH_GONE.format(gone=job.outcome.removed, held=job.outcome.held),
    }.get(job.state, words.JOB_RUNNING)
    old = job.state is JobState.DONE and now - job.seen > RECENT
    return f"{job.id}-{text}", "" if old else text


def did(job: Job) -> str:
    """What an update that has ended did, in a line."""
    came = job.outcome
    counted = {
        "added": came.added,
        "changed": came.changed,
        "moved": came.moved,
        "removed": came.removed,
        "forms": came.forms,
    }
    parts = [f"{words.CHANGE[name]}: {count}" for name, count in counted.items() if count]
    return " · ".join(parts) if parts else words.JOB_NOTHING


def _state(job: Job | None) -> tuple[str, str, bool, int]:
    """What the screen depends on; the steps of an update are not part of it."""
    generation = 0
    if job is None or not job.alive(datetime.now(UTC)):
        generation = register().generation()
    if job is None:
        return "", "", False, generation
    return job.id, job.state.value, job.interrupted(datetime.now(UTC)), generation


def _show(job: Job, *, changeable: bool) -> None:
    now = datetime.now(UTC)
    if job.state is JobState.DONE and now - job.seen > RECENT:
        return
    with st.container(border=True, gap="xsmall", key="job"):
        if job.interrupted(now):
            _heading(words.JOB_INTERRUPTED, ":material/warning:")
            st.text(words.JOB_INTERRUPTED_NEXT)
            if changeable:
                _again(words.JOB_FINISH)
        elif job.state is JobState.FAILED:
            _heading(words.JOB_FAILED, ":material/error:")
            message = job.message
            st.text(words.JOB_FAILED_NEXT.format(message=message, error_id=job.error_id))
            if changeable:
                _again(words.JOB_AGAIN)
        elif job.state is JobState.ASKS:
            _asks(job, changeable=changeable)
        elif job.state is JobState.DONE:
            _done(job)
        else:
            _running(job)


def _heading(text: str, icon: str) -> None:
    st.markdown(f"{icon} **{text}**")


def _running(job: Job) -> None:
    _heading(words.JOB_RUNNING, ":material/sync:")
    step = job.step
    share = (step.done + step.share) / step.total if step.total else 0.0
    st.progress(min(1.0, share))
    if job.state is JobState.WAITING and step.stage:
        st.text(words.JOB_WAITING)
    else:
        counted = f"{min(step.done + 1, step.total)} of {step.total}" if step.total else ""
        st.text(" · ".join(part for part in (step.stage, counted, step.file) if part))
    st.text(words.JOB_CLOSE)


def _done(job: Job) -> None:
    icon = ":material/warning:" if job.outcome.failed else ":material/check_circle:"
    _heading(words.JOB_DONE_BUT if job.outcome.failed else words.JOB_DONE, icon)
    st.text(did(job))
    if job.outcome.failed:
        st.text(words.JOB_UNREAD.format(files=words.files(job.outcome.failed)))
    st.button(words.JOB_SEEN, key="job-seen", on_click=jobs().dismiss, args=(job.id,))


def _asks(job: Job, *, changeable: bool) -> None:
    st.warning(words.MUCH_GONE.format(gone=job.outcome.removed, held=job.outcome.held))
    st.text(words.MUCH_GONE_NAMES)
    if changeable:
        with st.container(horizontal=True, gap="small"):
            st.button(words.GONE_NOT, key="gone-not", on_click=jobs().dismiss, args=(job.id,))
            _again(words.GONE_MEANT, gone=True)


def _again(label: str, *, gone: bool = False) -> None:
    st.button(label, key="job-again", on_click=start, kwargs={"gone": gone})


def put_away() -> None:
    """Takes down what was said of an update that has ended: something else is being done."""
    newest = jobs().newest()
    if newest is not None and newest.state is JobState.DONE:
        jobs().dismiss(newest.id)


def start(*, gone: bool = False) -> None:
    """Start an update in the background."""
    from ingest import jobs as updates  # noqa: PLC0415 - not before the first paint

    def begin() -> None:
        updates.start(settings().corpus, settings().index, gone=gone)

    attempt(begin)
