"""The words around a name that tell a child's. Patterns only, no logic.

`*_BEFORE` end where the name starts, `*_AFTER` start where it ends (past a possessive).
"""

from __future__ import annotations

import re

_CHILD = (
    r"(?:child|girl|boy|baby|toddler|infant|newborn|teenager|teen|kid|twin|sibling|brother|sister"
    r"|daughter|son|niece|nephew|grandson|granddaughter|cousin|yp"
    r"|young (?:person|man|woman|lady|mum|dad)|care leaver|pupil|student|uasc|asylum seeker|lad"
    r"|lass|little one)"
)
_CHILDREN = (
    r"(?:children|girls|boys|babies|twins|siblings|brothers|sisters|kids|sons|daughters|yps"
    r"|young people|care leavers|cases)"
)
_KIN = (
    r"(?:mum|mam|mummy|mother|dad|daddy|father|step ?-?(?:mum|mother|dad|father|brother|sister)"
    r"|brothers?|sisters?|sibling|twin|nan|nana|gran|granny|grandma|grandmother|grandad"
    r"|grandfather|grandparents|aunt|auntie|aunty|uncle|cousins?|boyfriend|girlfriend|daughters?"
    r"|sons?)"
)
_CARE = (
    r"(?:foster|carers?|placements?|social worker|sw|school|teacher|nursery|case|files?|records?"
    r"|notes|chronology|contact|ehcp|pep|pa|iro|key ?worker|voice|wishes|views|care|pathway|plan"
    r"|review|visits?|assessment|life|bedroom|move|behaviour|attendance|needs|lac|cla|cp|cin"
    r"|conference|strategy|adoption|bruis\w+|injur\w+|disclosure|s47|section 47|return|birthday"
    r"|age|dob|home|family|safety|parents?|siblings|baby|tenancy|education|health|children|kids"
    r"|complaint|situation|story|journey|experience|risks?|progress|background|history|identity)"
)
_VENUE = (
    r"(?:home|house|project|hub|team|programme|service|centre|scheme|unit|school|panel|group|model"
    r"|forum|council|plan|framework|tool|policy|strategy|charity|app|system|pledge|report|review"
    r"|meeting|act|award|fund|club|network|board)s?"
)
_CALLED = r"(?:called|named|named as|known as|by the name of|name is|name['’]s|name was|name:)"
_BY = r"(?: ?[,:(–-] ?| )"
_AGES = r"(?:years?|yrs?|months?|weeks?)"
_ALMOST = r"(?:only |just |now |nearly |almost |about )?"
_NO_RANGE = r"\b(?! ?(?:to|-|–|or|and|plus)\b ?\d| ?[-–+] ?\d?| (?:and|or) (?:over|above|under))"

CHILD_BESIDE = re.compile(rf"\b(?-i:{_CHILD}){_BY}$|\b(?:my|our|your) {_CHILD}{_BY}$", re.I)
"""'the girl Xanthe', the noun in small letters: 'Pupil Premium' is no child."""

CHILD_CALLED = re.compile(
    rf"\b{_CHILD}{_BY}(?:who is |who['’]s |is )?{_CALLED} ?$"
    rf"|\b{_CHILD}\b(?!['’]s {_VENUE})(?:(?! {_VENUE}\b)[ ,]+[\w'’]+){{0,5}}[ ,]+"
    r"(?:called|named|whose name is) $"
    rf"|\b(?:his|her|their|child['’]s|whose) (?:real |first |full )?{_CALLED} ?$"
    r"|\b(?:he|she|they)(?:['’](?:s|re)| is| was| are) (?:called|named) $"
    rf"|\b(?:my|our|your|tracked|sampled) case(?: is)?{_BY}"
    r"(?:about |of |on |called |named |is )?$"
    rf"|\b\d{{1,2}}[ -]?(?:{_AGES}[ -]olds?|y/?o|y\.o\.)(?: {_CHILD})?(?: ?, ?| )(?:{_CALLED} )?$",
    re.I,
)
"""Only a child's name follows."""

