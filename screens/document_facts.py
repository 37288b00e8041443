"""What is known of a document, how it was found, and the form that corrects it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from core.dates import PartialDate
from core.documents import Kind
from core.register import Details, Fact, FactValue
from screens import components
from screens import documents_words as words
from screens.documents_data import Entry, edition, fact_rows
from screens.shared.holdings import register
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain

DATES = (Fact.PUBLISHED, Fact.AS_AT, Fact.APPLIES_FROM)
BY_DATE = "*"
"""Choice of the form: which edition it follows goes by the dates."""


def show_facts(
    details: Details, entry: Entry, held: tuple[Entry, ...], *, changeable: bool
) -> None:
    """The facts, what is to be said of problems, and the form."""
    document = details.document
    components.facts(fact_rows(details, entry), key=f"facts-{document.id}")
    if entry.problems:
        st.text("\n".join(f"{problem.file}: {problem.reason}" for problem in entry.problems))
    if not changeable:
        return
    corrected = [fact for fact in Fact if details.by_hand(fact)]
    if corrected:
        with st.container(horizontal=True, gap="xsmall", key="corrected"):
            for fact in corrected:
                st.button(
                    words.UNDO_FACT.format(fact=words.FACT[fact].lower()),
                    key=f"undo-{fact.value}",
                    on_click=_undo,
                    args=(document.id, fact),
                )
    with st.expander(words.CORRECT, icon=":material/edit:", key="correcting"):
        st.text(words.CORRECT_WHY)
        _form(details, held)


def _form(details: Details, held: tuple[Entry, ...]) -> None:
    document = details.document
    others = {e.document.id: edition(e.document) for e in held if e.document.id != document.id}
    names = {BY_DATE: words.FOLLOWS_DATES, "": words.FOLLOWS_NONE, **others}
    with st.form("correct", border=False):
        for fact in (Fact.TITLE, Fact.KIND, Fact.PUBLISHER, Fact.ABOUT, *DATES):
            key, label = _key(details, fact), words.FACT[fact]
            if fact is Fact.KIND:
                kinds = list(Kind)
                st.selectbox(
                    label,
                    kinds,
                    index=kinds.index(document.kind),
                    format_func=lambda each: each.label.capitalize(),
                    key=key,
                )
            else:
                hint = words.DATE_HINT if fact in DATES else None
                hint = words.ABOUT_HINT if fact is Fact.ABOUT else hint
                st.text_input(label, value=_given(details, fact), help=hint, key=key)
        choices = list(names)
        chosen = BY_DATE if details.follows is None else details.follows
        st.selectbox(
            words.FOLLOWS,
            choices,
            index=choices.index(chosen) if chosen in choices else 0,
            format_func=lambda each: plain(names[each]),
            key=_follows_key(details),
        )
        st.form_submit_button(words.SAVE, on_click=_save, args=(details,))


def _key(details: Details, fact: Fact) -> str:
    """The box's key: with the value it begins at, so that an undo shows in it."""
    return f"fact-{details.document.id}-{fact.value}-{_given(details, fact)}"


def _follows_key(details: Details) -> str:
    return f"follows-{details.document.id}-{details.follows}"


def _given(details: Details, fact: Fact) -> str:
    value: object = getattr(details.document, fact.value)
    if isinstance(value, PartialDate):
        return str(value) if value else ""
    return value.value if isinstance(value, Kind) else str(value)


def _save(details: Details) -> None:
    document, state = details.document, st.session_state
    corrections: dict[Fact, FactValue] = {}
    for fact in (Fact.TITLE, Fact.KIND, Fact.PUBLISHER, Fact.ABOUT, *DATES):
        given: object = state[_key(details, fact)]
        if isinstance(given, Kind):
            value: FactValue = given
        elif fact in DATES:
            found = read_date(str(given))
            if found is None:
                said = words.NOT_A_DATE.format(text=given, fact=words.FACT[fact].lower())
                say(said, good=False)
                return
            value = found
        else:
            value = " ".join(str(given).split())
        if value != getattr(document, fact.value):
            corrections[fact] = value
    if corrections.get(Fact.TITLE) == "":
        say(words.NEEDS_TITLE, good=False)
        return
    chosen = str(state[_follows_key(details)])
    attempt(partial(_correct, details, corrections, None if chosen == BY_DATE else chosen))


def _correct(details: Details, corrections: dict[Fact, FactValue], follows: str | None) -> None:
    known, document = register(), details.document
    before = {fact: details.by_hand(fact) for fact in corrections}
    moved = follows != details.follows

    def undo() -> None:
        if moved:
            known.set_supersedes(document.id, details.follows)
        for fact in corrections:
            if before[fact]:
                known.correct(document.id, fact, getattr(document, fact.value))
            else:
                known.undo(document.id, fact)

    said = [words.FACT[fact].lower() for fact in corrections]
    if moved:
        try:
            known.set_supersedes(document.id, follows)
        except ValueError:
            say(words.GOES_ROUND, good=False)
            return
        said.append(words.FOLLOWS.lower())
    for fact, value in corrections.items():
        known.correct(document.id, fact, value)
    if said:
        say(words.CORRECTED.format(facts=", ".join(said)), undo=undo)
    else:
        say(words.NOTHING_CHANGED)


def _undo(document: str, fact: Fact) -> None:
    if attempt(partial(register().undo, document, fact)):
        say(words.UNDONE_FACT.format(fact=words.FACT[fact]))


def read_date(text: str) -> PartialDate | None:
    """A date as a person types it: the unknown date for nothing, None where it is not a date."""
    from language.dates import find_dates  # noqa: PLC0415 - not before the first paint

    wanted = " ".join(text.split())
    if not wanted or wanted == str(PartialDate()):
        return PartialDate()
    found = find_dates(wanted)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(wanted))
    return found[0].date if whole else None
