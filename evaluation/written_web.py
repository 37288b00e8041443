"""The check on answers that people wrote from web pages. `python -m evaluation.written_web`

Sentences of CLAPNQ's answers (see evaluation/answerability.py) against the passage that they were
written from, and against the next question's. Not all of the first are borne out by it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from assistant.check import check
from assistant.writing.material import Material
from assistant.writing.sentences import WrittenSentence, written_sentences
from evaluation.answerability import FOLDER
from evaluation.written_answers import of_the_product


def _joined(text: str) -> str:
    """The text without the spaces that were set around its marks."""
    text = re.sub(r" ([.,;:!?)%])", r"\1", text).replace("( ", "(").replace(" - ", "-")
    return text.replace(" 's", "'s").replace(" n't", "n't").replace("`` ", '"').replace(" ''", '"')


def answers() -> Iterator[tuple[Material, list[WrittenSentence]]]:
    """Each passage with the sentences that were written from it; none where absent."""
    path = FOLDER / "clapnq_answerable.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        each = json.loads(line)
        passage = each["passages"][0]
        given = written_sentences([_joined(each["output"][0]["answer"])])
        said = [WrittenSentence(s.text, (1,)) for s in given if s is not None]
        yield Material(1, _joined(passage["text"]), title=passage["title"]), said


def main() -> None:
    """Prints how many sentences are kept by their own passage and dropped by another."""
    closeness = of_the_product()
    found = list(answers())
    own, other = [], []
    for place, (material, said) in enumerate(found):
        stranger = found[(place + 1) % len(found)][0]
        own += [bool(check(each, "", {1: material}, closeness)) for each in said]
        other += [not check(each, "", {1: stranger}, closeness) for each in said]
    print(f"kept by their own passage: {sum(own)}/{len(own)}")
    print(f"dropped by another's: {sum(other)}/{len(other)}")


if __name__ == "__main__":
    main()