CHILD_NEAR = re.compile(
    rf"\b{_CHILDREN}{_BY}(?:are |called |named |of )?$"
    rf"|\b(?:{_CHILD}|{_CHILDREN}|{_KIN}|case|family|parents?|carers?|placement|voice|file"
    r"|chronology|visits?|worried|concerns?|concerned|work(?:ing|ed)?|visited|saw|spoke|removed"
    r"|allocated|supporting|moved|adopted|placed)"
    r"(?: is| are)?(?: (?:of|for|about|with|to|on))? ?$"
    rf"|\b{_CHILD}(?: [\w'’]+){{1,5}} ?[,(–-] ?$"
    rf"|\b(?:little|poor|wee|baby|{_CHILD}){_BY}$",
    re.I,
)
"""A child's name may follow; so may other things."""

BORN_AFTER = re.compile(r" ?[,(–-]? ?(?:who (?:is|was) |is |was )?(?:born|d\.?o\.?b\b)", re.I)
DATE_AFTER = re.compile(r" ?\( ?\d\d? ?[-/.] ?\d\d? ?[-/.] ?(?:19|20)?\d\d ?\)")
"""A date of birth in brackets; never right after an officer's name."""

AGE_AFTER = re.compile(
    rf" ?[(,–-]? ?(?:who (?:is|was) |is |was )?(?:aged?|age of) ?\d{{1,2}}{_NO_RANGE}"
    rf"| ?[(,–-]? ?(?:who (?:is|was) |is |was )?{_ALMOST}\d{{1,2}}[ -]?"
    rf"(?:{_AGES}[ -]old\b|y/?o\b)",
    re.I,
)
NOT_A_PERSON_BEFORE = re.compile(r"\b(?:in|at|from|across|within|by|and|for|of) $", re.I)
"""Before a capitalised word with an age: 'in Haringey aged 16' is a place."""

KIN_AFTER = re.compile(
    rf" (?:birth |foster |step ?|older |younger |little |big |half[ -])*{_KIN}\b", re.I
)
CARE_AFTER = re.compile(rf" (?:\w+ )?{_CARE}\b", re.I)
NUMBER_AFTER = re.compile(
    r" ?\( ?\d{1,2} ?(?:yrs?|years?|months?|m|y|yo)? ?\)"
    r"|, ?\d{1,2} ?(?:[,.;?!)]|$|and\b|who\b)"
    rf"| (?:is|was|who is|has just turned|turn(?:s|ed)?) {_ALMOST}\d{{1,2}}\b"
    r"(?! ?(?:%|per|of|percent|working))",
    re.I,
)

LIFE = re.compile(
    r"\b(?:(?:went|goes|going|been|was|is) missing|self-?harm(?:ed|s|ing)|disclosed|bruis\w+|placed"
    r"|homeless|excluded|adopted|removed|moved|moving|alone|visited|unvisited|last seen"
    r"|foster(?:ed| carers?)|(?:cp|cin|child protection|pathway|care) plan|under (?:s47|section 47)"
    r"|step(?:ped|ping) (?:\w+ ){0,2}(?:down|up)|exploited|bedroom|teacher|mum|dad|mother|father"
    r"|siblings?|sgo|abused|neglected|arrested|overdosed|hospital|pregnant|ran away|runs away"
    r"|running away|without (?:his|her|their)|never seen|told me|trafficked|remanded|not spoken to"
    r"|life story|wants to (?:go|live|stay|move)|sleep(?:s|ing))\b",
    re.I,
)
"""What happens in a child's life, as against what officers work on ('fostering', 'placements')."""

PERSON = re.compile(r"\b(?:he|she|his|her|him|hers|mum|dad|mother|father|carers?)\b", re.I)
"""Beside a name that is also a word: it is a person's."""

THE_FAMILY = re.compile(
    r"(?<!\w)[Tt]he (?P<name>[A-Z][a-z’'-]+) (?:family|boys|girls|children|kids|twins|siblings"
    r"|brothers|sisters)\b"
    r"(?! (?:hub|cent|help|support|group|court|safe|time|service|network|justice|drug|act))"
)
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? (?P<name>[A-Z][\w-]*)")
CHILDREN_AFTER = re.compile(
    r"['’]s (?:\w+ )?(?:child|children|son|daughter|baby|kids|boys|girls)\b", re.I
)
SENTENCE_END = re.compile(r"[.?!](?: |$)")
