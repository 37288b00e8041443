"""What recent inspection reports say must improve: the national picture"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import slides, sources
from tools.sample_corpus.paper import Paper, source_note
from tools.sample_corpus.slides import At, Deck

_SHARES = (
    ("Plans", 54),
    ("Care leavers", 54),
    ("Management oversight", 44),
    ("Assessment", 36),
    ("Homeless 16 and 17 year olds", 28),
    ("Supervision", 27),
    ("Recording and the child's voice", 27),
    ("Placements", 27),
    ("Pre-proceedings", 20),
    ("Missing children", 18),
    ("Permanence", 17),
    ("Private fostering", 14),
)
_ASK = (
    "Does each plan say what has to change, by when, and who does it?",
    "Is the offer to care leavers known, and taken up?",
    "Does oversight challenge, and is it on the file?",
    "Are assessments on time, and do they use history and culture?",
    "Which protocol is in force, and do staff use it?",
    "Is supervision regular, reflective and recorded?",
    "Can the child be heard in the record?",
    "Are placements stable and registered?",
    "Is pre-proceedings work tracked and on time?",
    "Is each return from missing followed by a conversation?",
    "Does each child in care have a plan for permanence?",
    "Are private fostering arrangements found and visited?",
)


def _write(paper: Paper, to: Path) -> None:
    deck = Deck(paper)
    deck.opening(
        "What recent inspection reports say must improve",
        "England: themes in 103 ILACS reports\nNovember 2026",
    )
    deck.bullets(
        "Where the figures come from",
        (
            "The Inspection Ready project counted what must improve in 103 recent ILACS reports.",
            "The count was made by keyword, so every percentage is approximate.",
            "One report can name several themes, so the percentages do not add up to 100.",
            "The percentages say how often a theme is named, and not how serious it is.",
        ),
    )
    slide = deck.free("Themes named for improvement in 103 reports")
    slides.bars(slide, At(1.6, 3.5, 30.6, 14.8), "Share of 103 reports", _SHARES)
    slides.note(slide, "Plans and care leavers lead, each named in 54% of the 103 reports.")
    for title, start in (
        ("The six most common themes, and what to ask", 0),
        ("Six further themes, and what to ask", 6),
    ):
        slide = deck.free(title)
        rows = [("Theme", "Share of 103 reports", "Ask of our own practice")]
        for (theme, share), question in list(zip(_SHARES, _ASK, strict=True))[start : start + 6]:
            rows.append((theme, f"{share}%", question))
        slides.table(slide, At(1.6, 4.0, 30.6, 12.0), rows, (9.0, 5.6, 16.0), 18)
    slide = deck.bullets(
        "Themes Tower Hamlets drew from others, October 2024",
        (
            "Step up and step down between early help and social care.",
            "Homeless 16 and 17 year olds, young carers and care leavers.",
            "Impact of the work, and partners in decisions about children.",
            "Unregulated placements, exploitation and missing children.",
            "Senior leaders who champion safeguarding and corporate parenting.",
        ),
    )
    slides.note(slide, "Tower Hamlets gave its themes without percentages.")
    deck.bullets(
        "About this deck",
        (
            source_note(sources.MEASURED, sources.DECK_2024),
            "The questions to ask are for practice and are not Ofsted's.",
        ),
        18,
    )
    deck.save(to)


PAPER = Paper(
    "briefing/what-recent-reports-say-must-improve.pptx",
    "What recent inspection reports say must improve",
    date(2026, 11, 11),
    _write,
)
