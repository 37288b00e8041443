"""Write the sample corpus: `python -m tools.sample_corpus [FOLDER]`, `corpus` by default"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from ingest.folder import SAMPLE_LIST
from tools.sample_corpus.papers import ALL


def main(arguments: list[str]) -> int:
    """Write every paper into the folder"""
    folder = Path(arguments[0]) if arguments else Path("corpus")
    for paper in ALL:
        to = folder / paper.path
        to.parent.mkdir(parents=True, exist_ok=True)
        paper.write(paper, to)
        print(to)
    lines = [_hash_line(folder, paper.path) for paper in ALL]
    (folder / SAMPLE_LIST).write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    return 0


def _hash_line(folder: Path, path: str) -> str:
    return f"{sha256((folder / path).read_bytes()).hexdigest()}  {path}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
