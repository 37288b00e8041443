"""Passages that speak to a model instead of a reader: they are quoted as ever, and never sent.

By patterns, and broad on purpose: where an ordinary passage is taken for one, the only cost is that
the answer stays in the documents' own words.
"""

from __future__ import annotations

import re

_RULES = r"(?:instructions?|rules?|prompts?|guidelines|directions|passages|documents?|context)"
_WE = r"(?:ai|a\.i\.|assistants?|chat ?bots?|bots?|llm|language models?|the model|summari[sz]ers?)"
_PATTERNS = (
    # 'Ignore all previous instructions', 'forget the passages'
    rf"\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.\n]{{0,40}}\b{_RULES}\b",
    rf"\b(?:your|these|previous|prior|earlier|full|hidden|secret|system) {_RULES}\b(?! of\b)",
    # Turns of a conversation inside a paper
    r"^\W*(?:system|assistant|user|human|ai|developer|instruction)s?\s*:",
    rf"\b(?:note|message|instruction|memo)s? (?:to|for) (?:the |any |all |an? )*{_WE}\b",
    rf"\b{_WE}\s*[:,]\s*(?:please\s+)?[\"'‘“]?[a-z]+",
    # Playing a part
    r"\byou are (?:now|an? (?:ai|assistant|language model|helpful)|no longer|dan\b)",
    r"\b(?:pretend (?:to be|that|you)|role-?play|act as (?:if|though)|speak as|maintenance mode)\b",
    # What and how to answer
    r"\b(?:reply|respond|answer)s?\b[^.\n]{0,40}\b(?:with|only|by saying|in json)\b",
    r"\b(?:every|each|any|your) (?:single |next |final )?(?:answer|reply|response|output)\b",
    r"\b(?:in|to) all (?:answers|replies|responses)\b",
    r"\bfrom (?:now|here) on\b|\bnew instructions?\b",
    r"\b(?:do not|don't|never) (?:mention|tell|say|reveal|cite|answer|show|disclose)\b",
    r"\b(?:automated|machine|ai|digital) (?:readers?|tools?|systems?|agents?)\b|\bcopilot\b",
    r"\byou (?:must|should|will|shall) (?:now |always |only |also )*"
    r"(?:say|answer|reply|write|cite)\b",
    r"\b(?:add|append|put|include|place)\b[^.\n]{0,60}\b(?:answers?|repl(?:y|ies)|responses?)\b",
    r"\bbefore (?:you )?answer(?:ing)?\b|\bwhen(?:ever)? (?:you are )?asked\b",
    r"\bif (?:you are |any(?:one|body) |a user |the user |someone )?asks?(?:ed)?\b",
    r"\bcite (?:this|it|everything|all|them|me|passage)\b|\bcite\b[^.\n]{0,20}\bas \[",
    r"\b(?:print|reveal|repeat|output|append|insert|decode|translate) (?:your|the|this|it|all)\b",
    r"\b(?:say|state|write|tell (?:them|users?|staff|readers))"
    r" (?:that|only|exactly|instead|[\"'‘“])",
    r"\bwhat the user\b|\bthe user'?s? (?:question|input|message|name)\b",
    r"\b(?:secret|pass) ?(?:phrase|word|code)\b|\bapi[ _]key\b",
    r"\b(?:repeat|say|write) after me\b|\b(?:always|exactly) reproduce\b|\bread out your\b",
    r"\b(?:begin|start|end|finish|open) (?:it |your \w+ |the \w+ )?with [\"'‘“]",
    r"\bwhatever (?:is|you are|they|the user|anyone) asks?(?:ed)?\b|\bplay a game\b",
    r"\bthe (?:right|correct|only|true) (?:answer|citation|response) is\b",
    r"\bquestion\s*:.*\banswer\s*:",
    # Marks that no paper's text needs
    r"\]\(\s*\w+:|^\s*\[\d+\]|\[\d+\]\s*\[\d+\]|\b[a-z]+_[a-z_]+\s*=\s*\S",
    r"(?:\b\w[ ]{1,3}){5,}\w\b",
    r"</?[a-z][a-z0-9]*\b[^>\n]*>|!\[[^\]]*\]\(|```|<\|[^|]*\|>|\[/?inst\]",
    "[\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\U000e0000-\U000e007f]",
)
_SPEAKS = re.compile("|".join(f"(?:{each})" for each in _PATTERNS), re.IGNORECASE | re.MULTILINE)
_ENCODED = re.compile(
    r"(?=[^\s]*[0-9])(?=[^\s]*[A-Z])(?=[^\s]*[a-z])(?<![\w/.-])[A-Za-z0-9+/]{20,}={0,2}"
)
_ENGLISH = re.compile(
    r"\b(?:the|a|an|of|to|and|in|is|are|was|were|be|for|on|by|with|that|this|it|as|at|from|or|not"
    r"|has|have|had|will|we|our|their|they|all|no|its|which|who|each|per|than)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
FEWEST_WORDS, LEAST_ENGLISH = 9, 0.1
"""Words of a sentence that is taken for another language, and the share of small words of English
that it has less of."""


def instructs(text: str) -> bool:
    """True where a text gives instructions to a program, or hides something."""
    return bool(_SPEAKS.search(text) or _ENCODED.search(text))


def speaks_to_a_model(passage: str) -> bool:
    """True where a passage instructs a program, hides something, or is not English."""
    return instructs(passage) or any(_foreign(each) for each in _SENTENCE.findall(passage))


def _foreign(sentence: str) -> bool:
    """Many words, hardly a small word of English among them, and no list or row of a table."""
    words = len(re.findall(r"[^\W\d_]+", sentence))
    listed = len(re.findall(r"[,;|:/]", sentence)) >= max(2, words // 6)
    small = len(_ENGLISH.findall(sentence))
    return words >= FEWEST_WORDS and not listed and small < words * LEAST_ENGLISH
