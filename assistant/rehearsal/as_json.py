"""Prompts and feedback as JSON objects: what `python -m assistant.rehearsal` writes."""

from __future__ import annotations

from typing import Any

from assistant.as_json import citation_as_json
from core.rehearsal import Feedback, Point, Prompt, Reach


def prompt_as_json(prompt: Prompt) -> dict[str, Any]:
    """A prompt; `about` is 'case' or 'council', `made` whether it comes from the papers."""
    return {
        "prompt": prompt.id,
        "text": prompt.text,
        "roles": [each.value for each in prompt.roles],
        "area": prompt.area.value,
        "about": prompt.about.value,
        "shows": list(prompt.shows),
        "made": prompt.source is not None,
    }


def feedback_as_json(feedback: Feedback) -> dict[str, Any]:
    """The whole feedback. 'missed' are points of the papers that the answer left out."""
    of = {reach: [p for p in feedback.points if p.reach is reach] for reach in Reach}
    return {
        "prompt": feedback.prompt.id,
        "status": feedback.status.value,
        "covered": [_point(each) for each in of[Reach.COVERED]],
        "touched": [_point(each) for each in of[Reach.TOUCHED]],
        "missed": [_point(each) for each in of[Reach.NOT_MENTIONED]],
        "differs": [
            {
                "said": each.said,
                "kind": each.kind.value,
                "citation": citation_as_json(each.citation),
            }
            for each in feedback.differences
        ],
        "signs": [{"signal": e.signal.value, "words": e.words} for e in feedback.signs],
        "suggestions": [
            {"text": each.text, "citations": [c.number for c in each.citations]}
            for each in feedback.suggestions
        ],
        "probe": feedback.probe.text if feedback.probe else "",
        "findings": list(feedback.findings),
        "advice": feedback.advice,
        "error_id": feedback.error_id,
        "seconds": round(feedback.seconds, 4),
    }


def _point(point: Point) -> dict[str, Any]:
    made: dict[str, Any] = {"words": point.words, "citation": citation_as_json(point.citation)}
    if point.check is not None:
        check = point.check
        made["check"] = {"said": check.said, "kind": check.kind.value, "documents": check.held}
    return made
