"""The front door: page, navigation, nothing else. Start it with `streamlit run app.py`."""

from __future__ import annotations

import streamlit as st

from screens import ask, brand
from screens.shared import words


def main() -> None:
    """Set the page up and show the screen that was chosen."""
    st.set_page_config(
        page_title=words.PRODUCT,
        page_icon=brand.ICON,
        layout="centered",
        menu_items={"About": words.ABOUT, "Get help": None, "Report a bug": None},
    )
    brand.show()
    # Timetable, Rehearse, Brief, Documents and Gaps each add one line here.
    screens = [
        st.Page(ask.show, title="Ask", icon=":material/forum:", url_path="ask", default=True)
    ]
    st.navigation(screens, position="top").run()


if __name__ == "__main__":
    main()
