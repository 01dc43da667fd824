"""Messages about values that are wrong, or that do not fit the rest of the article."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import all_of, quoted


@finding_code("INP120")
def doi(fault: str) -> str:
    """The DOI is not valid.

    Why: a DOI that is wrong in one character leads nowhere, or to another work, and Crossref refuses the deposit.
    Wrong: # article.yaml
        doi: 105555/tides.2023.1
    Right: # article.yaml
        doi: 10.5555/tides.2023.1
    Source: ISO 26324; Crossref, "Constructing your DOIs"
    """
    return f"{fault}; a DOI looks like 10.5555/tides.2023.1"


@finding_code("INP121")
def orcid(fault: str) -> str:
    """The ORCID iD is not valid.

    Why: its last character is computed from the others, so a slip shows; with a wrong one the work appears on nobody's record.
    Wrong: # article.yaml
        authors:
          - name: Carberry, Josiah
            orcid: 0000-0002-1825-0079
    Right: # article.yaml
        authors:
          - name: Carberry, Josiah
            orcid: 0000-0002-1825-0097
    Source: ORCID, "Structure of the ORCID Identifier"; ISO/IEC 7064, MOD 11-2
    """
    return f"{fault}: copy the ORCID iD from the person's page at orcid.org"


@finding_code("INP122")
def issn(fault: str) -> str:
    """The ISSN is not valid.

    Why: its last character is computed from the others; services do not find the journal by a wrong one.
    Wrong: # article.yaml
        journal:
          title: Journal of Tides
          issn: 2520-6525
    Right: # article.yaml
        journal:
          title: Journal of Tides
          issn: 2520-6524
    Source: ISO 3297
    """
    return f"{fault}: compare it with portal.issn.org"


@finding_code("INP123")
def isbn(fault: str) -> str:
    """The ISBN is not valid.

    Why: its last character is computed from the others; a wrong ISBN leads to no book, or to another one.
    Wrong: # article.yaml
        references:
          - title: On tides
            isbn: 978-3-16-148410-1
    Right: # article.yaml
        references:
          - title: On tides
            isbn: 978-3-16-148410-0
    Source: ISO 2108
    """
    return f"{fault}: compare it with the imprint of the book"


@finding_code("INP124")
def ror(fault: str) -> str:
    """The ROR identifier is not valid.

    Why: its last two digits are computed from the others; a wrong one names no institution.
    Wrong: # article.yaml
        affiliations:
          - id: a1
            institution: University of Tides
            ror: https://ror.org/03yrm5c27
    Right: # article.yaml
        affiliations:
          - id: a1
            institution: University of Tides
            ror: https://ror.org/03yrm5c26
    Source: ROR, "ROR identifier pattern"
    """
    return f"{fault}: copy it from ror.org"


@finding_code("INP125")
def language(fault: str, meant: str = "") -> str:
    """The language is not a valid language tag.

    Why: services find and show versions by the tag of their language: en, uk, pt-BR.
    Wrong: # article.yaml
        language: English
    Right: # article.yaml
        language: en
    Source: BCP 47; IANA Language Subtag Registry
    """
    return f"{fault}: write {meant}" if meant and "write" not in fault else fault


@finding_code("INP126")
def date(fault: str) -> str:
    """The date is not valid.

    Why: a date that programs cannot read is missing to them, and one that may be read in two ways is wrong to half of them.
    Wrong: # article.yaml
        published: 2023-13-04
    Right: # article.yaml
        published: 2023-12-04
    Source: ISO 8601
    """
    return fault


@finding_code("INP127")
def identifier(name: str, fault: str) -> str:
    """An identifier of another kind is not valid.

    Why: PubMed numbers, PMCIDs, ISNIs and arXiv identifiers each have a form of their own, which shows a slip.
    Wrong: # article.yaml
        ids:
          pmcid: 13900a
    Right: # article.yaml
        ids:
          pmcid: PMC13900
    Source: PMC, PubMed, ISO 27729, arXiv
    """
    return f"as {name}: {fault}"


@finding_code("INP130")
def unknown_affiliation(name: str, near: str | None, known: Sequence[str]) -> str:
    """A contributor names an affiliation that is not there.

    Why: without it nobody knows where the person works.
    Wrong: # article.yaml
        authors:
          - name: Roe, Jane
            affiliations: tides
        affiliations:
          - id: tide
            institution: University of Tides
    Right: # article.yaml
        authors:
          - name: Roe, Jane
            affiliations: tide
        affiliations:
          - id: tide
            institution: University of Tides
    Source: this program's article file
    """
    problem = f"no affiliation has the id {quoted(name)}"
    if near:
        return f"{problem}; did you mean {quoted(near)}?"
    if not known:
        return f"{problem}: give it under affiliations, or write the affiliation here as printed, with its town"
    ids = all_of([quoted(one) for one in known], 6)
    there = f"there {'are' if len(known) > 1 else 'is'} {ids}"
    return f"{problem}, {there}: write one of these, or the affiliation as printed, with its town"


@finding_code("INP131")
def duplicate_id(name: str, kind: str) -> str:
    """Two things of one kind have the same id.

    Why: a reference to the id could mean either of them.
    Wrong: # article.yaml
        references:
          - {id: r1, text: "Roe J. Tides of the sea. J Seas. 2019;3:5-9."}
          - {id: r1, text: "Doe K. Salt of the sea. J Seas. 2020;4:1-8."}
    Right: # article.yaml
        references:
          - {id: r1, text: "Roe J. Tides of the sea. J Seas. 2019;3:5-9."}
          - {id: r2, text: "Doe K. Salt of the sea. J Seas. 2020;4:1-8."}
    Source: XML 1.0, validity constraint "ID"
    """
    return f"another {kind} has the id {quoted(name)} already: give this one a different id"


@finding_code("INP132")
def not_in_own_language(language: str, given: str) -> str:
    """A text has versions in other languages, but none in the article's.

    Why: JATS has one main title and translations of it; which one is the main one must be known.
    Wrong: # article.yaml
        language: en
        title:
          uk: Припливи
    Right: # article.yaml
        language: en
        title:
          en: Tides
          uk: Припливи
    Source: JATS Tag Library, `<title-group>`: `<article-title>`, then `<trans-title-group>`
    """
    return f"has versions in {given}, but none in the article's language {quoted(language)}: add {language}: …"


@finding_code("INP133")
def language_missing(given: str) -> str:
    """A text has versions in several languages, and the article has no language.

    Why: JATS has one main title and translations of it; which one is the main one must be known.
    Wrong: # article.yaml
        title:
          en: Tides
          uk: Припливи
    Right: # article.yaml
        language: uk
        title:
          en: Tides
          uk: Припливи
    Source: JATS Tag Library, `<article>`, attribute xml:lang
    """
    return f"has versions in {given}, but the article has no language: write language: and one of these"


@finding_code("INP134")
def twice_in_own_language(language: str) -> str:
    """A text has two versions in the article's language.

    Why: the empty key means the article's language, so both are the same field.
    Wrong: # article.yaml
        language: en
        title:
          "": Tides
          en: Tides in the North Sea
    Right: # article.yaml
        language: en
        title:
          en: Tides in the North Sea
    Source: this program's article file
    """
    return f"the empty key means the article's language, and {quoted(language)} is there too: keep one of them"


@finding_code("INP135")
def unknown_licence(name: str, fault: str | None) -> str:
    """The licence is not known by this name, and has no address.

    Why: a licence holds by its text; a name without version or address does not say which text.
    Wrong: # article.yaml
        license: CC BY
    Right: # article.yaml
        license: CC BY 4.0
    Source: JATS4R, "Permissions", recommendation on `ali:license_ref`
    """
    return fault or f"{quoted(name)} does not say which licence text holds: give its address as url"


@finding_code("INP137", Severity.WARNING)
def key_in_item(key: str, value: str) -> str:
    """An item of a list looks like a key and its value without a space between them.

    Why: `name:Roe, Jane` is one text to YAML, so the person's name would begin with "name:".
    Wrong: # article.yaml
        authors:
          - name:Roe, Jane
    Right: # article.yaml
        authors:
          - name: Roe, Jane
    Source: YAML 1.2, section 7.4
    """
    return f"is read as a text that begins with {quoted(key + ':')}: if it is a key, write {key}: {value}"


@finding_code("INP136", Severity.WARNING)
def unusual_kind(kind: str, near: str) -> str:
    """A kind is one letter away from a usual one.

    Why: any kind may be given, but nobody knows a misspelt one.
    Wrong: # article.yaml
        published:
          electronc: 2023-03-30
    Right: # article.yaml
        published:
          electronic: 2023-03-30
    Source: JATS Tag Library, `@date-type`, `@publication-format`, `@pub-type`
    """
    return f"{quoted(kind)} is an unusual kind; did you mean {quoted(near)}?"


@finding_code("INP138", Severity.WARNING)
def twice(name: str, number: int, first: int) -> str:
    """The same person is listed twice.

    Why: services count and index both; most often a line was copied and not changed.
    Wrong: # article.yaml
        authors:
          - name: Roe, Jane
          - name: Doe, John
          - name: Roe, Jane
    Right: # article.yaml
        authors:
          - name: Roe, Jane
          - name: Doe, John
    Source: editors' practice
    """
    return f"{quoted(name)} is author {first} already, and here author {number}: delete one of them if they are the same person"
