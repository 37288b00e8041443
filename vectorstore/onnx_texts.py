"""Fixed questions and sentences, invented here: what the int8 answer model is fitted to the
processor by, and others that it is then checked and timed on. From no document and no question set.
"""

from __future__ import annotations

from vectorstore.answer_pairs import Reading

FITTED_ON = (
    "who opens the town library on a Saturday?",
    "how many visits late % 2023/24 vs 2022/23",
    "What must the manager do before the end of week two, and by when?",
    "is there a plan for young carers",
    "deadline annual return",
)
FITTED_WITH = (
    Reading("Opening hours", "Rafael Okoye unlocks the library at 8.30am on Saturdays."),
    Reading("", "Late visits fell from 14% in 2022/23 to 9.5% in 2023/24 (England: 11%)."),
    Reading("Week two > Thursday", "By noon the manager signs the list and sends it to the board."),
    Reading("Young carers", "There is no plan yet. The service will write one by 30 June 2026."),
    Reading("Duties: each team must", "keep the record up to date; tell the lead at once;"),
    Reading("Returns | Due", "Annual return: 31 May; quarterly return: ten working days"),
    Reading("Key", "RAG: red, amber, green – see p. 12"),
    Reading(
        "How the panel decides",
        "The panel hears the worker, the family and, where she wants to speak, the young person, "
        "and it decides on the same day; its reasons are written down, and anyone who disagrees "
        "can ask for another panel within a fortnight.",
    ),
)
FITTED_TEXTS = (*FITTED_ON, *(f"{each.context} > {each.sentence}" for each in FITTED_WITH))
"""What the embedder in 8 bits is fitted by: questions, and lines under their headings."""
CHECKED_ON = (
    "when does the swimming pool close for repairs?",
    "who signs off overspends",
    "What share of calls were answered within 24 hours in 2024, and is that better?",
    "staff turnover",
    "what comes after the second meeting?",
    "does the council have its own stables",
)
CHECKED_WITH = (
    Reading("Repairs", "The pool closes on Monday 4 August for three weeks, for its new roof."),
    Reading("Money", "Overspends above £5,000 are signed off by Ines Bakker, head of finance."),
    Reading("Calls", "In 2024, 81% of calls were answered within 24 hours, up from 73% in 2023."),
    Reading("People", "Turnover: 17%; vacancies: 6.2 full-time posts; sickness: 9 days a year."),
    Reading("", "After the second meeting the chair writes to everyone who came."),
    Reading("Second meeting > Friday", "Chair: minutes out. Clerk: book the hall."),
    Reading("Grounds", "The stables were sold in 1987."),
    Reading("", "See above."),
    Reading("Contents", "1 Introduction 2 What we heard 3 What we will do 4 Thanks"),
    Reading(
        "What we heard from residents",
        "Residents said that they want to know sooner when a building shuts, that letters come "
        "too late and are hard to read, and that the people who answer the telephone are kind "
        "but cannot say when the work will be done.",
    ),
    Reading("Repairs and works to all buildings in the north of the town", "School roof: done."),
    Reading("", ""),
)
