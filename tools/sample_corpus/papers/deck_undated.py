"""Tower Hamlets: the undated deck on the inspections ahead, written in the pandemic"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import slides, sources
from tools.sample_corpus.paper import Paper, source_note
from tools.sample_corpus.slides import At, Deck

_SLIDES = (
    (
        "SEND inspection: what it is",
        (
            "The SEND inspection looks at the whole local area and is made by Ofsted and the Care "
            "Quality Commission (CQC) together.",
            "The SEND inspection covers the council's services and those of the Clinical "
            "Commissioning Group (CCG).",
            "The SEND inspection lasts a week, with meetings across council and CCG services.",
            "SEND inspectors hear from parents and from people who use services.",
            "SEND inspectors visit schools but do not inspect them.",
        ),
        "",
    ),
    (
        "SEND inspection: where we are",
        (
            "SEND inspections are on hold and will restart soon.",
            "Tower Hamlets is in the last group of areas still to be inspected, so the SEND "
            "inspection is expected soon.",
            "An area with significant concerns has to write a written statement of action (WSOA), "
            "which is monitored and followed by another inspection.",
            "Over half of local areas have had to write a WSOA.",
            "Senior officers chair regular meetings to plan for the SEND inspection.",
            "The pandemic has set back SEND improvement plans and performance, and urgent work to "
            "catch up is going on.",
        ),
        "Be open about what the pandemic has cost us, and about the recovery work.",
    ),
    (
        "Youth justice inspection: what it is",
        (
            "HM Inspectorate of Probation (HMIP) inspects youth justice.",
            "HMIP inspects alone in most places; in a few, other inspectorates join and look at "
            "the whole youth justice system.",
            "A youth justice inspection takes a week, or longer if it is a joint one.",
            "HMIP samples cases and talks with case managers and others.",
            "Tower Hamlets runs youth justice for the City of London, so young people from the "
            "City are part of the inspection.",
        ),
        "",
    ),
    (
        "Youth justice inspection: where we are",
        (
            "Face-to-face youth justice inspections are suspended.",
            "HMIP has inspected some smaller youth offending teams (YOTs) remotely; the Tower "
            "Hamlets and City service is too big to count as small.",
            "A youth justice inspection ends in a published report and a grade: outstanding, good, "
            "requires improvement or inadequate.",
            "The Divisional Director for Children's Social Care chairs monthly planning meetings "
            "with key stakeholders.",
        ),
        "",
    ),
    (
        "ILACS: what is next",
        (
            "It is 18 months since our last ILACS inspection, when we were rated good.",
            "A full ILACS inspection is not due yet, but a focused visit is expected soon.",
            "Focused visits restart soon in a changed form, to give assurance on our response to "
            "COVID-19.",
            "Without an assurance visit, we still expect one focused visit or JTAI or more before "
            "our next inspection.",
            "A focused visit goes into detail on one area, such as looked after children or the "
            "front door.",
        ),
        "",
    ),
    (
        "ILACS: how we are preparing",
        (
            "We had no focused visit and no JTAI in 2020 because of the pandemic.",
            "Our annual engagement visit went ahead, and we kept in regular contact with our link "
            "inspector at Ofsted.",
            "Planning goes on for a focused visit and for our next inspection.",
            "The Tower Hamlets Safeguarding Children's Partnership plans for a possible JTAI.",
            "A JTAI would look at one theme across all partners, with several inspectorates.",
        ),
        "",
    ),
)


def _write(paper: Paper, to: Path) -> None:
    deck = Deck(paper)
    deck.opening(
        "Inspections ahead for Children and Culture",
        "Tower Hamlets Council\nCorporate Director, Children and Culture",
    )
    slide = deck.free("Three inspections of our directorate")
    three = (
        "SEND\nHow well the local area finds and meets the needs of children with SEND",
        "Youth justice\nInspection of the youth offending service",
        "ILACS\nInspection of local authority children's services",
    )
    parts = [(At(1.6 + 10.35 * place, 4.6, 9.9, 6.0), words) for place, words in enumerate(three)]
    slides.group(slide, "The three regimes", parts, 20)
    slides.box(slide, At(1.6, 11.6, 30.6, 2.4),
               "Three separate regimes inspect the services of Children and Culture directly: "
               "SEND, youth justice and ILACS.", 20)  # fmt: skip
    for title, points, notes in _SLIDES:
        slide = deck.bullets(title, points, 21)
        if notes:
            slides.note(slide, notes)
    deck.bullets("About this deck", (source_note(sources.DECK_UNDATED),), 18)
    deck.save(to)


# The file's date is the template's own, as in many decks: no evidence of when it was written.
PAPER = Paper(
    "briefing/tower-hamlets-inspections-ahead.pptx",
    "Inspections ahead for Children and Culture",
    date(2013, 1, 27),
    _write,
)
