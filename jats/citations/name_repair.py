"""Labels of names that contradict the punctuation between them are put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jats.citations.name_lists import repair_lists, separates
from jats.citations.tokens import Tokens

_PARTS = frozenset(("surname", "given"))
_ANY = frozenset(("surname", "given", "esurname", "egiven", "suffix", "etal"))
_QUOTATION = frozenset('“"«„「『')
_ROLE = re.compile(
    r"\b(?:eds?|editors?|editores|org|orgs|organi\w+|coord\w*|hrsg|hg|dirs?|comp|trans\w*|trad\w*|ред\w*|упоряд\w*|сост\w*|пер\w*|çev\w*"
    r"|editado|edited|red|opr|szerk|επιμ)\b|編|编|편|エ|译|訳|역",
    re.IGNORECASE,
)
_EDITORS = frozenset(
    (
        "ed",
        "eds",
        "editor",
        "editors",
        "editores",
        "organizador",
        "organizadora",
        "organizadores",
        "org",
        "orgs",
        "coordenador",
        "coordenadores",
        "coordinador",
        "coordinadores",
        "coord",
        "coords",
        "hrsg",
        "hg",
        "herausgeber",
        "dir",
        "dirs",
    )
)
_IN = frozenset(("in", "em", "en", "dans", "у", "в", "w"))
_NEAR = 30
"""Characters around names in which a word about their role is."""
_LONGEST_INITIALS = 3


def repair_names(tokens: Tokens, labels: list[str]) -> None:
    """Given names after a surname and a comma; initials before a title; authors that were taken for editors and the other way."""
    kinds = set(labels)
    if labels[0] == "collab":
        _whole_organisation(tokens, labels)
    if _ANY.isdisjoint(kinds):
        return
    if not _QUOTATION.isdisjoint(tokens.text):
        _stop_at_quotation(tokens, labels)
    repair_lists(tokens, labels)
    if "surname" in kinds:
        _author_names(tokens, labels)
    if "esurname" in kinds or "egiven" in kinds:
        _authors_first(tokens, labels)
        _people_of_title(tokens, labels)
    if labels[0] in _PARTS:
        _title_before_in(tokens, labels)
        _editors_first(tokens, labels)
        _editors_inside(tokens, labels)
        if "/" in tokens.text:
            _authors_again(tokens, labels)


def _whole_organisation(tokens: Tokens, labels: list[str]) -> None:
    """`Instituto Nacional de Estudos e Pesquisas Anísio Teixeira. (2001)`: all is the name, up to a sign."""
    end = next((i for i in range(1, len(labels)) if tokens.gaps[i].strip()), 0)
    if 0 < end < len(labels) and labels[end] == "year" and "(" in tokens.gaps[end]:
        labels[:end] = ["collab"] * end


def _author_names(tokens: Tokens, labels: list[str]) -> None:
    """Where the names of authors end, and which part of each is the surname."""
    chunks = list(_chunks(tokens, labels))
    for (_, before), (start, end) in pairwise(chunks):
        if end - start > 1:
            _after_comma(tokens, labels, before, start, end)
    _surname_before_year(tokens, labels)
    _initials_before_title(tokens, labels)
    _word_after_initials(tokens, labels)
    _title_in_names(tokens, labels)


def _stop_at_quotation(tokens: Tokens, labels: list[str]) -> None:
    """No name goes on after an opening quotation mark."""
    for i in range(1, len(labels)):
        if labels[i] in _PARTS and labels[i - 1] in _PARTS and not _QUOTATION.isdisjoint(tokens.gaps[i]):
            end = next((k for k in range(i, len(labels)) if labels[k] not in _PARTS), len(labels))
            labels[i:end] = ["title"] * (end - i)
            return


def _chunks(tokens: Tokens, labels: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of authors' names without a comma, semicolon or ampersand in them."""
    start = None
    for i, label in enumerate([*labels, ""]):
        inside = label in _PARTS
        if start is not None and (not inside or separates(tokens.gaps[i])):
            yield start, i
            start = None
        if inside and start is None:
            start = i


