"""Which clauses of an answer tell what changed for a child or family, or how the child sees it.

By two things together: classes of words that can be read below (who, and that something is now
otherwise; who, and that they said or wanted it), and how near the clause's vector lies to clauses
that tell such things. The weights of the second were fitted on evaluation/rehearsal/clauses.tsv,
which was written for it (`python -m evaluation.rehearsal_fit`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.rehearsal.claims import Claim
from core.rehearsal import Signal
from language.words import fold
from vectorstore.embed import Vectors

WEIGHTS = Path(__file__).parents[1] / "data" / "heard_weights.json"
A_CLASS, MOST_CLASSES = 0.12, 2
"""What each class of words that a clause has adds to its chance, and how many count."""
SURE = 0.76
"""From here a clause is heard as telling it: of the 63 answers of the open parts whose probe turns
on it none is heard falsely."""
_CHILD = (
    r"(?:(?:the|this|that|my|our|her|his|their|a|one|two|three|four|both|all|most|some|no) )?"
    r"(?:little |older |younger |eldest )?(?:child|children|kids?|girls?|boys?|lads?|lass(?:es)?"
    r"|bab(?:y|ies)|toddlers?|twins|siblings|brothers?|sisters?|teenagers?"
    r"|young (?:person|people|man|men|woman|women)|care leavers?)"
)
_FAMILY = (
    r"(?:(?:the|her|his|their|both|two|three|most) )?(?:family|families|mum|dad|mother|father"
    r"|parents|carers?|gran|nan|auntie|uncle)"
)
_SOME = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|both|most|half|all|none|lots) of"
    r" (?:them|the \w+|mine|my \w+|those)"
)
_YOUNG = rf"(?:he|she|they|{_CHILD}|{_SOME})"
_WHO = rf"(?:he|she|they|{_CHILD}|{_FAMILY}|{_SOME})"
_OUTCOME = (
    r"(?:got|found|kept|joined|passed|started|stopped|moved|stayed|settled|slept|sleeps?|eats?"
    r"|smil\w+|laugh\w+|sings?|trusts?|attends?|gets?|goes|rings|texts|texted|rang|managed?"
    r"|managing|signed|opened|ended|held|agreed|lets?|turned|put|took|came (?:back|home|off|to|out)"
    r"|(?:went|gone|been) (?:back|home))"
)
_SAFE = (
    r"(?:safer?|settled|happier|calmer|home|back|better off|out of care|together|in school"
    r"|at school|at college|in work)"
)
_SAYS = (
    r"(?:told|tells?|says?|said|asks?|asked|wants?|wanted|wishes|hates?|hated|likes?|liked|loves?"
    r"|thinks?|thought|reckons?|feels?|felt|hopes?|chose|picked|drew|draws|wrote|showed|texted"
    r"|scored|explains?|explained|described|whispered|decided|begged|marked"
    r"|rather|prefers?|(?:would|'d) (?:like|rather|prefer))"
)


def _forms(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in forms)


_CLASSES = {
    Signal.IMPACT: _forms(
        rf"\b{_WHO}\b[^.;?!]{{1,60}}\b(?:now|any ?more|no longer|again|for the first time"
        r"|these days|at last|instead|since)\b",
        rf"\b(?:now|since then|after that|from then|no longer|so|which meant|meant|means)"
        rf" (?:that )?{_WHO}\b(?! (?:told|said|asked|say))",
        rf"\b{_WHO}(?:'s| is| are|'re|'ve| has| have|'d)?(?: \w+ly)? {_OUTCOME}\b",
        rf"\b(?:is|are|was|were|'s|'re|been|feels?|kept|keeps?|stayed) (?:\w+ )?{_SAFE}\b",
        r"\b(?:was|were|got) (?:seen|placed|moved|housed|found|sorted|fixed|settled|put right"
        r"|checked) (?:\w+ ){0,2}(?:that|the same|the next|within|by|on|inside|last)\b",
        r"\b(?:fewer|no more|less) (?:moves|episodes|missing|waits?|fights?|calls)\b",
        r"\b(?:it|that|this|which) (?:worked|held|helped|stuck|paid off|changed|turned|got|kept"
        r"|made)\b",
    ),
    Signal.VOICE: _forms(
        rf"\b{_YOUNG}(?:'ve|'s|'d| has| have| had| also| never| always| only)? {_SAYS}\b",
        r"\b(?:his|her|their) (?:own )?words\b|\b(?:he|she|they)(?:'s|'re| is| are)"
        r" (?:proud|scared|frightened|fed up|worried|excited|embarrassed|angry)\b",
        r"\b(?:with|asked|alone with|to) (?:him|her|them|each child|the child)"
        r" (?:alone|what|how)\b",
    ),
}


def heard(claims: Sequence[Claim], vectors: Vectors) -> dict[Signal, tuple[Claim, ...]]:
    """The clauses that tell of an effect and of the child's voice; `vectors` are the claims'."""
    found: dict[Signal, tuple[Claim, ...]] = {}
    for signal in _CLASSES:
        chances = _chances(signal, vectors)
        found[signal] = tuple(
            claim
            for claim, chance in zip(claims, chances, strict=True)
            if chance + A_CLASS * classes_in(claim.text, signal) >= SURE
        )
    return found


def classes_in(text: str, signal: Signal) -> int:
    """How many classes of words for a signal a clause has, two at most."""
    folded = fold(text)
    return min(MOST_CLASSES, sum(bool(form.search(folded)) for form in _CLASSES[signal]))


def _chances(signal: Signal, vectors: Vectors) -> Sequence[float]:
    weights, bias = _weights()[signal.value]
    if vectors.shape[1] != len(weights):
        # Another engine's vectors (a test's): the classes of words alone say too little.
        return [0.0] * len(vectors)
    return [float(each) for each in 1 / (1 + np.exp(-(vectors @ weights + bias)))]


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[Vectors, float]]:
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {
        name: (np.array(each["weights"], dtype=np.float32), float(each["bias"]))
        for name, each in held.items()
    }
