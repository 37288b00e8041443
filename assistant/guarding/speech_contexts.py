"""How staff speak of a child or a family in a rehearsal. Patterns only, no logic.

`*_BEFORE` end where the name starts, `*_AFTER` start where it ends (past a possessive). Those with
CHILD hold for any name; those with TALK hold for a first name alone, since an officer with the full
name is asked, rung and listened to as well.
"""

from __future__ import annotations

import re

_I = r"I(?:['’](?:ve|d|m|ll)| have| had| am| was| would)?"
_YOUNG = r"(?:one|child|boy|girl|brother|sister|sibling|twin|lad|lass|baby)"
_KIN = (
    r"(?:mum|mam|mother|dad|father|parents|brothers?|sisters?|siblings?|twin|nan|nana|gran|grandma"
    r"|grandmother|grandad|grandfather|aunt|auntie|uncle|cousins?|foster carers?|carers?|stepdad"
    r"|step-?(?:father|mother|brother|sister)|boyfriend|girlfriend|partner|daughters?|sons?|kids"
    r"|children|baby|babies|family)"
)
_MEETING = (
    r"(?:strategy (?:meeting|discussion)|core group|(?:lac|cla|cin|cp|child protection|looked after"
    r"|child in need|initial|icpc|legal planning|network|disruption|care team|pep)"
    r" (?:meeting|conference|review)|(?:core|single|risk|parenting|age) assessment|life[- ]story"
    r" (?:work|book)|direct work|return (?:home )?interview|pathway plan|care plan|safety plan"
    r"|chronology|genogram|three houses|section 47|s47|case notes?|case summary|care order"
    r"|interim order|epo|order|sgo|court order)"
)
_DEAR = (
    r"(?:asked|promised|believed|disbelieved|dropped|drove|driven|collected|picked up|hugged|took"
    r"|taken|trusted|failed|let down|missed)"
)
_SINCE = (
    r" (?:since|for (?!my|our|the|a)|from (?:the )?(?:start|beginning|birth|age|day|about|last|\d"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|nearly|almost|about|all (?:year|his|her)|these|just|over|coming up|going on|\d|two|three"
    r"|four|five|six|seven|eight|nine|ten|eighteen|a year)\b"
)

CHILD_BEFORE = re.compile(
    r"\b(?:worried|worry(?:ing)?|concern(?:s|ed)?|scared|frightened|anxious|fearful)(?: \w+)?"
    r" (?:about|for) $|\b(?:nearly|almost) lost $"
    rf"|\b{_MEETING}s? (?:on|for|with|about|of|round|around) $"
    r"|\b(?:supervision|reflection)(?: (?:is|was|session))?(?: about| on) $"
    r"|\bconcerns? (?:is|was|were|are) that $|\bclosed (?:to|on) $"
    r"|\b(?:case|referral|concern|disclosure|allegation)s? (?:on|for) $"
    rf"|\b(?:oldest|eldest|youngest|middle)(?: {_YOUNG})?,? (?:is |was )?(?:called )?$"
    r"|\bmy (?:one|lad|lass|yp|little (?:one|lad|girl|boy))(?:,| is| was)? $"
    rf"|\bthe (?:{_YOUNG}|young person|care leaver|kid|family|case)(?: \w+){{0,3}} I\b"
    r"[^.?!,]{0,40}(?:\b(?:is|was|would be)|,) $"
    r"|\b(?:got it wrong|broke(?:n)? through|got through|bond(?:ed)?|attachment|relationship|trust)"
    r" (?:with|to) $|\b(?:story|situation|lived experience|daily life) (?:of|for) $",
    re.I,
)
"""'We held a strategy meeting on', 'the one I'd bring is': a child's name follows."""

HELD_BEFORE = re.compile(
    rf"\b{_I} (?:had|got|held|worked with|been working with|known|supported|been allocated"
    r"|been seeing|been visiting|visited|seen) $",
    re.I,
)
HELD_AFTER = re.compile(_SINCE, re.I)
"""Together: 'I've had ... since March'."""

