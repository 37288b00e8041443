"""What inspectors listen for, as far as plain words show it; each list is there to be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.rehearsal.claims import Claim, tells_of_own
from core.rehearsal import About, Probe, Prompt, Sign, Signal

_CHILD = r"(?:he|she|they|children|young people|kids|the (?:child|girl|boy|baby|young person))"
_FAMILY = r"(?:he|she|they|it|mum|dad|gran|nan|the (?:child|children|family|baby|girl|boy|parents))"


def _words(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


_SOURCE = _words(
    r"audit(?:s|ed|ing)?",
    r"dip[- ]?sampl\w+",
    r"deep dives?",
    r"data (?:shows?|says?|tells?|that we)",
    r"surveys?",
    r"peer reviews?",
    r"feedback (?:from|says|forms?)",
    r"compl(?:ai|i)m?n?e?nts?",
    r"(?:i|we)(?:'ve)? (?:\w+ )?(?:read|reread|checked|looked at|counted|sat in)",
    r"(?:i|we)(?:'ve)? (?:\w+ )?asked",
    r"(?:i|we) (?:\w+ )?(?:track|measure)",
    r"self[- ]evaluation",
    r"(?:performance )?surger(?:y|ies)",
    r"dashboards?",
    r"inspectors? (?:said|found|told)",
    r"(?:government )?advis[eo]r",
    r"observ(?:ed|ations?)",
    r"outcomes? stars?",
    r"scor(?:e|ing) tools?",
)
_FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s?%|\bper ?cent\b|\b(?!(?:19|20)\d\d\b)\d{2,}(?:[.,]\d+)?\b", re.IGNORECASE
)
_IMPACT = _words(
    rf"{_FAMILY}(?:'s|'re)? (?:now|no longer|doesn't have to|don't have to|started|stopped)",
    rf"{_FAMILY} (?:sleeps?|smiles?|talks?|puts|made|held|stayed|lives?|joined)",
    r"(?:is|are|went|got|'s|'re) back (?:in|at|to|home)",
    r"(?:it|that|this) (?:worked|held|helped|meant)",
    r"no longer",
    r"for the first time",
    r"safer|happier|settled|calmer|more confident",
    r"as a result",
    r"which (?:means|meant)",
    r"for the (?:child|children|kids|family|families) (?:it|that|this) means",
    r"what (?:it|that|this) (?:means|does|did) (?:to|for) (?:the )?(?:children|kids|families)",
    r"(?:he|she) \w+s now",
    r"(?:he|she|they|both|two|three|most|all)(?:'s|'ve)? (?:has|have|got|had)"
    r" (?!to\b)[^.;]{1,30} now",
    r"(?:he|she|they)(?:'s|'ve)? (?:has |have )?got (?:a|an) (?:\w+ )?"
    r"(?:bed|place|flat|home|job|room)",
    r"(?:dad|mum|gran|nan|he|she|they)\b[^.;]{0,25} can (?:now )?(?:see|go|do|sleep|come|live)",
    r"(?:was|were) seen (?:that|the (?:next|same)|within)",
    rf"{_FAMILY} slept",
    rf"{_FAMILY} (?:texted|rang|showed) me",
    rf"{_FAMILY} (?:was|were|is|are) safe",
    r"(?:came|arrived|fixed) (?:in|within) \d+ (?:days?|weeks?)",
    r"still (?:meeting|going|coming|living)",
    r"(?:is|are|'s|'re) (?:at|in) (?:school|college|work|nursery)",
    r"(?:moved|stepped) out",
    r"(?:went|gone|been|looked) through (?:every|each|all)",
    r"so (?:now )?(?:he|she)",
    r"started (?:college|work|school|nursery)",
    r"(?:have|has|got) (?:a )?tenanc(?:y|ies)",
    r"attendance (?:is|went|has)",
    r"told me about",
    r"been used",
    r"(?:doesn't|hasn't) (?:go|gone|been) missing",
    r"has(?:n't| not) happened since",
    r"fewer (?:moves|episodes)",
    r"in school more",
    r"(?:been|were|was) looked at|been (?:seen|checked) (?:since|by)",
    r"has friends",
)
_VOICE = _words(
    rf"{_CHILD}(?:'ve|'s|'d)? (?:told|said|says?|tells?|asked|wants?|wanted|likes?|liked|feels?)",
    rf"{_CHILD}(?:'ve|'s|'d)? (?:felt|thinks?|wrote|drew|chose|picked|decided|loves?|hates?)",
    rf"{_CHILD} wish\w*",
    r"(?:in )?(?:his|her|their) own words",
    r"(?:his|her|their) words",
    r"voice of the child|child's voice|children in care council",
    r"(?:one|some|two|lots) of (?:mine|them|my \w+) (?:wanted|said|told|asked)",
    r"on (?:his|her|their) own with me|alone with",
    r"asked (?:him|her|them|the child)",
)
_OVERSIGHT = _words(
    r"(?:in|my|her|his|their|through|at) supervision|supervision (?:with|every|changed|helped"
    r"|asked|gave|last|from)|supervised|oversight",
    r"(?:team |service |my |the |our )?(?:managers?|heads? of service|director) (?:\w+ )?(?:reads?"
    r"|checks?|checked|signs?|signed|asks?|asked|said|says|agreed|agrees|chase[sd]?|looks?"
    r"|looked|decided|decides|challenge[sd]?|reviews?|reviewed|told|wanted|wants|sits?|sat)",
    r"(?:told|rang|asked|emailed|with|by|to) (?:my|the|a|her|his|our) (?:team |service )?"
    r"(?:managers?|heads? of service|director)",
    r"iros?|reviewing officers?",
    r"panels?|board",
    r"signed off|sign[- ]off|reviewed by|checked by",
    r"challenge[sd]?|escalat\w+",
    r"mid-?point",
    r"strategy meeting|legal (?:planning )?meeting",
    r"tracker",
)
_CANDOUR = _words(
    r"not (?:yet|good enough|there yet|where)",
    r"honest(?:ly|y)?",
    r"i (?:don't|do not|dont) know|i(?:'m| am) not sure",
    r"patchy|wrong way|not consistent|inconsistent|not proud",
    r"should(?:'ve| have) (?:gone|done|been|seen|asked)",
    r"too (?:late|slow|long)",
    r"worr(?:ies|y) (?:me|us)|what (?:i|we) worry|i do worry|(?:i'm|i am) worried",
    r"gaps?|weak(?:er|ness)?|struggl\w+",
    r"could (?:be|have been|do) better",
    r"still (?:not|to|some|need)",
    r"we got (?:it|that) wrong|missed it|broke down|do it again from scratch",
    r"slid|slipped|isn't oversight",
    r"areas? (?:of focus|(?:to|for) improve\w*)",
)
_RECORDED = _words(
    r"(?:on|in) (?:the|her|his|their) (?:file|files|record|records|system)",
    r"record(?:ed|s)?|recordings?|on file|file (?:shows|says)|logged",
    r"written (?:down|up)|wrote (?:it )?(?:down|up)|i write a note|a note",
    r"mosaic|liquidlogic|case ?notes?|chronolog\w+|minuted|genogram",
)
_PRAISES = _words(
    r"(?:much|a lot|got|getting|gets) better|improved|improving|works? (?:really )?well|excellent",
    r"that'?s why|because of|put (?:that|it) down to|keeps? (?:children|kids|families|people)",
    r"makes? (?:a|the|all the) difference",
)
_CAUSE = _words(r"(?:put|puts) (?:it|that|this|them) down to")
_GLOWS = _words(
    r"(?:brilliant|fantastic|amazing|massive|excellent) (?:progress|work)|ready to fly",
    r"on target|massively",
)
_WELL = re.compile(r"\b(?:do(?:es|ing)? well|proud|strengths?)\b", re.IGNORECASE)
"""A prompt that asks for what is good is answered with praise."""
Heard = Mapping[Signal, Sequence[Claim]]
_NOTHING: Heard = {}
_LISTS = {
    Signal.EVIDENCE: (_SOURCE, _FIGURE, _RECORDED),
    Signal.IMPACT: (_IMPACT,),
    Signal.VOICE: (_VOICE,),
    Signal.OVERSIGHT: (_OVERSIGHT,),
    Signal.CANDOUR: (_CANDOUR,),
}
HOW_DO_YOU_KNOW = Probe(Signal.EVIDENCE, "How do you know?")
WHAT_CHANGED = Probe(Signal.IMPACT, "What changed for the child?")
THE_FILE = Probe(Signal.OVERSIGHT, "What would the file show?")
MOST_SIGNS = 2
"""Signs quoted for one signal."""


def signs_in(
    answer: str,
    claims: Sequence[Claim],
    heard: Heard = _NOTHING,
    doubtful: Sequence[tuple[int, int]] = (),
) -> tuple[Sign, ...]:
    """The words of an answer that show each signal, at most two a signal, in its order.

    `heard` are the clauses that tell of it in other words than the lists have. What is `doubtful`,
    by offsets, since the papers give it otherwise, is evidence of nothing, nor is its clause.
    """
    found: list[Sign] = []
    for signal, lists in _LISTS.items():
        spans = {m.span() for each in lists for m in each.finditer(answer)}
        if signal is Signal.EVIDENCE:
            apart = [(c.start, c.end) for c in claims if _meets((c.start, c.end), doubtful)]
            spans = {each for each in spans if not _meets(each, apart)}
        places = sorted(spans | {(each.start, each.end) for each in heard.get(signal, ())})
        words: list[str] = []
        for start, end in places:
            clause = next((c.text for c in claims if c.start <= start < c.end), answer[start:end])
            if clause.strip(" ,;") not in words:
                words.append(clause.strip(" ,;"))
        found += [Sign(signal, each) for each in words[:MOST_SIGNS]]
    return tuple(found)


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def probe_for(prompt: Prompt, answer: str, heard: Heard = _NOTHING) -> Probe:
    """The one follow-up that would help most, by what is plainly lacking.

    Of a case: an effect told and no word of the file asks for the file, work told and no effect
    for the effect. Of the council: praise, a cause or a bare claim that has no source asks for one
    first; figures and the speaker's own work told ask for what they did.
    """
    sourced, told = _SOURCE.search(answer), _tells(answer)
    recorded = _RECORDED.search(answer)
    impact = bool(_IMPACT.search(answer) or heard.get(Signal.IMPACT))
    if prompt.about is About.CASE:
        if impact or recorded:
            return THE_FILE if not recorded else HOW_DO_YOU_KNOW
        return HOW_DO_YOU_KNOW if _GLOWS.search(answer) and not told else WHAT_CHANGED
    seen = impact and tells_of_own(answer)
    praised = _PRAISES.search(answer) or _GLOWS.search(answer)
    praises = (praised and not seen) or _WELL.search(prompt.text)
    if _CAUSE.search(answer) or (not sourced and (praises or not (told or impact))):
        return HOW_DO_YOU_KNOW
    return THE_FILE if impact and not recorded else WHAT_CHANGED


def _tells(answer: str) -> bool:
    """Whether an answer tells of something that was counted or that the speaker did."""
    return bool(_FIGURE.search(answer)) or tells_of_own(answer)
