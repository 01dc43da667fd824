"""What the reading of Word files can report: the codes IMP3nn."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import all_of, quoted


@finding_code("IMP301")
def protected() -> str:
    """The Word file is protected by a password.

    Why: its text is encrypted; only who knows the password can open it.
    Wrong: # article.docx, saved with a password
    Right: # article.docx, saved without a password
    Source: ECMA-376, MS-OFFCRYPTO
    """
    return "the file is protected by a password: open it in Word, remove the password, and save it again"


@finding_code("IMP302")
def old_word() -> str:
    """The file is of the old Word format.

    Why: Word has saved files as .docx since 2007; the older format can hold programs and is not read.
    Wrong: # article.doc
    Right: # article.docx
    Source: this program, `jats import`
    """
    return "the file is an old Word document (.doc): open it in Word and save it as .docx"


@finding_code("IMP303")
def macros() -> str:
    """The Word file contains macros.

    Why: a macro is a program; an article does not need one, and files with macros spread viruses. Nothing of it is run or read.
    Wrong: # article.docm
    Right: # article.docx
    Source: ECMA-376
    """
    return "the file contains macros, which are programs: save it as .docx without them"


@finding_code("IMP304", Severity.INFO)
def body(first: str, number: int) -> str:
    """The text of the article is left out.

    Why: an article file holds the data of an article, not its text; the text is counted so that you see that it was found.
    Wrong: # article.docx
        1. Introduction
    Right: # article.docx
        Abstract
    Source: this program, `jats import`
    """
    paragraphs = "a paragraph" if number == 1 else f"{number:,} paragraphs"
    return f"not placed: the text of the article, {paragraphs} from {quoted(first, 60)} on: an article file has no field for it"


@finding_code("IMP305", Severity.INFO)
def left_out(what: Sequence[str]) -> str:
    """Parts of a Word file that are not the article's text are left out.

    Why: deleted and hidden text, comments, headers and the like are not printed as text of the article.
    Wrong: # article.docx, with comments of its reviewers
    Right: # article.docx
    Source: this program, `jats import`
    """
    return f"left out: {all_of(list(what), 12)}"


@finding_code("IMP306", Severity.WARNING)
def formula(text: str) -> str:
    """A formula of Word is read as plain characters.

    Why: fractions, roots and matrices lose their form; write the formula between dollar signs in the article file.
    Wrong: # article.docx, with a formula in its title
    Right: # article.yaml
        title: Growth at $x^2$
    Source: this program, `jats import`
    """
    return f"a formula is read as plain characters, {quoted(text, 60)}: write it between dollar signs, as in $x^2$"