CHILD_AFTER = re.compile(
    r" (?:(?:is|was) (?:who|the (?:one|child|boy|girl|young person)) I\b"
    r"|(?:has |had )?(?:come|came|went|goes|been taken|was taken) in ?to care|came to us"
    r"|(?:was|is|has been|had been|got|were) (?:removed|re-?placed|placed|accommodated|adopted"
    r"|trafficked|excluded|remanded|born|abused|neglected|bullied|groomed|exploited|hurt|assaulted"
    r"|stepped (?:up|down)|made (?:subject|looked)|seen alone|not seen|on a (?:cp|cin|child|plan))"
    r"|is (?:in (?:placement|care|foster)|non-?verbal|autistic|pre-?verbal)"
    r"|(?:went|goes|was|going|reported) missing|r[au]ns? away|self-?harm\w*|disclosed"
    r"|(?:goes|went|walks|walked) to (?:school|nursery|bed)|(?:lives|lived|living|stays|staying)"
    r" with|moved in with|wets? the bed|sleeps|slept|miss(?:es|ed) (?:his|her|their|mum|dad|school)"
    r"|has (?:a (?:care order|bruise|social worker|pathway plan)|bruis\w+|no (?:bed|coat|shoes))"
    r"|turn(?:s|ed) (?:\d|eighteen|sixteen|seventeen|eleven)|presents? (?:as|with|at|in)"
    rf"|(?:and|&) (?:his|her|their) (?:\w+ )?{_KIN}"
    r"|(?:\w+ )?(?:sees?|saw|see|visits?|loves?|misses|fears?|hates?|lives? with|minds) (?:his|her"
    rf"|their) {_KIN})\b",
    re.I,
)
"""What happens in a child's life and not in an officer's day."""

ASKED_BEFORE = re.compile(r"\b(?:was|were|is|did|does|do|has|had|will|would|should) $", re.I)
ASKED_AFTER = re.compile(
    r" (?:(?:been |being |be |get |got )?(?:taken|accommodated|received|come|came|brought) in ?to"
    r" (?:our )?care|(?:been |being |be |get )?(?:placed (?:in|with|at|out)|moved (?:from (?:home"
    r"|mum|dad|his|her|their)|out of|placements?|schools?|homes?)|removed from (?:home|mum|dad|his"
    r"|her|their|the family)|adopted|fostered|remanded|abused|neglected|groomed|exploited"
    r"|trafficked|excluded|stepped (?:up|down)|reunified|made (?:subject|looked)|seen alone)"
    r"|(?:go|gone|went) missing|(?:been |still )?(?:missing|in care|looked after|in placement)"
    r"|move (?:placements?|schools?|homes?|house)|run away|runs? off|(?:self-?harm|disclose)\w*"
    r"|(?:live|living|stay|staying) with|go (?:home|back to (?:mum|dad|his|her|the family))"
    r"|(?:return|returned|returning) home|leave care|left care"
    r"|(?:still )?(?:on|subject to) an? (?:cp|cin|child|plan|care order|interim care))\b",
    re.I,
)
"""The same in a question: 'was NAME taken into care?', 'why did NAME move placement?'."""

CHILD_HAS = re.compile(
    r" (?:\w+ )?(?:foster (?:carers?|placement)|placement|social worker|teacher|bedroom|bed"
    r"|chronology|carers?|life[- ]story|wishes|birthday|attendance|behaviour|ehcp|pep|lac review"
    r"|pathway plan|care plan|care order|school|nursery|bruis\w+|injur\w+|disclosure|teeth|hair"
    r"|coat|clothes|shoes|toys?|drawings?|bike|health assessment|story|file|record|childhood"
    r"|sgo|return (?:home )?interview|voice|views|feelings|tenancy|passport|contact|key ?worker"
    r"|iro|guardian|flat|phone)\b",
    re.I,
)
"""After a possessive: what children have."""

