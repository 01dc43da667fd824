"""The hygiene of running text: what copying from PDF and word processors leaves in it. Formulas, code and tags stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jats.draft import Map, Path, Text
from jats.findings import Finding, Note, Place
from jats.input_codes import readings, tidied
from jats.tidy import running
from jats.tidy.context import Context
from jats.tidy.leaves import each_text
from jats.vocab.identifiers import KINDS
from jats.vocab.normal_forms import composed
from jats.vocab.scripts import mixed_script_words

_UNTOUCHED = re.compile(
    r"\$[^\s$](?:[^$]*[^\s$\\])?\$(?![0-9])"
    r"|<(?P<tag>(?:\w+:)?(?:math|tex-math|code|tt|monospace|preformat))\b[^<>]*>"
    r"|<[^<>]*>"
)
"""Where formulas, code and tags start."""

NOT_RUNNING = frozenset(
    ("url", "link", "email", "language", "format", "id", "ids", "volume_ids", "issue_ids", "part_ids", *KINDS)
)
"""Keys under which no running text is."""

_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS = re.compile("[\u2010\u2011]")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SEPARATING = re.compile(r" ?[\x0b\x0c\x85\u2028\u2029]+ ?")
_DOUBLE_BLANKS = re.compile(r"(?<=\S)  +(?=\S)")
_DOUBLE_MARKS = re.compile(r"(?<=\w)([,;])\1+(?=\s|$)|(?<=[^\W\d_])(?:\.\.|::)(?=\s|$)")
_BLANK_COMMA = re.compile(r"(?<=[\w)\]>”»]) +,(?=\s)|(?<=[^\W\d]) +,(?=[^\W\d]{2})")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_EMPTY_DOI = re.compile(r"(?<!\s)\s*+\b(?:doi|DOI)\s*+(?::\s*+)?(?:https?://(?:dx\.)?doi\.org/?\s*+)?(?:[.,;]\s*+)?$")
ANYTHING = re.compile(r"[^\x20-\x7e\n\r\t]|  |[,;:]{2}| ,|\.\.|doi\b|DOI\b|doi\.org|[<&$*~^`\\_]|\]\(")
"""Texts in which none of this is found need no look at all."""

SUSPECT = re.compile(r"[^\x20-\x7e\n\r\t]|  |[,;:]{2}| ,|\.\.|(?:doi|DOI)\b[^/]{0,40}$|doi\.org/?\s*+(?:[.,;]\s*+)?$")
"""Texts in which none of this is need no closer look."""


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of change: its message, whose code switches it, and how a stretch of text changes."""

    code: str
    say: Callable[[Place, Path, str], Finding]
    change: Callable[[str], str]


def _without_empty_doi(text: str) -> str:
    return _EMPTY_DOI.sub("", text) if "oi" in text or "OI" in text else text


def _without_blank_before_comma(text: str) -> str:
    """A blank before a comma goes; if it is on the wrong side, as in `salt ,sand`, it changes its place."""
    return _BLANK_COMMA.sub(lambda found: "," if text[found.end() : found.end() + 1].isspace() else ", ", text)


STEPS = (
    Step("INP202", tidied.wide_blanks, lambda text: _BLANKS.sub(" ", text)),
    Step("INP203", tidied.other_hyphens, lambda text: _HYPHENS.sub("-", text)),
    Step("INP204", tidied.invisible_characters, lambda text: _NOTHING.sub("", text)),
    Step("INP205", tidied.control_characters, lambda text: _CONTROLS.sub("", _SEPARATING.sub(" ", text))),
    Step("INP206", tidied.decomposed_letters, composed),
    Step("INP207", tidied.doubled_blanks, lambda text: _DOUBLE_BLANKS.sub(" ", text)),
    Step("INP208", tidied.doubled_punctuation, lambda text: _DOUBLE_MARKS.sub(lambda found: found.group()[0], text)),
    Step("INP252", readings.blank_before_comma, _without_blank_before_comma),
    Step("INP256", tidied.ligatures, lambda text: _LIGATURE.sub(lambda found: _LIGATURES[ord(found.group())], text)),
)
"""The changes of any running text, in order."""

EMPTY_DOI = Step("INP209", tidied.empty_doi, _without_empty_doi)
"""A change at the end of a reference as printed."""


def tidy_text(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Clean every running text but for the kinds in `keep`; words of mixed alphabets are reported and left as they are."""

    context = Context(note, keep)

    def visit(text: Text, path: Path, step: str | int) -> None:
        if not ANYTHING.search(text.value):
            return
        if running.SUSPECT.search(text.value):
            running.read_running(text, (*path, step), context)
        if SUSPECT.search(text.value):
            _tidy(text, (*path, step), keep, note)

    each_text(draft, (), visit, NOT_RUNNING)


def _tidy(text: Text, path: Path, keep: frozenset[str], note: Note) -> None:
    for step in _steps_for(path):
        if step.code not in keep:
            _apply(step, text, path, note)
    if "INP220" not in keep and not text.value.isascii():
        _tell_mixed_words(text, path, note)


_WORKS = ("references", "works", "alternatives")
"""Lists whose items may be references as printed."""


def _steps_for(path: Path) -> tuple[Step, ...]:
    """A reference as printed is one line in the list, or the field `text`."""
    as_printed = path[0] == "references" and (path[-1] == "text" or (isinstance(path[-1], int) and path[-2] in _WORKS))
    return (*STEPS, EMPTY_DOI) if as_printed else STEPS


def _apply(step: Step, text: Text, path: Path, note: Note) -> None:
    changed = _at_end(text.value, step.change) if step is EMPTY_DOI else _outside(text.value, step.change)
    if changed != text.value and changed.strip():
        note(step.say(text.place, path, changed))
        text.value = changed


def _at_end(text: str, change: Callable[[str], str]) -> str:
    """The text with what comes after the last tag changed: a DOI may be in a link after its label."""
    end = max((stop for _, stop in _untouched(text)), default=0)
    return text[:end] + change(text[end:])


def _outside(text: str, change: Callable[[str], str], instead: str | None = None) -> str:
    """The text with everything changed but what is not to be touched, or with another text in place of that."""
    done, end = [], 0
    for start, stop in _untouched(text):
        done += [change(text[end:start]), text[start:stop] if instead is None else instead]
        end = stop
    return "".join([*done, change(text[end:])])


def _untouched(text: str) -> Iterator[tuple[int, int]]:
    """Where formulas, code with its tags, and tags start and end. An element that is never closed is a tag alone."""
    at, unclosed = 0, set[str]()
    while found := _UNTOUCHED.search(text, at):
        at, tag = found.end(), found["tag"]
        if tag and tag not in unclosed:
            closing = f"</{tag}>"
            end = text.find(closing, at)
            if end < 0:
                unclosed.add(tag)
            else:
                at = end + len(closing)
        yield found.start(), at


def _tell_mixed_words(text: Text, path: Path, note: Note) -> None:
    for word in mixed_script_words(_outside(text.value, str, " ")):
        note(tidied.mixed_word(text.place, path, word.word, word.letter, word.likely))
