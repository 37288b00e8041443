"""The product's mark: files of our own, since a named icon is fetched from an outside server."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_ASSETS = Path(__file__).parent / "assets"
ICON = str(_ASSETS / "icon.svg")


def show() -> None:
    """Put the product's name into the bar at the top, in a blue that is read on light and on dark:
    Streamlit does not run a page again when its theme changes.
    """
    st.logo(str(_ASSETS / "wordmark.svg"), size="large")
