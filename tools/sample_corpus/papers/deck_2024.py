"""Tower Hamlets: the briefing deck of October 2024, the call to the figures"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import slides, sources
from tools.sample_corpus.figures import MONTHS, SECTIONS, indicator
from tools.sample_corpus.paper import Paper, source_note
from tools.sample_corpus.slides import At, Deck

_STRENGTHS = (
    "Workforce\nStaff are our greatest asset: motivated, with low caseloads and room to grow.",
    "Practice\nBetter Together, our practice framework, puts relationships first and steers QA.",
    "Culture\nHigh support and high challenge; scrutiny from inside and outside is welcome.",
    "Leadership\nStrong leaders help staff to do their best and to lead tomorrow.",
    "Early intervention\nEarly help, FGC and edge of care keep the number of children in care low.",
    "Vision\nChildren do best in their own families, wherever that is safe and right for them.",
)
_THEMES = (
    "Step up and step down\nbetween early help and social care",
    "Homeless 16 and 17 year olds",
    "Young carers",
    "Impact\nof the work on children",
    "Care leavers",
    "Partners\nin decisions about children",
    "Unregulated placements",
    "Exploitation and missing",
    "Senior leaders\nwho champion safeguarding and corporate parenting",
)
_FIGURES = (
    "7,261\ncontacts in six months, March to August 2024",
    "1,210\ncontacts a month on average, March to August 2024",
    "255\nchildren on a child protection plan in August 2024",
    "280\nchildren looked after in August 2024",
    "62\nopen cases to youth justice in August 2024",
    "27\nopen unaccompanied asylum seeking children (UASC) in August 2024",
    "13\nthe average caseload in August 2024",
    "12\nchildren and family centres in August 2024",
)


def _process(deck: Deck) -> None:
    slide = deck.free("Week 1 of our inspection: the call and off-site week")
    days = (
        "Monday\nOfsted calls the Director by 9.30am.",
        "Monday, later\nThe set-up meeting is held on the day of the call.",
        "Tuesday\nWe send the 11 Annex A data lists by the end of the day.",
        "Wednesday\nWe send the Annex A documents by the end of the day.",
    )
    parts = [(At(1.6 + 7.8 * place, 4.2, 7.3, 5.0), words) for place, words in enumerate(days)]
    slides.group(slide, "Days of week 1", parts, 18)
    slides.box(slide, At(1.6, 10.2, 30.6, 2.6),
               "We share the list of audits done in the last six months. From the audit list "
               "Ofsted picks up to 12 cases for case tracking.", 20)  # fmt: skip
    slides.box(slide, At(1.6, 13.2, 30.6, 1.8),
               "In week 1 the timetable for week 2 is settled.", 20)  # fmt: skip
    slides.note(slide, "Week 1 is off site. No day was given for the audit list or the timetable.")
    slide = deck.bullets(
        "Week 2 of our inspection: inspectors on site",
        (
            "Our inspection is a short one, so inspectors are on site for one week.",
            "Inspectors arrive on the Monday of week 2 and hear our opening presentation.",
            "Inspectors then track cases and spend time with teams.",
            "The inspection team is four social care inspectors; an education HMI and a regulatory "
            "HMI join the team for part of the week.",
            "Care leavers will get close attention, because they have a judgement of their own.",
            "On the Friday of week 2 we hear initial feedback and the indicative judgement.",
        ),
    )
    slides.note(slide, "The two weeks of our inspection are one week off site and one on site.")


def _ourselves(deck: Deck) -> None:
    slide = deck.free("What inspectors look at")
    named = (
        "Help and protection\n"
        "The experiences and progress of children who need help and protection",
        "In care\nThe experiences and progress of children in care",
        "Care leavers\nThe experiences and progress of care leavers",
        "Leaders\nThe impact of leaders on social work practice with children and families",
    )
    for place, words in enumerate(named):
        slides.panel(slide.shapes, _cell(place, 2, 15.0, 5.6), words, 20)
    slide = deck.free("Our strengths")
    for place, words in enumerate(_STRENGTHS):
        slides.panel(slide.shapes, _cell(place, 3, 9.9, 6.0), words, 18)
    deck.bullets(
        "Our areas of focus",
        (
            "Practice priorities: domestic abuse, harm outside the home and neglect, with better "
            "identification of risk.",
            "Partnerships: a stronger offer to families with partner agencies.",
            "Better Together: more consistent and more curious supervision.",
            "Culture and diversity: more of a family's culture in assessments, and careers for "
            "Black and global majority professionals.",
            "Early help: the move to Family Hubs, with sound assessments and smooth handovers.",
            "MAST: one front door, with levels of need rolled out in MAST.",
        ),
        20,
    )
    slide = deck.free("Themes in inspections of other councils")
    for place, words in enumerate(_THEMES):
        slides.panel(slide.shapes, _cell(place, 3, 9.9, 4.0), words, 18)


def _cell(place: int, columns: int, width: float, height: float) -> At:
    left = 1.6 + (place % columns) * (width + 0.45)
    return At(left, 4.0 + (place // columns) * (height + 0.5), width, height)


def _preparation(deck: Deck) -> None:
    slide = deck.bullets(
        "Annual engagement meeting with Ofsted, March 2024",
        (
            "A Senior HMI for Ofsted and our senior staff met in March 2024.",
            "We showed Ofsted our updated self-evaluation and talked about strengths and areas of "
            "focus.",
            "Ofsted raised no significant concerns in March 2024.",
            "Ofsted confirmed that our next inspection will be a short ILACS.",
            "Ofsted gave no sign of when the inspection will be.",
        ),
    )
    slides.note(slide, "Speaker: the Director of Children's Services.")
    deck.bullets(
        "Improvement plan, refreshed in April 2024: five priorities",
        (
            "Priority 1: effective help and protection.",
            "Priority 2: help, support and protection for adolescents.",
            "Priority 3: better experiences and progress in care and on leaving care.",
            "Priority 4: good decisions, understanding, learning and consistency.",
            "Priority 5: leadership and governance with high support and high challenge.",
            "The improvement plan was written at away days that looked at performance, audits and "
            "developments in the sector.",
            "The Children's Services Continuous Improvement Board monitors the improvement plan "
            "every month.",
        ),
        20,
    )
    slide = deck.free("How we stay prepared")
    rows = (
        ("Meeting or work", "How often", "Chair", "Purpose"),
        ("Children's Services Continuous Improvement Board", "Monthly",
         "Director of Children's Services", "All quality and performance data; key issues"),
        ("Better Together meeting", "Fortnightly", "Director of Support Families",
         "Keeps inspection preparation on track"),
        ("KIT meeting", "Weekly", "Not stated", "Some run longer for inspection preparation"),
        ("Performance surgery", "Monthly", "Not stated", "Performance of each service"),
        ("Audits, dip samples and deep dives", "Continuous", "Not stated", "Quality of practice"),
        ("Staff briefings", "Not stated", "Not stated", "Keeps staff informed"),
        ("Peer reviews", "A series", "Not stated", "A good understanding of our work"),
    )  # fmt: skip
    slides.table(slide, At(1.6, 4.0, 30.6, 12.0), rows, (9.6, 4.4, 7.4, 9.2), 16)


def _figures(deck: Deck) -> None:
    slide = deck.free("Our work with children in figures, August 2024")
    for place, words in enumerate(_FIGURES):
        slides.panel(slide.shapes, _cell(place, 4, 7.3, 6.0), words, 18)
    slide = deck.free("Children in need, on plans and in care, by month, 2024")
    cohorts = (
        ("Children in need", indicator("1.2").months),
        ("Child protection plans", indicator("1.3").months),
        ("Children looked after", indicator("1.4").months),
    )
    slides.columns(slide, At(1.6, 3.8, 30.6, 14.0), MONTHS, cohorts)
    slides.note(slide, "Child protection plans fell from 305 in March 2024 to 255 in August 2024.")
    slide = deck.free("Highlight indicators, August 2024")
    rows: list[tuple[str, ...]] = [("Ref", "Indicator", "2023/24", "Current", "Period", *MONTHS)]
    for _, indicators in SECTIONS:
        for one in indicators:
            shown = [one.shown(value) for value in (one.last_year, one.current, *one.months)]
            rows.append((one.ref, one.name, *shown[:2], one.period, *shown[2:]))
    widths = (1.5, 12.6, 1.9, 1.9, 2.4, *(1.75,) * 6)
    slides.table(slide, At(1.2, 3.4, sum(widths), 14.6), rows, widths, 9.5)


def _write(paper: Paper, to: Path) -> None:
    deck = Deck(paper)
    deck.opening(
        "When Ofsted calls: preparing for inspection",
        "Briefing for the scrutiny sub-committee\nTower Hamlets Children's Services\nOctober 2024",
    )
    _process(deck)
    _ourselves(deck)
    _preparation(deck)
    _figures(deck)
    deck.bullets(
        "What Ofsted expects of politicians and senior leaders",
        (
            "Children's services are a priority for the council and for its politicians.",
            "Senior leaders understand the key issues and priorities of children's services.",
            "Ofsted will test how senior leaders are told about key issues.",
            "Ofsted does not expect leaders to know the fine detail.",
            "Ofsted looks for grip and challenge at the most senior level.",
        ),
    )
    deck.bullets("About this deck", (source_note(sources.DECK_2024),), 18)
    deck.save(to)


PAPER = Paper(
    "briefing/tower-hamlets-when-ofsted-calls-october-2024.pptx",
    "When Ofsted calls: preparing for inspection",
    date(2024, 10, 14),
    _write,
)
