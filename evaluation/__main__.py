"""`python -m evaluation`: how right the answers are, beside the tutorial pipeline.

Sets over papers that are not part of the repo are skipped, saying so, where those are absent.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from core.settings import Settings
from evaluation.answers import ask_all, table
from evaluation.corpora import prepare
from evaluation.question_sets import Part, commit_of, load
from evaluation.retrieval import hit_rates
from evaluation.scoring import Score
from evaluation.topics import unasked
from evaluation.tutorial import Retrieved, retrieve
from ingest.run import update
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder

# Name of the corpus -> its question set.
SETS = {"shipped": "shipped", "seeds": "seeds", "seeds-text": "seeds", "reports": "reports"}

MIXED = ("documents", "timetable")
"""Sets whose questions name their corpus: which document speaks and how old it is; the steps of an
inspection."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument(
        "--only", choices=[*SETS, *MIXED, "retrieval", "topics"], help="one set alone"
    )
    parser.add_argument("--misses", action="store_true", help="list the misses of the tune part")
    parser.add_argument(
        "--part",
        type=Part,
        choices=list(Part),
        help="this part of each question set alone: the other is neither asked nor printed",
    )
    options = parser.parse_args(arguments)
    parts = (options.part,) if options.part else tuple(Part)
    embedder = chosen_embedder(Settings())
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            if options.only in (None, name):
                _print_set(name, Path(folder), embedder, parts, misses=options.misses)
        for name in MIXED:
            if options.only in (None, name):
                _print_mixed(name, Path(folder), embedder, parts, misses=options.misses)
    if options.only in (None, "retrieval"):
        _print_retrieval(embedder)
    if options.only in (None, "topics"):
        _print_topics()
    return 0


def _print_set(
    name: str, folder: Path, embedder: Embedder, parts: tuple[Part, ...], *, misses: bool
) -> None:
    corpus = prepare(name, folder)
    if corpus is None:
        print(f"\n{name}: skipped, the papers are not here")
        return
    asked = [each for each in load(SETS[name]) if each.part in parts]
    index = folder / f"index-{name}"
    report = update(corpus, index, Settings(index=index), embedder=embedder)
    print(f"\n{name}: {len(asked)} questions (last changed in {commit_of(SETS[name])}),")
    print(f"  {len(report.added)} documents, {report.passages} passages")
    scores = ask_all(asked, index, embedder)
    found = retrieve(corpus, asked, embedder)
    for part in parts:
        print("\n".join(table(scores, part)))
        print(f"  {_tutorial_line([each for each in found if each.asked.part is part])}")
    print(f"  median seconds an answer: {median(each.answer.seconds for each in scores):.3f}")
    if misses:
        _print_misses(scores)


def _print_mixed(
    set_name: str, folder: Path, embedder: Embedder, parts: tuple[Part, ...], *, misses: bool
) -> None:
    asked = [each for each in load(set_name) if each.part in parts]
    scores: list[Score] = []
    print(f"\n{set_name}: {len(asked)} questions (last changed in {commit_of(set_name)})")
    for name in dict.fromkeys(each.corpus for each in asked):
        corpus = prepare(name, folder)
        of_corpus = [each for each in asked if each.corpus == name]
        if corpus is None:
            print(f"  {len(of_corpus)} over {name}: skipped, the papers are not here")
            continue
        index = folder / f"index-{name}"
        update(corpus, index, Settings(index=index), embedder=embedder)
        scores += ask_all(of_corpus, index, embedder)
    for part in parts:
        print("\n".join(table(scores, part)))
    if misses:
        _print_misses(scores)


def _print_misses(scores: list[Score]) -> None:
    for each in scores:
        if each.asked.part is Part.TUNE and not each.cited:
            print(_miss(each))


def _tutorial_line(found: list[Retrieved]) -> str:
    count = len(found) or 1
    first = 100 * sum(each.first_holds for each in found) / count
    four = 100 * sum(each.four_hold for each in found) / count
    return (
        f"tutorial pipeline: facts in its first chunk {first:.1f}%, in its four {four:.1f}% "
        f"of {len(found)} answerable; refused none"
    )


def _miss(each: Score) -> str:
    asked, answer = each.asked, each.answer
    return (
        f"  - {asked.id} {asked.kind}: {' // '.join(asked.turns)}\n"
        f"    wanted {sorted(asked.expect)} {asked.facts}\n"
        f"    got {answer.status}: {answer.text[:200]!r}"
    )


def _print_retrieval(embedder: Embedder) -> None:
    rates = hit_rates(embedder)
    if rates is None:
        print("\nretrieval: skipped, the questions are not here")
        return
    shares = ", ".join(f"hit@{depth} {100 * rate:.1f}" for depth, rate in rates.items())
    print(f"\nretrieval over 651 snippets of government rules, 1,105 questions: {shares}")


def _print_topics() -> None:
    gaps = unasked([load(name) for name in sorted({*SETS.values(), *MIXED})])
    print(f"\ntopics of the papers without a question or without a near miss: {len(gaps)}")
    for paper, topic, what in gaps:
        print(f"  {what}: {topic} ({paper})")


if __name__ == "__main__":
    sys.exit(main())
