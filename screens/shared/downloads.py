"""Files to download, made before they are clicked and held while their window is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

_HELD = "download-{key}"


def download(
    label: str,
    make: Callable[[], bytes],
    of: object,
    *,
    key: str,
    file_name: str,
    mime: str,
    icon: str = ":material/download:",
    kind: Literal["primary", "secondary"] = "secondary",
    why: str | None = None,
    on_click: Callable[[], None] | Literal["ignore"] = "ignore",
) -> None:
    """A button for the file of `make`, made anew when `of`, what it is made of, is another.

    Streamlit would also take `make` itself and call it on the click, but holds its file for
    nobody: as other windows are drawn every second, it can be gone before the browser fetches it.
    """
    held = st.session_state.get(_HELD.format(key=key))
    if held is None or held[0] != of:
        held = st.session_state[_HELD.format(key=key)] = (of, make())
    st.download_button(
        label,
        data=held[1],
        file_name=file_name,
        mime=mime,
        icon=icon,
        type=kind,
        key=key,
        help=why,
        on_click=on_click,
    )
