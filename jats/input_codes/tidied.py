"""Messages about values that were cleaned without a change of meaning."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import all_of, quoted


@finding_code("INP201", Severity.INFO)
def identifier_normalised(given: str, taken: str) -> str:
    """An identifier was brought into its normal form.

    Why: services compare identifiers letter by letter, so each has one form: a DOI without its resolver, an ISSN with its hyphen.
    Wrong: # article.yaml
        doi: https://doi.org/10.5555/tides
    Right: # article.yaml
        doi: 10.5555/tides
    Source: Crossref, ORCID, ISSN, ROR: their display and deposit guidelines
    """
    return f"{quoted(given)} is taken as {quoted(taken)}"


@finding_code("INP202", Severity.INFO)
def wide_blanks(taken: str) -> str:
    """No-break and thin spaces were replaced by ordinary ones.

    Why: a search for the words misses them, and services count them as other characters.
    Wrong: # article.yaml
        title: "Tides\\u00a0and salt"
    Right: # article.yaml
        title: Tides and salt
    Source: Unicode 16.0, general category Zs
    """
    return f"no-break or thin spaces are taken as ordinary ones: {quoted(taken)}"


@finding_code("INP203", Severity.INFO)
def other_hyphens(taken: str) -> str:
    """The hyphens U+2010 and U+2011 were replaced by the hyphen of the keyboard.

    Why: a search for the word as people type it misses it.
    Wrong: # article.yaml
        title: "Cross\\u2010border tides"
    Right: # article.yaml
        title: Cross-border tides
    Source: Unicode 16.0, general category Pd
    """
    return f"hyphens of other kinds are taken as the keyboard's: {quoted(taken)}"


@finding_code("INP204", Severity.INFO)
def invisible_characters(taken: str) -> str:
    """Soft hyphens and zero-width characters were removed.

    Why: people don't see them, but searches and comparisons do.
    Wrong: # article.yaml
        title: "Transfor\\u00admation of tides"
    Right: # article.yaml
        title: Transformation of tides
    Source: Unicode 16.0, Default_Ignorable_Code_Point
    """
    return f"invisible characters are removed: {quoted(taken)}"


@finding_code("INP205", Severity.INFO)
def control_characters(taken: str) -> str:
    """Control characters were removed.

    Why: they are left over from other programs, mean nothing, and most of them are forbidden in XML.
    Wrong: # article.yaml
        title: "Tides\\u0085 and salt"
    Right: # article.yaml
        title: Tides and salt
    Source: XML 1.0, production 2
    """
    return f"control characters are removed: {quoted(taken)}"


@finding_code("INP206", Severity.INFO)
def decomposed_letters(taken: str) -> str:
    """A letter and its accent were combined into one character.

    Why: text copied from PDF often has й as и and a breve. It looks the same, but searches don't find it.
    Wrong: # article.yaml
        title: "Poincare\\u0301 at sea"
    Right: # article.yaml
        title: Poincaré at sea
    Source: Unicode Standard Annex 15, Normalization Form C
    """
    return f"letters and their accents are combined (NFC): {quoted(taken)}"


@finding_code("INP256", Severity.INFO)
def ligatures(taken: str) -> str:
    """Ligatures were replaced by their letters.

    Why: text copied from PDF has ﬁ and ﬂ as one character each. It looks the same, but searches don't find the word.
    Wrong: # article.yaml
        title: "The \\ufb01rst \\ufb02ow of tides"
    Right: # article.yaml
        title: The first flow of tides
    Source: Unicode 16.0, Alphabetic Presentation Forms
    """
    return f"ligatures are taken as their letters: {quoted(taken)}"


@finding_code("INP207", Severity.INFO)
def doubled_blanks(taken: str) -> str:
    """Several blanks in a row were replaced by one.

    Why: some readers of XML show all of them, others only one.
    Wrong: # article.yaml
        title: Tides  and salt
    Right: # article.yaml
        title: Tides and salt
    Source: PMC Tagging Guidelines, white space
    """
    return f"several blanks in a row are taken as one: {quoted(taken)}"


@finding_code("INP208", Severity.INFO)
def doubled_punctuation(taken: str) -> str:
    """A mark that was typed twice was replaced by one; three full stops are kept.

    Why: it is a slip, and splits keywords and references at the wrong place.
    Wrong: # article.yaml
        title: Tides,, and salt
    Right: # article.yaml
        title: Tides, and salt
    Source: editors' practice
    """
    return f"doubled punctuation is taken as single: {quoted(taken)}"


@finding_code("INP209", Severity.INFO)
def empty_doi(taken: str) -> str:
    """A label `DOI:` with nothing after it was removed from a reference.

    Why: it promises a DOI, but there is none.
    Wrong: # article.yaml
        references:
          - "Roe, J. (2019). Tides. Journal of Seas, 3, 5-9. DOI:"
    Right: # article.yaml
        references:
          - Roe, J. (2019). Tides. Journal of Seas, 3, 5-9.
    Source: editors' practice
    """
    return f"a DOI label with nothing after it is removed: {quoted(taken)}"


@finding_code("INP210", Severity.INFO)
def number_without_label(given: str, taken: str) -> str:
    """The word or sign before a number was removed.

    Why: the field already says that it is a volume or an issue, and services print their own word before it.
    Wrong: # article.yaml
        issue: No. 3
    Right: # article.yaml
        issue: 3
    Source: Crossref deposit schema 5.4.0, issue; rule COM221
    """
    return f"{quoted(given)} is taken as {quoted(taken)}"


@finding_code("INP211", Severity.INFO)
def page_range(given: str, taken: str, notes: Sequence[str] = ()) -> str:
    """A page range was written out: dashes made hyphens, short ranges completed, words around it dropped.

    Why: the XML has the first and the last page as two values; how they were joined on paper does not matter.
    Wrong: # article.yaml
        pages: 8–14
    Right: # article.yaml
        pages: 8-14
    Source: this program's article file, `jats schema article`
    """
    why = f": {'; '.join(notes)}" if notes else ""
    return f"{quoted(given)} is taken as {quoted(taken)}{why}"


@finding_code("INP220", Severity.WARNING)
def mixed_word(word: str, letter: str, likely: str) -> str:
    """A word has letters of two alphabets.

    Why: it looks right, but no search finds it: a Latin i in a Cyrillic word, or a Cyrillic с in Crossref.
    Wrong: # article.yaml
        title: Tides and Сrossref
    Right: # article.yaml
        title: Tides and Crossref
    Source: Unicode Technical Standard 39, mixed-script detection
    """
    return f"the word {quoted(word)} has the letter {letter} (U+{ord(letter):04X}) of another alphabet; did you mean {likely}?"


@finding_code("INP221", Severity.INFO)
def no_latin_name(scheme: str, latin: str) -> str:
    """An author's name is only in Cyrillic, though the article has an English title or abstract.

    Why: otherwise each index transliterates the name in its own way. The proposal is computed; the person's own spelling, as
    in a passport, an ORCID record or earlier papers, is better. `--fix --unsafe-fixes` writes the proposal beside the name,
    with a comment that it was computed.
    Wrong: # article.yaml
        language: uk
        title:
          uk: Припливи
          en: Tides
        authors:
          - name: Ігнацевич, С. П.
    Right: # article.yaml
        language: uk
        title:
          uk: Припливи
          en: Tides
        authors:
          - name:
              uk: Ігнацевич, С. П.
              en: Ihnatsevych, S. P.
    Source: Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010; similar standards for other languages
    """
    return f"no Latin form of the name: by {scheme} it would be {quoted(latin)}; the person's own spelling comes first"


@finding_code("INP255", Severity.WARNING)
def country_code_guessed(given: str, taken: str) -> str:
    """A country has a code that is not in ISO 3166-1.

    Why: services look up the code in that standard, and don't find the country.
    Wrong: # article.yaml
        affiliations:
          - {institution: Institute of Seas, country: United Kingdom, country_code: UK}
    Right: # article.yaml
        affiliations:
          - {institution: Institute of Seas, country: United Kingdom, country_code: GB}
    Source: ISO 3166-1
    """
    return f"{quoted(given)} is not a code of ISO 3166-1: it is read as {quoted(taken)}; write {taken}"


@finding_code("INP257", Severity.WARNING)
def role_doubtful(given: str, taken: str) -> str:
    """A contributor's role resembles a term of CRediT, but isn't one.

    Why: a misspelt term is kept as a role in free words, and no service counts it.
    Wrong: # article.yaml
        authors:
          - {name: "Roe, Jane", roles: Methodolgy}
    Right: # article.yaml
        authors:
          - {name: "Roe, Jane", roles: Methodology}
    Source: ANSI/NISO Z39.104-2022, CRediT
    """
    return (
        f"{quoted(given)} is not a term of CRediT: did you mean {quoted(taken)}? It is kept as a role in your own words"
    )


@finding_code("INP258", Severity.WARNING)
def licence_doubtful(given: str) -> str:
    """A licence is named Creative Commons, without saying which one.

    Why: the six licences allow different things, and services need the address of one.
    Wrong: # article.yaml
        license: Creative Commons
    Right: # article.yaml
        license: CC BY 4.0
    Source: creativecommons.org, About CC Licenses
    """
    return f"{quoted(given)} does not say which licence: write its short name with its version, for example CC BY 4.0"


@finding_code("INP259", Severity.WARNING)
def fields_with_hyphens(first: str, others: Sequence[str]) -> str:
    """Each field in a list of references has a hyphen, so each is a reference.

    Why: a hyphen begins a new reference; the other fields of a reference are below its first one, without a hyphen.
    Wrong: # article.yaml
        references:
          - authors: Poe, E.
          - date: 2019
          - title: Ebb
    Right: # article.yaml
        references:
          - authors: Poe, E.
            date: 2019
            title: Ebb
    Source: YAML 1.2, section 8.2.1
    """
    names = all_of(quoted(name) for name in others)
    return f"{names} begin references of their own: write two spaces in place of each hyphen if they belong to {quoted(first)}"
