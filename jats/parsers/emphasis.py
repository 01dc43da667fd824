"""Markdown and LaTeX in a text: emphasis, links and escapes, in the article file's notation."""

from __future__ import annotations

import re
from collections.abc import Callable

from jats.messages.words import quoted
from jats.parsers.latex import COMMAND, read_latex
from jats.parsers.outcome import Certainty, Outcome

_COMMANDS = {
    "emph": "i", "textit": "i", "textsl": "i", "textbf": "b", "textsubscript": "sub", "textsuperscript": "sup",
    "underline": "u", "textsc": "sc", "texttt": "tt", "mathit": "i", "mathbf": "b", "textrm": "", "textsf": "", "mbox": "",
}  # fmt: skip
_LATEX = re.compile(rf"\\({'|'.join(_COMMANDS)})\s?\{{([^{{}}\\]{{1,400}})\}}")
_OLD_LATEX = re.compile(r"\{\\(it|em|bf|sl)\s([^{}\\]{1,400})\}")
_ESCAPES = re.compile(r"\\([%&#_])")
_LINK = re.compile(r"(?<!!)\[([^\[\]<>]{1,300})\]\((https?://[^\s()<>\"]{1,800})\)")
_BOTH = re.compile(r"(?<![\w*\\])\*\*\*([^\W_](?:[^*\n]{0,300}[\w.)%])?)\*\*\*(?![\w*])")
_STRUCK = re.compile(r"(?<![\w~\\])~~([^\W_](?:[^~\n]{0,300}[\w.)%])?)~~(?![\w~])")
_BOLD = re.compile(
    r"(?<![\w*\\])\*\*([^\W_](?:[^*\n]{0,300}[\w.)%])?)\*\*(?![\w*])|(?<![\w\\])__([^\W_](?:[^_\n]{0,300}[^\W_.)])?)__(?!\w)"
)
_ITALIC = re.compile(
    r"(?<![\w*\\)])\*([^\W\d_](?:[^*\n<>]{0,300}[\w.)])?)\*(?![\w*])|(?<![\w\\./])_([^\W\d_](?:[^_\n<>]{0,200}[^\W_.)])?)_(?![\w/])"
)
_SUB = re.compile(r"(?<=[^\W\d_]|[)\]])~([\w+−-]{1,8})~(?=[^\W_]|[\s).,;:(^\]-]|$)")
_SUP = re.compile(r"(?<=[\w)\]>])\^([\w+−–*,-]{1,8})\^")
_CODE = re.compile(r"(?<![`\w])`([^`\n<>]{1,80})`(?![`\w])")
_TAGS = re.compile(r"\$[^\s$](?:[^$]*[^\s$\\])?\$(?![0-9])|<[^<>]{1,2000}>|https?://\S+")

Change = tuple[re.Pattern[str], Callable[[re.Match[str]], str], str]
_CHANGES: tuple[Change, ...] = (
    (_LATEX, lambda found: _tagged(_COMMANDS[found[1]], found[2]), "LaTeX"),
    (_OLD_LATEX, lambda found: _tagged("b" if found[1] == "bf" else "i", found[2]), "LaTeX"),
    (_ESCAPES, lambda found: found[1], "LaTeX"),
    (_LINK, lambda found: f'<a href="{found[2]}">{found[1]}</a>', "Markdown"),
    (_BOTH, lambda found: _tagged("b", _tagged("i", found[1])), "Markdown"),
    (_STRUCK, lambda found: _tagged("s", found[1]), "Markdown"),
    (_BOLD, lambda found: _tagged("b", found[1] or found[2]), "Markdown"),
    (_ITALIC, lambda found: _tagged("i", found[1] or found[2]), "Markdown"),
    (_SUB, lambda found: _tagged("sub", found[1]), "Markdown"),
    (_SUP, lambda found: _tagged("sup", found[1]), "Markdown"),
    (_CODE, lambda found: _tagged("tt", found[1]), "Markdown"),
)
SIGNS = frozenset("*_~^`\\[")
"""Characters without which a text holds none of these."""


def read_emphasis(text: str) -> Outcome[str]:
    """The text with Markdown and LaTeX in it as tags: a guess, for the signs may be meant as they are."""
    if SIGNS.isdisjoint(text):
        return Outcome(text)
    made, languages = text, []
    for form, change, language in _CHANGES:
        changed = _outside(made, form, change)
        if changed != made:
            languages.append(language)
            made = changed
    plain = _plain_latex(made)
    notes = [f"marks of {' and '.join(dict.fromkeys(languages))} are read as tags"] if made != text else []
    if plain != made:
        notes.append("commands of LaTeX are read as characters")
    if left := COMMAND.search(_TAGS.sub(" ", plain)):
        notes.append(f"the command {quoted(left.group())} of LaTeX is kept as text: write what it stands for")
    return Outcome(plain, Certainty.LIKELY, tuple(notes), plain) if notes else Outcome(text)


def _plain_latex(text: str) -> str:
    """The text with commands of LaTeX as characters outside formulas, tags and addresses."""
    done, end = [], 0
    for found in _TAGS.finditer(text):
        done += [read_latex(text[end : found.start()]), found.group()]
        end = found.end()
    return "".join([*done, read_latex(text[end:])])


def _outside(text: str, form: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> str:
    """The changed text; formulas, tags and addresses stay as they are."""
    spans = [found.span() for found in _TAGS.finditer(text)]
    if not spans:
        return form.sub(change, text)

    def changed(found: re.Match[str]) -> str:
        inside = any(
            start <= found.start() < end or (start < found.end() <= end and found.start() > start)
            for start, end in spans
        )
        return found.group() if inside and form is not _LINK else change(found)

    return form.sub(changed, text)


def _tagged(tag: str, text: str) -> str:
    return f"<{tag}>{text}</{tag}>" if tag else text
