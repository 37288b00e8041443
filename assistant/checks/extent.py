"""Words that claim all, always, only or exactly: a sentence may use them where its passage does."""

from __future__ import annotations

import re

_CLASSES = (
    (r"everyone|everybody|anyone|anybody", r"all|any\w*|every\w*|public|publish\w*|no one|nobody"),
    (r"all|every|each|whole|entire|full|everything|any|throughout|both|always|total"
     r"|across",
     r"all|every\w*|each|whole|entire|full|any\w*|throughout|both|always|no one|nobody"
     r"|no \w+ (?:was|were|is|are|has|have|waited)"
     r"|never"
     r"|across|total|without exception"),
    (r"always|invariably|at all times|every time|without exception",
     r"always|invariably|every time|all times|without exception|every|each|all"),
    (r"only|solely|exclusively|sole", r"only|solely|exclusively|sole|just|except|alone|no other"
     r"|single"
     r"|limited to|not|some|few|(?:had|has|have|with|was|is) one"),
    (r"exactly|precisely|on the dot", r"exactly|precisely|sharp|on the dot"),
    (r"by law|legally|statutor(?:y|ily)", r"law\w*|legal\w*|statut\w*|acts?|regulations?|duty"),
    (r"unanimous\w*", r"unanimous\w*|all agreed"),
    (r"guarantee\w*", r"guarantee\w*"),
    (r"fully|entirely|wholly|totally|completely|thoroughly",
     r"full|fully|entire|entirely|wholly|all|complete\w*|thorough\w*|total\w*"),
    (r"certainly|definitely|undoubtedly|clearly|proves?|proven|proof",
     r"certain\w*|definite\w*|clear\w*|proves?|proven|proof"),
    (r"immediate\w*|instantly|at once|straight ?away", r"immediate\w*|instantly|at once"
     r"|straight ?away|same day"),
    (r"automatic\w*", r"automatic\w*"),
    (r"permanent\w*|forever", r"permanent\w*|forever"),
    (r"best|highest|largest|biggest|greatest|leading|top|most(?= \w+(?:ed|ing|ful|ant|ent|ive)\b)",
     r"best|highest|largest|biggest|greatest|leading|top|most"),
    (r"worst|lowest|smallest|fewest|least", r"worst|lowest|smallest|fewest|least"),
    (r"significantly|substantially|dramatically|sharply|rapidly|steeply|massively|hugely|greatly"
     r"|markedly|considerably|strongly",
     r"significant\w*|substantial\w*|dramatic\w*|sharp\w*|rapid\w*|steep\w*|massive\w*|huge\w*"
     r"|great\w*"
     r"|far|marked\w*|considerabl\w*|strong\w*|much"),
    (r"most|majority|mostly|mainly|largely|nearly all|almost all", r"most|majority|mostly|mainly"
     r"|largely"
     r"|all|nearly|almost|every|each|\d\d+%|#"),
    (r"many|several|numerous", r"many|several|numerous|most|all|#|and"),
    (r"none|nobody|no one|nothing", r"none|nobody|no|not|nothing|0|nil|never|without|n't|last|out"
     r"|exclud\w*|except"
     r"|ran out"),
    (r"never", r"never|not|no|without|none|nobody"),
    (r"consistent\w*", r"consistent\w*|every|all|steady"),
    (r"(?<!on )(?<!not )(?<!not yet )(?:complet(?:ed|ion)|finished|achieved|implemented"
     r"|resolved|fully met)",
     r"complet\w*|finish\w*|done|achiev\w*|deliver\w*|implement\w*|resolv\w*|met|clos\w*"
     r"|carried out|conclud\w*|end(?:s|ed)?|has|have|held|made|reach\w*|late|pass\w*|fulfil\w*"),
    (r"stopp(?:ed|ing)|stops|ceas\w*|abolish\w*|scrapp\w*|cancel\w*|discontinu\w*|halt\w*",
     r"stop\w*|ceas\w*|abolish\w*|scrap\w*|cancel\w*|discontinu\w*|halt\w*|no longer|end\w*"
     r"|no|not|last|until|clos\w*|shut\w*|replac\w*|remov\w*|withdr\w*|former\w*|gave up"),
    (r"agreed|approved|adopted|endorsed|signed off|ratified",
     r"agree\w*|approv\w*|adopt\w*|endors\w*|sign\w*|ratif\w*|accept\w*|grant\w*|back\w*"
     r"|consent\w*|carried|resolv\w*|decid\w*|decision|vot\w*|pass\w*|allow\w*|permi\w*"
     r"|not|set"),
    (r"refused|rejected|turned down|vetoed|dismissed",
     r"refus\w*|reject\w*|turn\w* down|veto\w*|dismiss\w*|declin\w*|not?|against|lost|deni\w*"
     r"|unsuccess\w*|defeat\w*|fell"),
    (r"record|ever|unprecedented|for the first time",
     r"record|ever|unprecedented|first|never|new\w*"),
    (r"because|due to|thanks to|owing to|as a result of",
     r"because|due to|thanks to|owing to|result\w*|caus\w*|le(?:d|ads?) to|driv\w*|since|so"
     r"|as(?! at| of| well)|reason\w*|after|follow\w*|therefore|why|mean\w*|explain\w*|reflect\w*"
     r"|effect|impact|when|where|if|pressure|put down to|attribut\w*|account\w*|linked"),
    (r"(?:never|not) (?:took|taken?|taking) place|never (?:happened|existed)|(?:did"
     r"|does) not (?:happen"
     r"|exist)", r"cancel\w*|never|postpon\w*|not (?:take|taken|held|happen\w*)|(?:did|has"
     r"|have) not"),
    (r"excellent|exemplary|perfect\w*|flawless\w*|delighted|superb|exceptional\w*",
     r"excellent|exemplary|perfect\w*|flawless\w*|delighted|superb|exceptional\w*"),
)  # fmt: skip
_COMPILED = tuple(
    (re.compile(rf"\b(?:{said})\b"), re.compile(rf"(?:\b|(?<=\W))(?:{there})(?:\b|(?=\W)|$)"))
    for said, there in _CLASSES
)
_ANY = re.compile(
    r"\bat all\b|\ball (?:the )?(?=#)|\bonly (?:an? |for |in |on |by |from |to |about |one "
    r"|the )*(?=#)"
    r"|\bboth (?=\w+ and\b|the\b|#)|\beach other\b|\bfar\b(?= as| from| off)|\bas far\b|\bin full\b"
    r"|\bof all (?:the )?(?=[\w# -]+\b(?:last|first|only|highest|lowest))|\bnot only\b"
    r"|\bfirst and foremost\b|\bso far\b|\babove all\b|\bafter all\b|\bas much\b"
    r"|\bnothing (?:more|but|other|less)\b|\bat least\b|\bmost of all\b|\bof all\b|\ball (?:in"
    r"|told|along|over)\b"
    r"|\bnot any\b|\btotal of\b|\bonly (?=\w+ing\b|an? \w+ one\b)|\bin total\b|\bthe total\b"
    r"|\ba total\b|\bin all\b|(?<!than )(?<!than in )\b(?:any|every|all) others?\b|\bhow (?:many"
    r"|much)\b|\bas (?:many|few) as\b"
    r"|(?:\b(?:not|no|never|nor|without|nobody|cannot)\b|n't\b)[^,;.]{0,30}\b(?:any\w*|all"
    r"|every\w*)\b"
    r"|\b(?:is|are|was|were) all (?=an? |the |that |it )"
    r"|\bon top\b|\b(?:nobody|no one|none)\b(?=[^.;]* until\b)|\b(?:as a|on the) whole\b|\b(?:on"
    r"|keeps?|off|the) record\b|\brecord(?= of)"
)


_EVERY_SO_OFTEN = re.compile(r"\bevery (?=#)")
_LIMITED = re.compile(r"\b(?:some|most|many|few|several|certain|half|part|majority|one)\b|#|%")
_EVERY = re.compile(r"\b(?:every|each)\b(?= [a-z]+\b)")
_GENERIC = re.compile(r"(?:^|[.;:]\s)an? (?=\w)")


def overclaims(said: str, stands: str) -> str:
    """The word by which a sentence claims more than its passage does; '' if none.

    Facts should be '#' in `said`: 'all #' is as many as the number says.
    """
    text = _ANY.sub(" ", said)
    if _GENERIC.search(stands):
        # 'A council has a focused visit' speaks of every council.
        text = _EVERY.sub(" ", text)
    if _EVERY_SO_OFTEN.search(stands):
        text = _EVERY_SO_OFTEN.sub(" ", text)
    for word, support in _COMPILED:
        found = word.search(text)
        # 'Every ten days' says how often, and nothing of how many.
        if found and not support.search(_EVERY_SO_OFTEN.sub(" ", stands)):
            if found.group() == "any" and not _LIMITED.search(stands):
                continue
            return found.group()
    return ""