def _after_comma(tokens: Tokens, labels: list[str], before: int, start: int, end: int) -> None:
    """`Dias, Maria da Silva`: all between the comma and the next sign is given, if the surname has no given name yet."""
    if before != start or tokens.gaps[start].strip() != ",":
        return
    mixed = len(set(labels[start:end])) > 1
    first = before - 1
    while first and labels[first - 1] == "surname" and not separates(tokens.gaps[first]):
        first -= 1
    lone = labels[before - 1] == "surname" and (
        first == 0 or separates(tokens.gaps[first]) or labels[first - 1] not in _PARTS
    )
    if mixed and lone:
        labels[start:end] = ["given"] * (end - start)


def _surname_before_year(tokens: Tokens, labels: list[str]) -> None:
    """`M.B. SILVA & C. ROCHA. 2005`: a word between initials and the year is the surname."""
    for i in range(1, len(labels) - 1):
        if labels[i] == "O" and labels[i - 1] == "given" and labels[i + 1] == "year":
            word, near = tokens.words[i], tokens.gaps[i].strip() in ("", ".")
            if near and len(word) > _LONGEST_INITIALS and word[0].isupper():
                labels[i] = "surname"


def _initials_before_title(tokens: Tokens, labels: list[str]) -> None:
    """`Stuhler J : Estimators`: capitals between a surname and a full stop or colon are initials."""
    for i in range(1, len(labels) - 1):
        if labels[i] == "title" and labels[i - 1] == "surname":
            word = tokens.words[i]
            ended = tokens.gaps[i + 1].strip()[:1] in (".", ":") and tokens.gaps[i + 1].strip() != ""
            if ended and word.isupper() and len(word) <= _LONGEST_INITIALS and not tokens.gaps[i].strip():
                labels[i] = "given"


def _word_after_initials(tokens: Tokens, labels: list[str]) -> None:
    """`Ильмень Г. Г. Лёд Байкала`: after a surname and initials without commas, a word in full begins the title."""
    end = next((i for i, label in enumerate(labels) if label not in _PARTS), len(labels))
    if (
        end >= len(labels)
        or labels[end] not in ("title", "source")
        or "," in tokens.text[: tokens.starts[end - 1]]
        or end < 3
    ):
        return
    initials = [i for i in range(1, end) if len(tokens.words[i]) == 1 and tokens.gaps[i + 1][:1] == "."]
    if labels[0] != "surname" or not initials or initials[0] != 1 or tokens.gaps[1] != " ":
        return
    last = next(i for i in range(1, end + 1) if i not in initials)
    if last < end and all(len(tokens.words[i]) > 1 for i in range(last, end)) and labels[last] in _PARTS:
        labels[last:end] = [labels[end]] * (end - last)


def _title_in_names(tokens: Tokens, labels: list[str]) -> None:
    """`Sterne, Paul. Clocks. Leeds: …`: without a title, what comes after the full stop or colon of a name in full is it."""
    if labels[0] != "surname" or "title" in labels or "source" in labels:
        return
    end = next((i for i, label in enumerate(labels) if label not in _PARTS), len(labels))
    for i in range(2, end):
        before = tokens.words[i - 1]
        if labels[i - 1] == "given" and tokens.gaps[i] in (". ", ": ") and len(before) > 1 and not before.isupper():
            labels[i:end] = ["source"] * (end - i)
            return


def _authors_first(tokens: Tokens, labels: list[str]) -> None:
    """Names at the start are authors, if no word says that they are editors."""
    if labels[0] not in ("esurname", "egiven"):
        return
    part = _names_before_in(tokens, labels)
    if part:
        _author_of_part(tokens, labels, part)
        return
    end = next((i for i, label in enumerate(labels) if label not in _ANY and label != "O"), len(labels))
    place = tokens.ends[end - 1]
    if not _ROLE.search(tokens.text, 0, place + _NEAR):
        labels[:end] = [label[1:] if label in ("esurname", "egiven") else label for label in labels[:end]]


def _names_before_in(tokens: Tokens, labels: list[str]) -> int:
    """The place of the first word such as "In", if all before it are names; 0 if not."""
    part = next((i for i, label in enumerate(labels) if label == "O" and tokens.words[i].lower() in _IN), 0)
    return part if _ANY.issuperset(labels[:part]) else 0


