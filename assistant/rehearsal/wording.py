"""What is said to the person: at most three suggestions, most useful first, and never a grade."""

from __future__ import annotations

from collections.abc import Sequence

from core.rehearsal import About, Difference, DifferenceKind, Point, Reach, Sign, Signal, Suggestion

MOST = 3
SHOWN_LEFT_OUT = 3
"""Points left out that one suggestion points to."""
EMPTY = "Type an answer in your own words, as you would say it."
TOO_LONG = (
    "This is longer than can be read at once: at most {limit} characters. An answer that can be "
    "said in two or three minutes is long enough."
)
FAILED = (
    "Something went wrong (error {id}). Your answer is still in the box and nothing was stored. "
    "Try again; if it happens again, tell whoever runs Inspection Ready the error number."
)

_DIFFERS = {
    DifferenceKind.FIGURE: "Look up the figure '{said}': your papers may give another.",
    DifferenceKind.DATE: "Look up when: '{said}' may stand otherwise in your papers.",
    DifferenceKind.NAME: "Look up the name: '{said}' may stand otherwise in your papers.",
    DifferenceKind.DIRECTION: "Look up which way it went: '{said}' may be other in your papers.",
}
_CHECK = {
    DifferenceKind.FIGURE: "Set your figure beside your papers; it may be of something else.",
    DifferenceKind.DATE: "Set what you said of when beside your papers.",
    DifferenceKind.NAME: "Set the name you gave beside your papers.",
    DifferenceKind.DIRECTION: "Your papers put one thing another way: read the two together.",
}
_LACKING_OF_A_CASE = {
    Signal.IMPACT: "Say what is different for the child now, and since when.",
    Signal.VOICE: "Say how the child sees it, in their own words where you can.",
    Signal.EVIDENCE: "Say how you know, and where on the file somebody else would find it.",
    Signal.OVERSIGHT: "Say who has looked at this with you, and what came of it.",
}
_LACKING_OF_THE_COUNCIL = {
    Signal.EVIDENCE: "Say how you know: an audit, a figure with its month, what families said.",
    Signal.IMPACT: "Say what it has meant for children; one example is enough.",
    Signal.CANDOUR: "Say what is not there yet, and what is being done about it.",
    Signal.VOICE: "Say what children or families have said about it.",
}
THE_FILE = "Ask yourself what the file would show of this, and whether a stranger would find it."


def suggestions(
    about: About, points: Sequence[Point], differences: Sequence[Difference], signs: Sequence[Sign]
) -> tuple[Suggestion, ...]:
    """What would help most: what the papers give otherwise, what they hold, what was not heard."""
    said = [
        Suggestion(_DIFFERS[each.kind].format(said=each.said), (each.citation,))
        for each in differences
    ]
    said += [Suggestion(_CHECK[each.check.kind], (each.citation,)) for each in points if each.check]
    shown = {each.signal for each in signs}
    left = [each for each in points if each.reach is Reach.NOT_MENTIONED][:SHOWN_LEFT_OUT]
    if about is About.CASE:
        wanted = [text for signal, text in _LACKING_OF_A_CASE.items() if signal not in shown]
        rest = [Suggestion(THE_FILE), *map(Suggestion, wanted)]
        return (*said, *rest)[:MOST]
    wanted = [text for signal, text in _LACKING_OF_THE_COUNCIL.items() if signal not in shown]
    if left:
        cited = tuple(each.citation for each in left)
        said.append(Suggestion("Your papers also hold this, if it is true of your work:", cited))
    return (*said, *map(Suggestion, wanted))[:MOST]
