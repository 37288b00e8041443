"""The front door: page, navigation, nothing else. Start it with `streamlit run app.py`."""

from __future__ import annotations

import streamlit as st

from assistant.generate import where_text_goes
from core.settings import settings
from screens import ask, brand
from screens.shared import words
from screens.shared.outcome import forget

WIDE = ("brief", "documents", "timetable")
"""Screens with a table or two columns."""


def main() -> None:
    """Set the page up and show the screen that was chosen."""
    # First of all: without an icon, navigation has the browser fetch the screen's from outside.
    st.set_page_config(
        page_title=words.PRODUCT,
        page_icon=brand.ICON,
        menu_items={"About": _about(), "Get help": None, "Report a bug": None},
    )
    if "room" in st.query_params:
        _room()  # a window of its own, without navigation
        return
    # Gaps adds one line here.
    screens = [
        st.Page(ask.show, title="Ask", icon=":material/forum:", url_path="ask", default=True),
        st.Page(
            _timetable, title="Timetable", icon=":material/calendar_month:", url_path="timetable"
        ),
        st.Page(_rehearse, title="Rehearse", icon=":material/mic:", url_path="rehearse"),
        st.Page(_brief, title="Brief", icon=":material/co_present:", url_path="brief"),
        st.Page(_documents, title="Documents", icon=":material/folder:", url_path="documents"),
    ]
    screen = st.navigation(screens, position="top")
    st.set_page_config(layout="wide" if screen.url_path in WIDE else "centered")
    if st.session_state.get("screen") != screen.url_path:
        forget()  # what came of the last thing done belongs to the screen that it was done on
        st.session_state["screen"] = screen.url_path
    brand.show()
    screen.run()


def _about() -> str:
    given = settings()
    return words.about(given.model.partition(":")[2], where_text_goes(given))


def _timetable() -> None:
    from screens import timetable  # noqa: PLC0415 - Ask's first paint need not wait for it

    timetable.show()


def _brief() -> None:
    from screens import brief  # noqa: PLC0415 - Ask's first paint need not wait for it

    brief.show()


def _room() -> None:
    from screens import brief_room, brief_words  # noqa: PLC0415 - as above

    st.set_page_config(page_title=brief_words.ROOM_TITLE, layout="wide")
    brief_room.show()


def _rehearse() -> None:
    from screens import rehearse  # noqa: PLC0415 - Ask's first paint need not wait for it

    rehearse.show()


def _documents() -> None:
    from screens import documents  # noqa: PLC0415 - Ask's first paint need not wait for it

    documents.show()


if __name__ == "__main__":
    main()
