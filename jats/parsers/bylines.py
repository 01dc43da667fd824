"""What is printed around the names of a line of people: a label, `by`, `et al.`, dots for those left out, marks."""

from __future__ import annotations

import re
from functools import cache

from jats.messages.words import quoted
from jats.parsers.eastern import is_eastern
from jats.parsers.groups import is_group
from jats.parsers.marks import MARKED_IN_LINE, SUPERSCRIPT_TAG
from jats.parsers.orders import is_given_name, is_initials
from jats.parsers.outcome import Certainty
from jats.parsers.words import spoken

_BYLINE = re.compile(
    r"(edited by|ed\. by|by|par|por|za red\.|под ред\.|за ред\.|red\.|von(?= [^\s,]+ [^\s,]+(?: |$)))\s+(?=\S)",
    re.IGNORECASE,
)
_OMITTED = re.compile(r"[\s,;]*[,;]\s*(?:\.\s?\.\s?\.|…)\s*[,;&]?\s*(?=\S)")


def bare_line(line: str) -> tuple[str, bool, Certainty, list[str]]:
    """The names alone, whether there are more of them, how certain that is, and what was dropped."""
    line, notes = _without_label(line)
    line, etal, more = _without_etal(line)
    notes += more
    certainty = Certainty.CERTAIN
    if (full := _OMITTED.sub("; ", line)) != line:
        line = full
        notes.append("the dots stand for people who are not named: they are dropped")
        certainty = Certainty.LIKELY
    if "{" not in line and not is_group(line):
        line, marked = _without_marks(line)
        if marked:
            notes.append(marked)
            certainty = Certainty.LIKELY
    line, byline = _without_byline(line)
    return line, etal, certainty, notes + byline


@cache
def _label_form() -> re.Pattern[str]:
    some = "|".join(re.escape(label) for label in spoken("people_labels"))
    return re.compile(rf"(?:{some})\s?(?:[:：]|\s[–—-]\s)\s*(?=\S)", re.IGNORECASE)


def _without_label(line: str) -> tuple[str, list[str]]:
    """The line without `Authors:` before its first name."""
    found = _label_form().match(line)
    if not found:
        return line, []
    return line[found.end() :], [f"the label {quoted(found.group().strip(' :：–—-'))} is dropped"]


def _without_byline(line: str) -> tuple[str, list[str]]:
    """The line without `by` before its first name.

    `By JA` is a surname with initials, and a German `von` is a byline only if a given name follows: `von Max Müller`.
    """
    found = _BYLINE.match(line)
    if not found:
        return line, []
    words_of = re.split(r"\s*[,;]", line[found.end() :], maxsplit=1)[0].split()
    if all(is_initials(word) for word in words_of) or (found[1].lower() == "von" and not is_given_name(words_of[0])):
        return line, []
    return line[found.end() :], [f"{quoted(found[1])} before the names is dropped"]


@cache
def _etal_form() -> re.Pattern[str]:
    some = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s?") for phrase in spoken("people_etal") if not is_eastern(phrase)
    )
    east = "|".join(re.escape(phrase) for phrase in spoken("people_etal") if is_eastern(phrase) and len(phrase) > 1)
    return re.compile(
        rf"(?:(?:[\s,;،؛(\[<]|</?i>|</?em>){{1,4}}(?:{some}|\.\.\.|…)|[\s,，、;；]{{0,2}}(?:{east})|[\s,，、;；]{{1,2}}(?:[等他外외]))"
        r"(?:\s?\d{1,3}\s?[人名인명位])?"
        r"(?:\.|[)\]]|</i>|</em>|,|\s){0,4}$",
        re.IGNORECASE,
    )


_GLUED = re.compile(r"(?<=[\u4e00-\u9fff])[等他](?:\s?\d{1,3}\s?[人名])?$")


def _without_etal(line: str) -> tuple[str, bool, list[str]]:
    """The line without the words that say that it goes on."""
    tail = line[-60:]
    found = _etal_form().search(tail)
    if found is None and not (found := _GLUED.search(tail)):
        return line, False, []
    return line[: len(line) - len(tail) + found.start()].rstrip(" ,;，、"), True, []


_MARK = re.compile(r"[^\W\d_.][\d¹²³⁰-⁹①-⑳*†‡§]")


def _without_marks(line: str) -> tuple[str, str]:
    """The line without affiliation numbers and footnote marks glued to its names."""
    raised = [found[1] for found in SUPERSCRIPT_TAG.finditer(line)]
    if raised:
        return SUPERSCRIPT_TAG.sub("", line), f"the marks {quoted(' '.join(raised))} are dropped"
    if "<" in line or "@" in line or "orcid" in line.lower() or not _MARK.search(line):
        return line, ""
    marks = [found.group() for found in MARKED_IN_LINE.finditer(line)]
    if not marks or re.search(r"\d{4}", line):
        return line, ""
    return MARKED_IN_LINE.sub("", line), f"the marks {quoted(' '.join(marks))} are dropped"
