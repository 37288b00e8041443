"""`python -m ingest`: brings the index up to date with the corpus folder.

Exit codes: 0 all well, 3 some files could not be read (they are named), 1 failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from tqdm import tqdm

from core.errors import InspectionReadyError
from core.settings import settings
from ingest.run import Progress, Report, update


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    given = settings()
    parser = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=given.corpus, help="folder of documents")
    parser.add_argument("--index", type=Path, default=given.index, help="folder of the index")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.ERROR)
    try:
        with tqdm(total=1, unit="file", leave=False, disable=None) as bar:

            def show(progress: Progress) -> None:
                bar.total = max(1, progress.total)
                bar.n = round(progress.done + progress.share, 2)
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
    sys.exit(main())
