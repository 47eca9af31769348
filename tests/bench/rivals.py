"""The extractors of others on the same pages: from the HTML where the data have it, jusText's rules also on the text."""

import html
import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any

# What each one needs; `pip install --group rivals` brings them all.
MODULES = {"trafilatura": "trafilatura", "readability-lxml": "readability", "jusText": "justext"}


def answers(pages: list[dict[str, Any]]) -> Iterator[tuple[str, list[str] | str]]:
    """Yield the name of each rival and its answers, one JSON object a page, or the sentence why there are none."""
    with_html = [page for page in pages if page.get("html")]
    for name, module in MODULES.items():
        try:
            importlib.import_module(module)
        except ImportError:
            yield name, f"{name} is not installed (pip install --group rivals)"
            continue
        if with_html:
            yield name, [_answer(page, _FROM_HTML[name]) for page in with_html]
        else:
            yield name, "these pages come without their HTML"
        if name == "jusText":
            yield "jusText's rules on the text", [_answer(page, _justext_on_text) for page in pages]


def _answer(page: dict[str, Any], extract: Callable[[dict[str, Any]], str]) -> str:
    return json.dumps({"id": page["id"], "kept_text": extract(page)})


def _trafilatura(page: dict[str, Any]) -> str:
    import trafilatura

    return trafilatura.extract(page["html"], include_comments=False) or ""


def _readability(page: dict[str, Any]) -> str:
    import lxml.html
    import readability

    summary = readability.Document(page["html"]).summary()
    return "\n".join(text for text in lxml.html.fromstring(summary).itertext())


def _justext(page: dict[str, Any]) -> str:
    return _kept_by_justext(page["html"], page.get("lang", "en"))


def _justext_on_text(page: dict[str, Any]) -> str:
    """Each line as a paragraph without tags: what jusText's rules make of the text alone."""
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in page["text"].split("\n"))
    return _kept_by_justext(f"<html><body>{lines}</body></html>", page.get("lang", "en"))


def _kept_by_justext(source: str, language: str) -> str:
    import justext

    names = {
        "de": "German",
        "at": "German",
        "fr": "French",
        "es": "Spanish",
        "it": "Italian",
        "no": "Norwegian_Bokmal",
    }
    stops = justext.get_stoplist(names.get(language, "English"))
    paragraphs = justext.justext(source, stops)
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


_FROM_HTML = {"trafilatura": _trafilatura, "readability-lxml": _readability, "jusText": _justext}
