"""An answer while a model words it: the sentences that have passed their check, so far."""

from __future__ import annotations

import streamlit as st

from core.answers import Answer, SentenceKind
from screens.conversation import conversation
from screens.shared import words


class Writing:
    """The place of the answer under way. Its last state is drawn as any answer is."""

    def __init__(self, question: str) -> None:
        self._question = question
        self._drawn = 0
        self._place = st.empty()
        self._button = st.empty()
        self._button.button(
            words.OWN_WORDS, key="own-words", type="tertiary", on_click=conversation().quote_it
        )

    def show(self, answer: Answer) -> None:
        """Draw the answer as far as it goes, and let a press of the button end it."""
        st.session_state.get("worded")  # here, too, Streamlit looks whether something was pressed
        if len(answer.sentences) <= self._drawn or not answer.worded_by:
            return
        self._drawn = len(answer.sentences)
        with self._place.container():
            with st.chat_message("you", avatar=":material/person:"):
                st.text(self._question)
            with st.chat_message(words.PRODUCT, avatar=":material/description:"):
                for sentence in answer.sentences:
                    bullet = "• " if sentence.kind is SentenceKind.ITEM else ""
                    numbers = "".join(f" [{number}]" for number in sentence.citations)
                    st.text(f"{bullet}{sentence.text}{numbers}")

    def clear(self) -> None:
        """Make room for the whole answer."""
        self._place.empty()
        self._button.empty()
