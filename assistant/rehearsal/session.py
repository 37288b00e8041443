"""One rehearsal from its first prompt to its summary, as values: no clock, no file, no screen.

What was typed is held for the prompt under way only, so that a follow-up can be read together with
the answer it follows; it goes with the next prompt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.rehearsal import Area, Feedback, FeedbackStatus, Probe, Prompt, Role


class Phase(StrEnum):
    """What is under way."""

    ASKING = "asking"
    """A prompt, or a follow-up to it, waits for an answer."""
    FEEDBACK = "feedback"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Turn:
    """A prompt that was put, with the feedback on each answer to it, the newest last."""

    prompt: Prompt
    feedbacks: tuple[Feedback, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A rehearsal as it stands; each step gives the next one."""

    role: Role
    area: Area
    minutes: int
    prompts: tuple[Prompt, ...]
    started: float
    """Seconds of a clock that the caller reads."""
    phase: Phase = Phase.ASKING
    place: int = 0
    turns: tuple[Turn, ...] = ()
    """Prompts left behind, answered or skipped, in order."""
    feedbacks: tuple[Feedback, ...] = ()
    """On the prompt under way, the newest last."""
    said: tuple[str, ...] = field(default=(), repr=False)
    """What was answered to the prompt under way and to its follow-up."""
    following: Probe | None = None
    """The follow-up that is being answered in place of the prompt."""

    @property
    def prompt(self) -> Prompt | None:
        """The prompt under way; None once all have been put."""
        return self.prompts[self.place] if self.place < len(self.prompts) else None

    @property
    def earlier(self) -> str:
        """The answer that a follow-up is read with; '' where there is no follow-up."""
        return "\n\n".join(self.said) if self.following else ""

    @property
    def feedback(self) -> Feedback | None:
        """The newest on the prompt under way."""
        return self.feedbacks[-1] if self.feedbacks else None

    @property
    def probe(self) -> Probe | None:
        """The follow-up on offer: one for each prompt, then the next prompt is better."""
        answered = len(self.said) > 1
        return self.feedback.probe if self.feedback and not answered else None

    @property
    def last(self) -> bool:
        """Is the prompt under way the last there is?"""
        return self.place + 1 >= len(self.prompts)

    def answered(self, feedback: Feedback, text: str) -> Session:
        """Take feedback on `text`; one that is not GIVEN leaves everything as it was."""
        if feedback.status is not FeedbackStatus.GIVEN or self.prompt is None:
            return self
        said = (*self.said, text) if self.following else (text,)
        feedbacks = (*self.feedbacks, feedback)
        return replace(self, phase=Phase.FEEDBACK, feedbacks=feedbacks, said=said, following=None)

    def follow(self) -> Session:
        """Put the follow-up as the next thing to answer."""
        if self.probe is None:
            return self
        return replace(self, phase=Phase.ASKING, following=self.probe)

    def again(self) -> Session:
        """Put the same prompt again; what was said to it is the caller's to offer."""
        return replace(self, phase=Phase.ASKING, said=(), following=None)

    def skip(self) -> Session:
        """Leave the prompt and go on to the next."""
        return self.next()

    def next(self) -> Session:
        """Go on to the next prompt; after the last the session is over."""
        left = self._left()
        over = left.prompt is None
        return replace(left, phase=Phase.OVER if over else Phase.ASKING)

    def finish(self) -> Session:
        """End here. A prompt that was not answered is put again if the session goes on."""
        left = self._left() if self.feedbacks else replace(self, said=(), following=None)
        return replace(left, phase=Phase.OVER)

    def go_on(self) -> Session:
        """Take up again what was ended, where a prompt is left."""
        return replace(self, phase=Phase.ASKING) if self.prompt else self

    def minutes_left(self, now: float) -> float:
        """Minutes of the length chosen that are left; less than 0 once they are over."""
        return self.minutes - (now - self.started) / 60

    def _left(self) -> Session:
        if self.prompt is None:
            return self
        turns = (*self.turns, Turn(self.prompt, self.feedbacks))
        return replace(
            self, place=self.place + 1, turns=turns, feedbacks=(), said=(), following=None
        )


def begin(role: Role, area: Area, minutes: int, prompts: Sequence[Prompt], now: float) -> Session:
    """A session that puts `prompts` in their order. There must be one at least."""
    if not prompts:
        raise ValueError("a rehearsal needs a prompt")
    return Session(role, area, minutes, tuple(prompts), now)
