"""The comparison with the tutorial's pipeline: its sums, and that the command runs. No speed."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.speed_embedding import flops
from evaluation.speed_profile import Spent
from evaluation.speed_table import Row, percentile, table
from tests.support import command, folder_of

MEASURED = ("index", "start of", "peak memory", "embed only", "question, p50", "question, p95")


def test_a_row_says_what_ours_is_of_the_tutorials_and_whether_the_bar_is_missed():
    rows = [
        Row("index, s", 40.0, 100.0, 0.5),
        Row("question, ms", 340.0, 1000.0, 0.33),
        Row("embed only, ms", 1.5, 3.0),
    ]
    assert table(rows) == [
        "| what | ours | tutorial | ratio | bar |",
        "|---|---|---|---|---|",
        "| index, s | 40 | 100 | 0.40 | 0.5 |",
        "| question, ms | 340 | 1,000 | 0.34 | 0.33, missed |",
        "| embed only, ms | 1.5 | 3 | 0.50 |  |",
    ]


def test_percentiles_are_values_that_were_measured():
    values = [float(each) for each in range(100, 0, -1)]
    assert [percentile(values, share) for share in (0.5, 0.95, 1.0)] == [50.0, 95.0, 100.0]
    assert percentile([7.0], 0.95) == 7.0
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_a_texts_multiplications_by_hand():
    # Six layers: per token four matrices of 384 x 384 and two of 384 x 1536; two of token x token.
    assert flops(10) == 6 * (20 * (4 * 384**2 + 2 * 384 * 1536) + 4 * 10 * 10 * 384)


def test_a_steps_time_is_without_the_steps_inside_it():
    now = 0.0

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds

    spent = Spent(lambda: now)
    inner = spent.timed("inner", lambda: wait(1.0))
    outer = spent.timed("outer", lambda: (wait(0.5), inner(), inner(), wait(0.25)))
    outer()
    outer()
    assert spent.seconds == {"inner": 4.0, "outer": 1.5}
    assert spent.table(2, "question")[2:] == [
        "| inner | 2000.0 | 73% | 2.0 |",
        "| outer | 750.0 | 27% | 1.0 |",
        "| all | 2750.0 | 100% |  |",
    ]


@pytest.mark.long
def test_the_command_measures_both_on_the_same_files(tmp_path: Path):
    corpus = folder_of(
        tmp_path / "corpus",
        {
            "minutes/one.md": "# Week 1\n\nThe lead inspector rings the director on a Monday.\n",
            "two.md": "# Annex A\n\nThe data lists are sent by the end of Tuesday.\n",
        },
    )
    done = command("evaluation.speed", "--quick", "--corpus", corpus)
    assert done.returncode == 0, done.stderr
    rows = [[*map(str.strip, line.strip("|").split("|"))] for line in done.stdout.splitlines()]
    measured = {row[0]: row[1:3] for row in rows if len(row) == 5}
    for what in MEASURED:
        (found,) = [row for name, row in measured.items() if name.startswith(what)]
        assert all(float(each.replace(",", "")) > 0 for each in found)
    assert {"answer model", "understand", "embed the question", "wait for files"} <= {
        row[0] for row in rows
    }