def _author_of_part(tokens: Tokens, labels: list[str], end: int) -> None:
    """`Gow P. Ticks. In: Weir A, editor. Diseases`: names before "In" are authors, then comes the title."""
    stop = next((i for i in range(end - 1, 1, -1) if tokens.gaps[i] == ". " and labels[i - 1] == "egiven"), end)
    labels[:stop] = [label[1:] if label in ("esurname", "egiven") else label for label in labels[:stop]]
    labels[stop:end] = ["title"] * (end - stop)


def _title_before_in(tokens: Tokens, labels: list[str]) -> None:
    """`Gow P, Roe J. Ticks. In: Weir A, editor. Diseases`: a last name alone before "In" is the title."""
    part = _names_before_in(tokens, labels)
    if not part:
        return
    *others, last = list(_chunks(tokens, labels[:part])) or [(0, 0)]
    start = max([last[0], *[i for i in range(last[0] + 1, part) if tokens.gaps[i].strip() == "."]])
    has_given = "given" in labels[:start]
    if has_given and set(labels[start:part]) == {"surname"} and (others or start > last[0]):
        labels[start:part] = ["title"] * (part - start)


def _editors_first(tokens: Tokens, labels: list[str]) -> None:
    """`Roe J, Poe M, editors. Title` and `Roe, J. (Org.)`: names at the start that such a word ends are editors."""
    if labels[0] not in _PARTS:
        return
    end = next((i for i, label in enumerate(labels) if label not in _ANY and label != "O"), len(labels))
    end = next((i for i in range(end) if labels[i] == "O" and tokens.words[i].lower() in _IN), end)
    end = next((i for i in range(end) if labels[i] == "O" and tokens.words[i].lower() in _EDITORS), end)
    if end < len(labels) and tokens.words[end].lower() in _EDITORS and tokens.gaps[end + 1].strip()[:1] in (".", ")"):
        labels[:end] = [f"e{label}" if label in _PARTS else label for label in labels[:end]]
        labels[end] = "O"


def _editors_inside(tokens: Tokens, labels: list[str]) -> None:
    """`… Title. In: Roe J, Poe M. Book`: names just after "In", when authors came before, are editors."""
    if labels[0] not in _PARTS:
        return
    for i in range(1, len(labels) - 1):
        if labels[i + 1] in _PARTS and tokens.words[i].lower() in _IN and labels[i] != "title":
            before = next((label for label in reversed(labels[:i]) if label != "O"), "")
            if before in ("title", "source"):
                end = next(
                    (k for k in range(i + 1, len(labels)) if labels[k] not in _ANY and labels[k] != "O"), len(labels)
                )
                labels[i] = "O"
                labels[i + 1 : end] = [f"e{label}" if label in _PARTS else label for label in labels[i + 1 : end]]
                return


def _authors_again(tokens: Tokens, labels: list[str]) -> None:
    """`Roe J. Title / J. Roe, A. Poe // Journal`: authors that are named again are not more authors."""
    if labels[0] not in _PARTS:
        return
    for i in range(1, len(labels)):
        if labels[i] in _PARTS and tokens.gaps[i].strip(" .:]") == "/" and labels[i - 1] not in _PARTS:
            end = next((k for k in range(i, len(labels)) if labels[k] not in _ANY and labels[k] != "O"), len(labels))
            labels[i:end] = ["O"] * (end - i)
            return


def _people_of_title(tokens: Tokens, labels: list[str]) -> None:
    """`Orchis maculata (L.) A. Roe, a new orchid`: names in the middle of a title are part of it."""
    for start, end in _runs_of_editors(labels):
        if labels[start - 1] != "title" or labels[end] != "title":
            continue
        near = tokens.text[tokens.ends[start - 1] : tokens.starts[end]]
        if not _ROLE.search(near) and tokens.words[start - 1].lower() not in _IN:
            labels[start:end] = ["title"] * (end - start)


def _runs_of_editors(labels: list[str]) -> list[tuple[int, int]]:
    """Runs of editors' names inside the reference, neither at its start nor at its end."""
    found = []
    i = 1
    while i < len(labels):
        start = i
        while i < len(labels) and labels[i] in ("esurname", "egiven", "suffix"):
            i += 1
        if start < i < len(labels):
            found.append((start, i))
        i = max(i, start + 1)
    return found
