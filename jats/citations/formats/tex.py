"""TeX in bibliographies: accents, braces, dashes, quotation marks and emphasis, as plain or as running text.

pylatexenc reads TeX; the commands of emphasis become the marks of running text, `<i>…</i>`, where they may.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

_MARKED = re.compile(r"[\\{}~$%]|--|``|''")
"""What a text without TeX does not have."""
_DEEPEST = 40
_LONGEST = 60_000
_BLANKS = re.compile(r"\s+")
_TAGS = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i", "bibstring": "", "textbf": "b", "mkbibbold": "b",
    "textsc": "sc", "textsuperscript": "sup", "mkbibsuperscript": "sup", "textsubscript": "sub", "mkbibsubscript": "sub",
    "texttt": "tt", "textrm": "", "textsf": "", "textup": "", "textnormal": "", "text": "", "mbox": "", "ensuremath": "",
    "uppercase": "", "href": "", "noopsort": "", "nocite": "", "autocap": "", "url": "", "path": "", "nolinkurl": "",
    "enquote": "", "mkbibquote": "",
}  # fmt: skip
"""Commands with one argument → the mark of running text, `''` for none."""
_QUOTES = frozenset(("enquote", "mkbibquote"))
_SYMBOLS = {"slash": "/", "hyphen": "-", "textendash": "–", "textemdash": "—", "adddot": ".", "addspace": " ",
            "addcolon": ":", "addcomma": ",", "BibTeX": "BibTeX", "dash": "–", "textquotesingle": "'",
            "textquoteright": "’", "textquoteleft": "‘", "mkern": ""}  # fmt: skip
_OLD_STYLE = re.compile(r"\{\s*\\(em|it|sl|bf|sc|tt)(?![a-zA-Z])\s*([^{}]*)\}")
_OLD = {"em": "emph", "it": "textit", "sl": "textsl", "bf": "textbf", "sc": "textsc", "tt": "texttt"}
_LOOSE_PERCENT = re.compile(r"(?<!\\)%")


def plain_text(value: str) -> str:
    """A value without TeX and without emphasis; what cannot be read is left as it is."""
    return _read(value, marked=False)


def running_text(value: str) -> str:
    """A value as running text: emphasis, indices and exponents are marked, formulas stay between dollar signs."""
    return _read(value, marked=True)


def _read(value: str, *, marked: bool) -> str:
    if not _MARKED.search(value):
        return _BLANKS.sub(" ", value).strip()
    if len(value) > _LONGEST or _depth(value) > _DEEPEST:
        return value
    # A percent sign begins a comment in TeX, but not in a bibliography.
    text = _OLD_STYLE.sub(lambda found: f"\\{_OLD[found[1]]}{{{found[2]}}}", _LOOSE_PERCENT.sub(r"\%", value))
    read: str = _decoder(marked).latex_to_text(text)
    return _BLANKS.sub(" ", read.replace("\u00a0", " ")).strip()


def _depth(value: str) -> int:
    """How many braces are open at once, at most."""
    depth = most = 0
    for character in value:
        if character == "{":
            depth += 1
            most = max(most, depth)
        elif character == "}":
            depth -= 1
    return most


@cache
def _decoder(marked: bool) -> Any:
    """pylatexenc's reader, with the commands of bibliographies; unknown commands give their arguments."""
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db  # type: ignore[import-untyped]
    from pylatexenc.latexwalker import get_default_latex_context_db as walker_db  # type: ignore[import-untyped]
    from pylatexenc.macrospec import std_macro  # type: ignore[import-untyped]

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    specs = [MacroTextSpec(name, simplify_repl=_around(name, tag if marked else "")) for name, tag in _TAGS.items()]
    specs += [MacroTextSpec(name, simplify_repl=symbol) for name, symbol in _SYMBOLS.items()]
    context = get_default_latex_context_db()
    context.add_context_category("bibliographies", prepend=True, macros=specs)
    walker = walker_db()
    macros = [std_macro(name, False, 2 if name == "href" else 1) for name in _TAGS]
    walker.add_context_category("bibliographies", prepend=True, macros=macros)
    decoder = LatexNodes2Text(latex_context=context, math_mode="verbatim", strict_latex_spaces=False)
    return _Walked(decoder, walker)


class _Walked:
    """The reader together with the grammar of its commands."""

    def __init__(self, decoder: Any, grammar: Any) -> None:
        self.decoder, self.grammar = decoder, grammar

    def latex_to_text(self, text: str) -> str:
        """The text of TeX."""
        from pylatexenc.latexwalker import LatexWalker

        nodes = LatexWalker(text, latex_context=self.grammar, tolerant_parsing=True).get_latex_nodes()[0]
        read: str = self.decoder.nodelist_to_text(nodes)
        return read


def _around(name: str, tag: str) -> str:
    argument = "%(2)s" if name == "href" else "%s"
    if name in _QUOTES:
        return f"“{argument}”"
    return f"<{tag}>{argument}</{tag}>" if tag else argument
