"""What of a web page is its content: no menus, banners, forms' fields, nothing hidden."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

SKIPPED = frozenset({
    "nav", "footer", "aside", "script", "style", "noscript", "template", "svg", "math", "button",
    "select", "option", "input", "textarea", "label", "iframe", "dialog", "object", "audio",
    "video", "canvas", "head",
})  # fmt: skip
BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "figure", "figcaption", "blockquote",
    "pre", "address", "details", "summary", "fieldset", "legend", "form", "li", "ul", "ol", "dl",
    "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "hr", "body",
    "html", "center", "hgroup", "menu",
})  # fmt: skip
_NOT_CONTENT = re.compile(
    r"(?i)(?:^|[-_ ])(?:cookies?|breadcrumbs?|skip-?(?:link|nav|to-content)\w*|visually-?hidden|"
    r"sr-only|screen-reader(?:-text)?|site-?nav|navbar|navigation|pagination|share|social|"
    r"print-?hide|back-to-top|hidden)(?:$|[-_ ])"
)
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
    "menu",
})  # fmt: skip
_HIDING = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
A_WHOLE_PAGE = 3000
"""An element with more letters is not skipped for its class: 'no-cookie-page' on the wrapper."""


def main_content(page: BeautifulSoup) -> Tag:
    """The element that holds what the page is about."""
    whole = page.body or page
    enough = 0.1 * len(whole.get_text())
    articles = page.find_all("article")
    found_in = [page.find("main"), page.find(None, {"role": "main"})]
    found_in += articles if len(articles) == 1 else []
    for found in found_in:
        if isinstance(found, Tag) and len(found.get_text()) > enough:
            return found
    return whole


def is_shown(tag: Tag) -> bool:
    """False for menus, banners, forms' fields, and what is hidden from the eye."""
    if tag.name in SKIPPED or tag.has_attr("hidden"):
        return False
    if tag.name == "header" and tag.find_parent(["main", "article"]) is None and tag.find("nav"):
        return False
    if tag.name == "form" and not tag.find(["h1", "h2", "h3", "p", "table"]):
        return False
    if str(tag.get("role", "")).lower() in _ROLES or tag.get("aria-hidden") == "true":
        return False
    if _HIDING.search(str(tag.get("style", ""))):
        return False
    classes = tag.get("class")
    listed = " ".join(classes) if isinstance(classes, list) else str(classes or "")
    names = f"{listed} {tag.get('id') or ''}"
    if tag.name in ("body", "main", "html") or not _NOT_CONTENT.search(names):
        return True
    return len(tag.get_text()) > A_WHOLE_PAGE


def words_of(node: object) -> str | None:
    """The words of a piece of text; None for comments, declarations and elements."""
    shown = isinstance(node, NavigableString)
    return str(node) if shown and not isinstance(node, (Comment, PreformattedString)) else None


def folded(text: str) -> str:
    """White space folded to single spaces."""
    return " ".join(text.split())


def cell_text(tag: Tag) -> str:
    """The shown words of a cell on one line."""
    pieces: list[str] = []
    _gather(tag, pieces, 0)
    return folded("".join(pieces))


def _gather(tag: Tag, pieces: list[str], depth: int) -> None:
    if depth > 60:
        pieces.append(tag.get_text(" "))
        return
    for child in tag.children:
        if isinstance(child, Tag):
            if is_shown(child):
                divided = child.name in BLOCKS or child.name == "br"
                pieces.append(" " if divided else "")
                _gather(child, pieces, depth + 1)
                pieces.append(" " if divided else "")
        else:
            pieces.append(words_of(child) or "")