TALK_BEFORE = re.compile(
    rf"\b{_I} (?:\w+ly |just |then |also |once |even )?{_DEAR} $"
    r"|\b(?:sat|sit|sitting)(?: [\w'’-]+){0,4} with $|\b(?:spoke|spoken|talk(?:ed|ing)?|listen\w*)"
    r" (?:alone |directly |properly )?(?:to|with) $|\b(?:been|went|go|going) (?:out )?to see $"
    r"|\bask(?:ed|ing)? $|(?:^|[.?!,] )(?:for|with) $"
    r"|\b(?:school|mum|dad|nan|police|she|he|they) (?:\w+ ){0,2}(?:that|say|said) $"
    rf"|\b(?:{_I}|we(?:['’](?:ve|d|re))?) (?:ring|rang|rung|text|visit|see|saw|bought|gave|help"
    r"|move|place|found|sent|met)(?:ed|ing|d|s)? $"
    r"|\bwhat (?:changed|is different|happened|was it like) (?:for|to|with) $"
    r"|\b(?:wants?|wanted|told|tells|helped|help|let|made|make|got|get) $",
    re.I,
)
ALONE_BEFORE = re.compile(
    rf"\b{_I} (?:\w+ly |just |then |also |once |even )?{_DEAR} $"
    r"|\b(?:sat|sit|sitting)(?: [\w'’-]+){0,4} with $|\bit (?:was|is) $"
    r"|\b(?:talk|tell you|think|thinking|thought) (?:\w+ )?(?:about|of) $"
    r"|\b(?:mum|dad|nan|gran|school|teacher|carers?|they|she|he) (?:(?:has|have|had) )?"
    r"(?:said|says|told (?:us|me))(?: that)? $",
    re.I,
)
ALONE_AFTER = re.compile(
    r" (?:what|if|why|whether|who|to|about|and (?:we|I|he|she)|had|was|is|has|did|does|won['’]t"
    r"|didn['’]t|isn['’]t|wasn['’]t|hadn['’]t)\b|[.,?!] (?:he|she|we|I)\b",
    re.I,
)
"""The same, of a name that no list has: together, and where somebody is 'he' or 'she'."""

TALK_AFTER = re.compile(
    r"(?: |, )(?:(?:told|tells|texted|texts|rang|rings|phoned|hugged|trusts?|trusted|showed|showing"
    r"|asked|asks|calls|called) me\b|(?:said|says) to me\b|said (?:he|she|his|her|mum|dad)\b"
    r"|(?:wants?|wanted) (?:to (?:go|live|stay|see|be|come|move|stop)|a |his|her|me to)"
    r"|won['’]t (?:come|go|talk|eat|sit|speak|leave|see|get|let|open)|can['’]t (?:sleep|read|sit)"
    r"|hadn['’]t|(?:cried|laughed|smiled|hid|kicked off|settled)\b|thinks (?:I|his|her|he|she)\b"
    r"|(?:got|has|had|lost|loves|hates) (?:his|her)\b|is (?:safe|happier|settled|scared|frightened"
    r"|sleeping|living|doing (?:well|better)|thriving|struggling)|was (?:in tears|upset|hungry|cold"
    r"|scared|frightened|angry|\d|(?:only )?(?:four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen)\b))",
    re.I,
)
"""'I asked ...', '... told me': of a first name alone, likelier a child's."""

PEOPLE = re.compile(
    r"\b(?:I|I['’](?:ve|d|m|ll)|me|my|we|us|our|we['’](?:ve|d|re|ll)|he|she|his|her|him|hers"
    r"|himself|herself|they|them|their"
    rf"|he['’]\w+|she['’]\w+|{_KIN}|child|boy|girl|baby|young|placement|case|schools?|home|visit\w*"
    r"|care|plan|social worker|contact|file|record|review|safe|risk|told|said"
    r"|adopt\w*|secure|missing|meet|inspectors?|hmi|about)\b",
    re.I,
)
"""Words of a text about people: without any of them, a listed name is not taken for a child's."""

THEIR_PARENT = re.compile(
    rf"\b(?:{_KIN}|placed|removed|pregnant|contact|his|her|the (?:children|kids|boys|girls|baby)"
    r"|bruis\w+|visit(?:ed|s)?|injunction|violence|drinking|sober|tenancy)\b",
    re.I,
)
"""Beside 'Mrs Khan': a parent rather than a teacher."""
