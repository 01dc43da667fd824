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
        title,doi,submission id
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
    Wrong: # tides.csv, saved as windows-1251
        title,authors
        Каталог рукописних книг,"Комаров, В. В."
    Right: # tides.csv, saved as UTF-8
        title,authors
        Каталог рукописних книг,"Комаров, В. В."
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
    Wrong: # tides.csv
        title,doi
        "Tides,10.5555/tides.1
    Right: # tides.csv
        title,doi
        "Tides",10.5555/tides.1
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
    Wrong: # tides.csv
        title,authors
        Каталог рукописних �ниг,"Комаров, В. В."
    Right: # tides.csv
        title,authors
        Каталог рукописних книг,"Комаров, В. В."
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
    Wrong: # page.txt
        Vol. 3 12 2024 8-14
    Right: # article.yaml
        volume: 3
        issue: 12
        published: 2024
        pages: 8-14
    Source: this program, `jats import`
    """
    return f"read as {quoted(value, 120)}{f', {why}' if why else ''}: check it"


@finding_code("IMP010", Severity.WARNING)
def said_twice(name: str, kept: str, other: str) -> str:
    """The input says one thing twice, in two ways.

    Why: only one of the values can be right, and the input does not say which.
    Wrong: # tides.csv
        title,article title,doi
        Tides,Salt,10.5555/tides.1
    Right: # tides.csv
        title,doi
        Tides,10.5555/tides.1
    Source: this program, `jats import`
    """
    return f"{name} is {quoted(kept, 120)} here and {quoted(other, 120)} elsewhere; the first is used: check it"


@finding_code("IMP011")
def is_jats() -> str:
    """The input is JATS already.

    Why: JATS is checked as it is; nothing has to be built from it.
    Wrong: # tides.xml
        <article dtd-version="1.3"><front/></article>
    Right: # article.yaml
        title: Tides in the North Sea
    Source: this program, `jats build`, `jats import`
    """
    return "the file is JATS already: 'jats check' reports what is wrong with it"


def pages() -> dict[str, Explanation]:
    """The page of each code of all importers, by its code."""
    import pkgutil
    from importlib import import_module

    package = import_module("jats.importers")
    names = [module.name for module in pkgutil.walk_packages(package.__path__, "jats.importers.")]
    theirs = [import_module(name) for name in names if name != __name__ and name.endswith(("_codes", ".codes"))]
    return explanations(collect((sys.modules[__name__], *theirs)))
