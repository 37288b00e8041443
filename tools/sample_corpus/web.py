"""Web pages, with the furniture a council's site puts round the text, and Markdown"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from tools.sample_corpus.text import Block, Kind, blocks


@dataclass(frozen=True, slots=True)
class Site:
    """What stands on every page of the site"""

    name: str
    menu: tuple[str, ...]
    trail: tuple[str, ...]
    foot: tuple[str, ...]


def write_html(title: str, source: str, to: Path, site: Site) -> None:
    """Write `source` as a web page of `site`"""
    menu = "".join(f'<li><a href="#">{escape(word)}</a></li>' for word in site.menu)
    trail = " &rsaquo; ".join(f'<a href="#">{escape(word)}</a>' for word in site.trail)
    foot = " | ".join(f'<a href="#">{escape(word)}</a>' for word in site.foot)
    body = "\n".join(_html(block) for block in blocks(source))
    page = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} | {escape(site.name)}</title>
<style>
body {{ font-family: Arial, sans-serif; line-height: 1.5; margin: 0; color: #1c1c1c; }}
header, footer {{ background: #1d3b53; color: #fff; padding: 1rem 2rem; }}
header a, footer a {{ color: #fff; }}
nav ul {{ list-style: none; display: flex; gap: 1.5rem; padding: 0; margin: 0.5rem 0 0; }}
.trail {{ padding: 0.75rem 2rem; }}
main {{ max-width: 46rem; padding: 0 2rem 2rem; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #8a949c; padding: 0.4rem; text-align: left; vertical-align: top; }}
.note {{ font-style: italic; border-left: 4px solid #8a949c; padding-left: 1rem; }}
</style>
</head>
<body>
<header>
<p><strong>{escape(site.name)}</strong></p>
<nav aria-label="Main menu"><ul>{menu}</ul></nav>
</header>
<p class="trail">{trail}</p>
<main id="content">
{body}
</main>
<footer><p>{foot}</p></footer>
</body>
</html>
"""
    to.write_text(page, encoding="utf-8", newline="\n")


def _html(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if block.kind in {Kind.BULLETS, Kind.NUMBERS}:
        tag = "ul" if block.kind is Kind.BULLETS else "ol"
        items = "\n".join(f"<li>{escape(item)}</li>" for item in block.items)
        return f"<{tag}>\n{items}\n</{tag}>"
    if block.kind is Kind.TABLE:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.rows[0])
        rows = "\n".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in block.rows[1:]
        )
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    if block.kind is Kind.NOTE:
        return f'<p class="note">{escape(block.text)}</p>'
    return f"<p>{escape(block.text)}</p>"


def write_markdown(source: str, to: Path) -> None:
    """Write `source` as Markdown, one line for each paragraph, item and row"""
    text = "\n\n".join(_markdown(block) for block in blocks(source)) + "\n"
    to.write_text(text, encoding="utf-8", newline="\n")


def _markdown(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return f"{'#' * block.level} {block.text}"
    if block.kind is Kind.BULLETS:
        return "\n".join(f"- {item}" for item in block.items)
    if block.kind is Kind.NUMBERS:
        return "\n".join(f"{number}. {item}" for number, item in enumerate(block.items, 1))
    if block.kind is Kind.TABLE:
        lines = [f"| {' | '.join(row)} |" for row in block.rows]
        lines.insert(1, f"|{' --- |' * len(block.rows[0])}")
        return "\n".join(lines)
    if block.kind is Kind.NOTE:
        return f"*{block.text}*"
    return block.text
