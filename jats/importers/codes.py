"""What every importer can report: the codes IMP0nn. Codes of one format are in `FORMAT_codes.py`, or in its folder's `codes.py`.

Numbers: IMP0nn for all formats, IMP1nn spreadsheets, IMP2nn text pages, IMP3nn Word, IMP4nn HTML, IMP5nn bibliographic records,
IMP6nn platform exports.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import collect, explanations, finding_code
from jats.messages.explanations import Explanation
from jats.messages.words import all_of, quoted


@finding_code("IMP001", Severity.WARNING)
def not_placed(name: str, value: str) -> str:
    """A value of the input has no place in the article file.

    Why: nothing is lost in silence; what is needed must be written into a field by a person.
    Wrong: # tides.csv
        title,doi,shelf mark
        Tides,10.5555/tides.1,B 12
    Right: # tides.csv
        title,doi
        Tides,10.5555/tides.1
    Source: this program, `jats import`
    """
    return f"not placed: {name}: {quoted(value, 200)}" if name else f"not placed: {quoted(value, 200)}"


@finding_code("IMP002", Severity.INFO)
def left_out(names: Sequence[str], why: str = "an article does not need it") -> str:
    """Data that only the platform needs is left out.

    Why: numbers of records, states of the workflow and dates of the export say nothing about the article; they are named once.
    Wrong: # tides.csv
        title,doi,id
        Tides,10.5555/tides.1,1204
    Right: # tides.csv
        title,doi
        Tides,10.5555/tides.1
    Source: this program, `jats import`
    """
    return f"left out: {all_of(list(names), 12)}: {why}"


@finding_code("IMP003", Severity.WARNING)
def encoding_guessed(encoding: str) -> str:
    """The encoding of the file was guessed.

    Why: the same bytes are other letters in another encoding; look at the names before you use them.
    Wrong: # page.txt, saved as windows-1251
        Каталог рукописних книг
    Right: # page.txt, saved as UTF-8
        Каталог рукописних книг
    Source: this program, `jats import`
    """
    return f"the file is not UTF-8; it was read as {encoding}: check the names, or save the file as UTF-8"


@finding_code("IMP004")
def unsupported(titles: Sequence[str]) -> str:
    """The content of the file is not of any format that can be read.

    Why: the format is found by the content, never by the name alone; a wrong guess would give a wrong article.
    Wrong: # picture.png
    Right: # article.yaml
        title: Tides in the North Sea
    Source: this program, `jats import`
    """
    return f"the format is not known: {all_of(list(titles))} can be read; if it is one of these, name it with --from"


@finding_code("IMP005")
def unreadable(title: str, problem: str) -> str:
    """The file is damaged, or not of the format that it seems to have.

    Why: a file that ends too early, or a download that failed, has lost an unknown part of the article.
    Wrong: # export.json
        {"DOI": "10.5555/tides.1", "title":
    Right: # export.json
        {"DOI": "10.5555/tides.1", "title": "Tides in the North Sea"}
    Source: this program, `jats import`
    """
    return f"cannot be read as {title}: {problem}"


@finding_code("IMP006")
def no_article(title: str) -> str:
    """The file has no article.

    Why: an export without records is most often one of an empty selection.
    Wrong: # tides.csv
        title,doi
    Right: # tides.csv
        title,doi
        Tides,10.5555/tides.1
    Source: this program, `jats import`
    """
    return f"has no article, though its format is known ({title}): export it again"


@finding_code("IMP007", Severity.WARNING)
def damaged_characters(number: int) -> str:
    """Characters of the file are damaged.

    Why: the letters that were there are lost; only the source of the text knows them.
    Wrong: # page.txt
        Каталог рукописних �ниг
    Right: # page.txt
        Каталог рукописних книг
    Source: RFC 3629 (UTF-8)
    """
    damaged = "a character is" if number == 1 else f"{number} characters are"
    return f"{damaged} damaged, the first one here: type the right letters in the article file"


@finding_code("IMP008")
def too_much(problem: str) -> str:
    """The file is too large, or grows too large when it is unpacked.

    Why: an article's data takes some kilobytes; what is a thousand times larger was made to exhaust a machine, or is something
        else.
    Wrong: # bomb.xlsx, 40 KB that unpack to 4 GB
    Right: # articles.xlsx, 40 KB that unpack to 300 KB
    Source: this program, `jats import`
    """
    return problem


@finding_code("IMP009", Severity.WARNING)
def uncertain(value: str, why: str = "") -> str:
    """A value was read in the most likely way.

    Why: the input does not say what the value is, and a wrong reading would go to every index.
    Wrong: # tides.csv
        title,date
        Tides,03.04.2024
    Right: # tides.csv
        title,published
        Tides,2024-04-03
    Source: this program, `jats import`
    """
    return f"read as {quoted(value, 120)}{f', {why}' if why else ''}: check it"


@finding_code("IMP010", Severity.WARNING)
def said_twice(name: str, kept: str, other: str) -> str:
    """The input says one thing twice, in two ways.

    Why: only one of the values can be right, and the input does not say which.
    Wrong: # export.ris
        DO  - 10.5555/tides.1
        DO  - 10.5555/tides.2
    Right: # export.ris
        DO  - 10.5555/tides.1
    Source: this program, `jats import`
    """
    return f"{name} is {quoted(kept, 120)} here and {quoted(other, 120)} elsewhere; the first is used: check it"


def pages() -> dict[str, Explanation]:
    """The page of each code of all importers, by its code."""
    import pkgutil
    from importlib import import_module

    package = import_module("jats.importers")
    names = [module.name for module in pkgutil.walk_packages(package.__path__, "jats.importers.")]
    theirs = [import_module(name) for name in names if name != __name__ and name.endswith(("_codes", ".codes"))]
    return explanations(collect((sys.modules[__name__], *theirs)))
