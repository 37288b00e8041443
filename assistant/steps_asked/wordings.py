"""Staff's ways of speaking of a step, put as papers put it: 'when do they turn up?' asks of the
arrival, 'the welcome talk' is the opening presentation.
"""

from __future__ import annotations

import re

_THEY = r"(?:they|inspectors?|ofsted|hmis?|(?:inspection |ofsted )?team|people from ofsted)"
_HELPS = r"(?: (?:first|actually|physically|all|then|will|be|do|are|get|usually|even))*"
_SENDER = r"(?:we|who|they|i|you|to|must|should|council|and|do|does|can)"
_SENT_WHAT = r"(?:it|them|the|in|us|over|off|out|our|that|those|back)"
_SAYINGS: tuple[tuple[str, str], ...] = (
    (r",? (?:and |but )?not (?:the|our|for the) [\w ]+$", " "),
    (r"\bfinal (?=day|morning|afternoon|(?:mon|tues|wednes|thurs|fri)day)", "last "),
    (r"\bto (?:land|come(?: in)?|happen|take place|be held)\b", " "),
    # 'Who hears it first?', and not 'the first visit'.
    (r"\bfirst(?=\W*$)", " "),
    (
        r"\b(?:(?:gets?|be|is|are|being) told(?! (?:who|whom|which|where|to|that)\b)"
        r"|finds? out|learns? of|is informed of"
        r"|knows?(?= (?:how|the|our|what|if|whether)\b))\b",
        "hear",
    ),
    (
        r"\b(?:boots on the ground|(?:walk|come|get|are|is)(?:s|ing)? "
        r"(?:in|through the doors?|into the building))\b(?=\W*$)",
        "arrive",
    ),
    (
        r"\b(?:physically |actually )*(?:in (?:the|our) (?:borough|town|county|building)"
        r"|on (?:the|our) premises|with us in person)\b",
        "on site",
    ),
    (r"\bset ?up\b", "set-up"),
    (
        r"\b(?:be|get|got|gone|goes|go|been|is|are) (?:in |over |off )?(?:with|to)"
        r" (?:ofsted|them|the inspectors?)\b(?! (?:by|in) the)",
        "sent to ofsted",
    ),
    (r"\b(?:short|standard) ones?\b", " "),
    (r"\bon-?site\b", "on site"),
    (r"\boff-?site\b", "off site"),
    (r"\b(who(?:['’]?s| is| will| should)?) (?:leads?|leading|runs?|running)\b", r"\1 chairs"),
    # The verb, and not the special educational needs.
    (rf"\b({_SENDER}) sends?\b", r"\1 sent"),
    (rf"\bsends? (?={_SENT_WHAT}\b)", "sent "),
    (r"\b(?:turn|show|rock|pitch)(?:s|ing|ed)? up\b", "arrive"),
    (r"\b(?:get(?:s|ting)? here|set(?:s|ting)? foot|land(?:s|ing)? on)\b", "arrive"),
    (
        rf"\b({_THEY}{_HELPS}) (?:com(?:e|es|ing)|here|land(?:s|ing)?)\b"
        r"(?! (?:back|to|up|out|from|for|with|across))",
        r"\1 arrive",
    ),
    (
        rf"\b({_THEY}{_HELPS}) (?:leav(?:e|es|ing)|go(?:es)? home|depart\w*|pack\w* up)\b",
        r"\1 finish",
    ),
    (r"\b(?:kick-?off|initial|first|planning|introductory) (meeting)\b", r"set-up \1"),
    (
        r"\b(?:opening|introductory|intro|our|first)(?: \w+)? (?:speech|talk|pitch"
        r"|slides?|presentation)\b",
        "opening presentation",
    ),
    (
        r"\b(?:(?:first|early|initial|rough) (?:idea|steer|view|sense|thoughts?"
        r"|impressions?|findings)"
        r"|(?:a )?(?:steer|inkling)|(?:provisional|first|initial) (?:grade|rating"
        r"|outcome|result|verdict)"
        r"|verdict|how (?:we|it|we['’]?ve|it['’]?s|it has|we have)"
        r" (?:did|went|done|got on|gone|going))\b",
        "initial feedback",
    ),
    (
        r"\b(?:(?:child[- ]level |annex[e]? a |performance |child )data(?! lists?)"
        r"|data (?:returns?|sets?|tables?|files?)|datasets?|spreadsheets?)\b",
        "data lists",
    ),
    (r"\b(?:tele)?phone line\b", "phone"),
    (r"\b(?:(?:tele)?phone ?call|notification|first contact)\b", "call"),
    (
        r"\b(?:sign(?:s|ed)? off|firm(?:s|ed)? up|nail(?:s|ed)? down|lock(?:s|ed)? (?:in|down)"
        r"|pinned down|set in stone)\b",
        "settled",
    ),
    (r"\binspection (?:proper|itself) (?:begins?|starts?|gets? going)\b", "inspectors arrive"),
    (r"\b(?:head of (?:the )?inspection|head inspector|inspector in charge)\b", "lead inspector"),
    (r"\b(?:put|get)(?:s|ting)? (the (?:\w+ )?report|it) out\b", r"publish \1"),
    (r"\b(?:made|make|go|goes|going|become|becomes) public\b", "published"),
    (r"\baa (?=documents?|doc|lists?|data)", "annex a "),
    (r"\b(?:paperwork|docs?|papers)\b", "documents"),
    (r"\b(?:schedule|programme|itinerary|diary)\b", "timetable"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in _SAYINGS)


def as_steps_say(text: str) -> str:
    """The text with what staff call a step put in the words of the papers; the rest as it was."""
    for pattern, said in _COMPILED:
        text = pattern.sub(said, text)
    return text
