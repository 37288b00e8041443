"""`python -m ingest`: brings the index up to date with the corpus folder.

With --prove-deleted it changes nothing and shows that a document has left the index.

Exit codes: 0 all well, 3 some files could not be read (they are named), 1 failed, or something of
the document is left, 2 wrong use.
"""

from __future__ import annotations

import argparse
import logging
import sqlite3
import sys
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from tqdm import tqdm

from core.errors import InspectionReadyError
from core.settings import Settings, settings
from ingest.proof import proof_text, prove_deleted
from ingest.reading_ahead import give_way
from ingest.run import Progress, Report, Stage, update


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    given = settings()
    parser = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=given.corpus, help="folder of documents")
    parser.add_argument("--index", type=Path, default=given.index, help="folder of the index")
    parser.add_argument(
        "--prove-deleted", metavar="TITLE", help="look for a document by its title or file name"
    )
    parser.add_argument(
        "--words", type=Path, metavar="FILE", help="a copy of that document, or words it held"
    )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.ERROR)
    if options.prove_deleted is not None:
        if not options.prove_deleted.strip():
            parser.error("give the document's title or file name")
        return _prove(options.index, options.prove_deleted.strip(), options.words, given)
    if options.words:
        parser.error("--words goes with --prove-deleted")
    try:
        with tqdm(total=1, unit="file", leave=False, disable=None) as bar:

            def show(progress: Progress) -> None:
                bar.total = max(1, progress.total)
                bar.n = progress.done
                bar.unit = "passage" if progress.stage is Stage.EMBEDDING else "file"
                bar.set_description(f"{progress.stage} {progress.file}"[:60])
                bar.refresh()

            report = update(options.corpus, options.index, given, show)
    except InspectionReadyError as error:
        print(f"Nothing was changed. {error}", file=sys.stderr)
        return 1
    except (OSError, SQLAlchemyError) as error:
        print(
            f"The index in {options.index} could not be written ({type(error).__name__}). "
            "What it held still answers.",
            file=sys.stderr,
        )
        return 1
    print(report_text(report))
    return 3 if report.unread else 0


def _prove(index: Path, name: str, words: Path | None, given: Settings) -> int:
    try:
        checks = prove_deleted(index, name, words, given)
    except InspectionReadyError as error:
        print(f"It could not be shown. {error}", file=sys.stderr)
        return 1
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        print(f"It could not be shown ({type(error).__name__}).", file=sys.stderr)
        return 1
    print(proof_text(name, checks, words is not None))
    return 1 if any(check.found for check in checks) else 0


def report_text(report: Report) -> str:
    """The closing report: what was read, and what could not be and why."""
    counts = [
        f"{len(report.added)} added",
        f"{len(report.changed)} changed",
        f"{len(report.removed)} removed",
        f"{len(report.unchanged)} unchanged",
    ]
    lines = [
        f"Documents: {', '.join(counts)}. "
        f"{report.passages} passages read, {report.embedded} texts embedded, "
        f"{report.seconds:.1f} s."
    ]
    lines += report.same_papers()
    if report.unread:
        lines.append(f"Could not be read ({len(report.unread)}):")
        lines += [f"  {problem.file}: {problem.reason}" for problem in report.unread]
    partly = [problem for problem in report.problems if not problem.whole_file]
    if partly:
        lines.append("Read, but for:")
        lines += [f"  {problem.file}: {problem.reason}" for problem in partly]
    return "\n".join(lines)


if __name__ == "__main__":
    give_way()
    sys.exit(main())
