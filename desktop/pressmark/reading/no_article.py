"""Texts that are no articles: program code, style sheets, logs, and tables of figures, told by their lines."""

import re
from typing import Final

LINES: Final = 400  # that are looked at
FEWEST: Final = 5  # lines of which it can be told
# Of prose a text has hardly a line: one of so many words that ends a sentence.
PROSE_WORDS: Final = 9
MOST_PROSE: Final = 0.04
CODE: Final = (
    "py", "pyi", "js", "mjs", "ts", "tsx", "jsx", "c", "h", "cc", "cpp", "hpp", "cs", "java", "kt", "go", "rs", "rb", "php",
    "pl", "pm", "lua", "swift", "scala", "sh", "bash", "ps1", "bat", "sql", "r", "vb",
)  # fmt: skip
# What files of these names are, unless they read like prose.
NAMED: Final = {
    **dict.fromkeys(CODE, "program code"),
    **dict.fromkeys(("css", "scss", "less", "qss"), "a style sheet"),
    **dict.fromkeys(
        ("conf", "cfg", "ini", "yaml", "yml", "toml", "properties", "env", "lock"), "configuration"
    ),
}
FEWEST_SIGNS: Final = 0.12  # of its lines that have a sign of code in them
_ENDS: Final = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_STYLE: Final = re.compile(
    r"[\w.#:@*,>~+\s\[\]=\"'()-]*\{.*|\s*\}.*|\s*--?[\w-]+\s*:.*|\s*[a-z-]+\s*:\s*[^:]+;\s*|/?\*.*"
)
_CODE: Final = re.compile(
    r".*[;{}]\s*(?://.*|/\*.*)?$|.*[({\[,]\s*$|\s*[)}\]]+[;,)]*\s*$|\s*(?://|/\*|\*|#|--|<!--|<\?).*"
    r"|\s*(?:import|from|def|class|function|var|let|const|return|if|elif|else|for|while|try|except|export|public|private|package"
    r"|use|using|namespace|select|insert|create|end|begin)\b.*[=:(){}\[\];,]?.*|\s*[\w.\[\]'\"]+\s*[-+*/]?=\s*\S.*|\s*@\w+.*",
    re.IGNORECASE,
)
_CALL: Final = re.compile(r"[=(){}\[\];<>]|::|->|=>")
_LOG: Final = re.compile(
    r"\W?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s"
    r"|(?:DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|TRACE)\b|\[\s*\d+\.\d+\])"
)
_FIGURES: Final = re.compile(r"[\d\s.,;:|%+$€£()/\t-]+")


def kind_of_text(text: str, path: str) -> str:
    """Return what a text is that is no article ("program code"), or "" where it may be one.

    A name of its kind (a.py) tells, too, where the text does not read like prose.
    """
    lines = [line for line in text.split("\n")[: 4 * LINES] if line.strip()][:LINES]
    named = NAMED.get(path.rpartition(".")[2].lower(), "") if "." in path.rpartition("/")[2] else ""
    signs = sum(bool(_CALL.search(line)) for line in lines) / max(len(lines), 1)
    if named and signs >= FEWEST_SIGNS:
        return named
    if len(lines) < FEWEST:
        return ""
    prose = sum(len(line.split()) >= PROSE_WORDS and bool(_ENDS.search(line.rstrip())) for line in lines)
    if _share(_LOG, lines) > 0.8:
        return "a log"
    if prose > MOST_PROSE * len(lines):
        return ""
    if sum(bool(_FIGURES.fullmatch(line)) for line in lines) > 0.8 * len(lines):
        return "a table of figures"
    if (
        signs > 0.3
        and text.count("{") >= 2
        and sum(bool(_STYLE.fullmatch(line)) for line in lines) > 0.85 * len(lines)
    ):
        return "a style sheet"
    if signs > 0.4 and sum(bool(_CODE.fullmatch(line)) for line in lines) > 0.7 * len(lines):
        return "program code"
    return ""


def _share(pattern: re.Pattern[str], lines: list[str]) -> float:
    return sum(bool(pattern.match(line)) for line in lines) / len(lines)
