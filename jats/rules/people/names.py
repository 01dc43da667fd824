"""Names of contributors: there is one, in its parts, and nothing else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, children, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.people.contributors import CONTRIBUTOR, NAMES, in_collab
from jats.vocab.identifiers import tidy_orcid

_NAMES = ("contrib/name", "contrib/name-alternatives/name", "contrib/string-name")
_PARTS = ("surname", "given-names")
_NOT_A_NAME = re.compile(
    r"(?P<digit>\d)|(?P<bracket>[()\[\]{}])|(?P<mark>[*†‡§¶#])|(?P<address>@)"
    r"|(?P<word>\b(?:editors?|corresponding|authors?|deceased|on behalf of)\b)",
    re.IGNORECASE,
)
_HOLDS = {
    "digit": "a digit",
    "bracket": "a bracket",
    "mark": "a footnote mark",
    "address": "an e-mail address",
    "word": "words that are not a name",
}
_ADVICE = {
    "mark": "; use <xref>",
    "word": "; use <role>",
    "address": "; use <email>",
    "digit": "; a mark belongs in <xref>",
    "bracket": ": write the name alone",
}
_SUFFIX = re.compile(r"[^,\s][,\s]+(?:Jr|Sr|II|III|IV)\.?$")
_TITLE = re.compile(
    r"(?<![\w.-])(?:Dra?|Prof|Professora?|Ph\.?\s?D|DPhil|MSc|M\.Sc|BSc|B\.Sc|[Пп]роф|[Дд]оц|[Дд]-р|[Кк]анд)(?![\w-])\.?"
    r"|(?<=, )(?:M\.?D|MPH|MBBS|DDS|DVM|RN|MBA|FRCP)(?![\w-])\.?"
)
"""Titles and degrees; letters that may be initials, such as MD, only after a comma."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,2}(?:[^\W\d_]\.[\s-]?)*")
_WHOLE = re.compile("[\u1100-\u11ff\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
"""Letters of Chinese, Japanese and Korean."""

_MISREAD = re.compile("[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]|â€[\u0080-\uffff]|[ÐÑ][\u0080-\u00bf]")
"""What UTF-8 looks like if it is read as Latin-1 (COM911)."""

_LENGTHS = {"surname": (60, 200), "given-names": (60, 200), "suffix": (10, 10)}
"""Characters that Crossref takes: up to schema 5.4, and from 5.5 on."""


@rule(
    "COM101",
    on="contrib",
    services=("pmc", "scielo", "crossref"),
    severities={"crossref": Severity.WARNING},
)
def contributor_is_named(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A contributor must have a name: that of a person or a group, or the mark that they are anonymous.

    Why: a contributor without a name cannot be shown; PMC and SciELO refuse the file.
    Wrong: <contrib>… <!-- no name --></contrib>
    Wrong (pmc): <contrib>… <!-- no name -->
        <string-name><surname>Kovalenko</surname>, <given-names>Daria</given-names></string-name></contrib>
    Right (pmc, crossref): <contrib>… <!-- no name --><anonymous/></contrib>
    Right: <contrib>… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
    YAML:
        authors:
          - name: Roe, Jane
    Source: PMC Style Checker 5.31, contrib-content-test; SciELO Publishing Schema 1.10, contrib; Crossref deposit schema
        5.5.0, surname
    """
    names = {str(each.tag) for each in el}.intersection(NAMES)
    wanting = tuple(name for name in ("pmc", "scielo", "crossref") if not _suffices(name, names, el, context))
    if not wanting:
        return
    if "string-name" in names:
        message = "<string-name> alone is not a contributor's name: write <name> with <surname> and <given-names>"
    elif "anonymous" in names:
        message = "SciELO takes <anonymous> in reviewer reports only: write <name> or <collab>"
    else:
        message = "the contributor has no name: write <name>, <collab> or <anonymous/>"
    yield Hit(message, services=wanting)


def _suffices(service: str, names: set[str], contrib: Element, context: RuleContext) -> bool:
    """Whether the names that a contributor has are enough for a service; PMC also looks at those of the journal."""
    if service == "pmc":
        return bool(names - {"string-name"})
    if not within(contrib, "article-meta", "front-stub"):
        return True
    if service == "crossref":  # a name as text is COM120's
        return bool(names)
    # SPS106 speaks of a group's members.
    if in_collab(contrib):
        return True
    reviewed = context.part_of(contrib).get("article-type") == "reviewer-report"
    return bool(names - {"string-name", "anonymous"}) or ("anonymous" in names and reviewed)


@rule(
    "COM120",
    on=CONTRIBUTOR,
    services=("crossref", "pubmed", "datacite"),
    severities=dict.fromkeys(("crossref", "datacite"), Severity.WARNING),
)
def name_as_text_has_a_surname(el: Element) -> Iterator[str]:
    """A contributor whose name is given as text must have the surname marked in it.

    Why: these services file people by surname, and no program can tell which part of a plain text is the surname. PubMed refuses
        a person without one.
    Wrong: <contrib>… <!-- no name --><string-name>Daria Kovalenko</string-name></contrib>
    Right: <contrib>… <!-- no name --><string-name><given-names>Daria</given-names> <surname>Kovalenko</surname></string-name>
        </contrib>
    YAML:
        authors:
          - name: {surname: Roe, given: Jane}
    Source: Crossref deposit schema 5.5.0, surname; PubMed.dtd 2.6, LastName; DataCite Metadata Schema 4.6, familyName
    """
    names = [*el.iterfind("string-name"), *el.iterfind("name-alternatives/string-name")]
    whole = any(el.find(path) is not None for path in ("name", "name-alternatives/name", *NAMES[3:]))
    if whole or not names or any(_has_surname(each) for each in names):
        return
    yield f"the name {quoted(text_of(names[0]))} does not say which part is the surname: mark it with <surname>"


def _has_surname(name: Element) -> bool:
    """Whether a name has a surname, or says that it has none."""
    return name.find("surname") is not None or name.get("name-style") == "given-only"


def _has_name(contrib: Element) -> bool:
    return any(each.tag in NAMES for each in contrib)


@rule("DOAJ101", on=CONTRIBUTOR, services=("doaj",))
def doaj_author_has_a_name(el: Element) -> Iterator[str]:
    """An author for DOAJ must have a name.

    Why: DOAJ requires a name for each author and refuses a record without it.
    Wrong: <contrib>… <!-- no name --></contrib>
    Right: <contrib>… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
    YAML:
        authors:
          - name: Roe, Jane
    Source: doajArticles.xsd 1.3, author
    """
    if el.get("contrib-type", "author") == "author" and not _has_name(el) and not in_collab(el):
        yield "the author has no name: write <name> or <collab>"


@rule("DCT101", on="front/article-meta", services=("datacite",))
def datacite_record_has_a_creator(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article that is registered with DataCite must have at least one contributor with a name.

    Why: DataCite requires a creator and refuses a record without it.
    Wrong: <article-meta>… <!-- no contrib-group --></article-meta>
    Right: <contrib>… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
    YAML: authors: ["Roe, Jane", "Doe, John"]
    Source: DataCite Metadata Schema 4.6, property 2
    """
    people = context.group(CONTRIBUTOR)
    if context.part_of(el) is context.root and not any(_has_name(each) for each in people):
        yield Hit("no contributor has a name, and DataCite requires a creator: add one", next(iter(people), None))


@rule("COM103", on=CONTRIBUTOR, services=("pmc",))
def contributor_has_one_name(el: Element) -> Iterator[Hit]:
    """A contributor must have one name; the same name in another script belongs beside it in `<name-alternatives>`.

    Why: of two names a program takes one, and the other person is lost.
    Wrong: <contrib>… <!-- new --><name><surname>Lind</surname><given-names>Karin</given-names></name></contrib>
    Right: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name>
        </name-alternatives></contrib>
    Source: PMC Style Checker 5.31, contrib-content-test
    """
    names = children(el, "name", "collab", "name-alternatives")
    if len(names) > 1:
        kinds = " and ".join(dict.fromkeys(map(tagged, names)))
        advice = "write one <contrib> for each person, or put the forms of one name into <name-alternatives>"
        yield Hit(f"the contributor has {len(names)} names ({kinds}): {advice}", names[1])


@rule("COM109", on=(*_NAMES, "element-citation/name"), services=("crossref", "pubmed"), severity=Severity.WARNING)
def name_holds_only_a_name(el: Element) -> Iterator[Hit]:
    """A name must not hold digits, brackets, footnote marks, e-mail addresses or roles.

    Why: they become part of the name in every catalogue.
    Wrong: <name><surname>Kovalenko*</surname><given-names>Daria</given-names></name>
    Wrong: <name><surname>Kovalenko (Editor)</surname><given-names>Daria</given-names></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
    YAML:
        authors:
          - name: Roe, Jane
    Source: Crossref deposit schema, given_name; Crossref deposit Schematron, author names
    """
    for part in children(el, *_PARTS) or [el]:
        text = text_of(part)
        found = _NOT_A_NAME.search(text)
        # In a name that was read in a wrong encoding, the sign is half a letter: COM911.
        if found and not _MISREAD.search(text):
            kind = found.lastgroup or ""
            yield Hit(f"{quoted(text)} holds {_HOLDS[kind]}, {quoted(found[0])}{_ADVICE[kind]}", part)


@rule("COM110", on=_NAMES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def surname_is_not_in_capitals(el: Element) -> Iterator[Hit]:
    """A surname must not be written wholly in capitals.

    Why: catalogues show it as it is written, and capitals hide how it is spelt (McDonald, de Souza).
    Wrong: <name><surname>KOVALENKO</surname><given-names>Daria</given-names></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
    YAML:
        authors:
          - name: McDonald, Jane
    Source: Crossref deposit Schematron, note 9; NLM's help for data providers, Author
    """
    surname = child_text(el, "surname") or ""
    if surname.isupper() and sum(map(str.isalpha, surname)) > 2:
        yield Hit(f"the surname {quoted(surname)} is in capitals: write it as it is spelt", el.find("surname"))


@rule("COM111", on=_NAMES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def suffix_stands_apart(el: Element) -> Iterator[Hit]:
    """A suffix such as Jr or III must be in `<suffix>`, not in the surname.

    Why: people are sorted and searched by surname, and nobody searches for "Hansen Jr".
    Wrong: <name><surname>Hansen Jr.</surname><given-names>Daria</given-names></name>
    Right: <name><surname>Hansen</surname><given-names>Daria</given-names><suffix>Jr</suffix></name>
    YAML:
        authors:
          - name: Hansen, Daria, Jr.
    Source: Crossref deposit Schematron, note 12
    """
    surname = child_text(el, "surname") or ""
    if _SUFFIX.search(surname):
        yield Hit(f"the surname {quoted(surname)} ends with a suffix: move the suffix to <suffix>", el.find("surname"))


@rule("COM112", on=_NAMES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def titles_and_degrees_stand_apart(el: Element) -> Iterator[Hit]:
    """Titles must be in `<prefix>` and degrees in `<degrees>`, not in a name.

    Why: the title becomes a given name: "Dr D Kovalenko" is found as another person.
    Wrong: <name><surname>Kovalenko</surname><given-names>Dr. Daria</given-names></name>
    Wrong: <name><surname>Kovalenko, PhD</surname><given-names>Daria</given-names></name>
    Right: <contrib>… <name><surname>Kovalenko</surname><given-names>Daria</given-names><prefix>Dr</prefix></name>
        <degrees>PhD</degrees></contrib>
    YAML:
        authors:
          - name: Roe, Jane
            degrees: PhD
    Source: Crossref deposit Schematron, author names; editors' practice
    """
    for part in children(el, *_PARTS):
        if found := _TITLE.search(text_of(part)):
            message = f"{quoted(text_of(part))} holds {quoted(found[0])}: move it to <prefix> or <degrees>"
            yield Hit(message, part)


@rule("COM113", on="contrib-group", services=("crossref", "pubmed"), severity=Severity.WARNING)
def nobody_is_listed_twice(el: Element) -> Iterator[Hit]:
    """The same person must not be listed twice among the contributors.

    Why: the article is counted twice for that person.
    Wrong: <contrib-group>… <!-- new --><contrib contrib-type="author">
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref></contrib></contrib-group>
    Right: <contrib-group><contrib contrib-type="author">
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref></contrib><contrib contrib-type="author">
        <name><surname>Lindqvist</surname><given-names>Karin</given-names></name>
        <xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    YAML: authors: ["Roe, Jane", "Doe, John"]
    Source: editors' practice
    """
    seen: dict[tuple[str, ...], Element] = {}
    for contrib in el.iterchildren("contrib"):
        name = contrib.find("name")
        if name is None:
            continue
        given, surname = child_text(name, "given-names") or "", child_text(name, "surname") or ""
        who = (contrib.get("contrib-type", ""), given.casefold(), surname.casefold())
        first = seen.setdefault(who, contrib)
        # Two people may share initials, and even a name: then they have different ORCIDs.
        if first is not contrib and surname and not _INITIALS.fullmatch(given + " ") and not _differ(first, contrib):
            yield Hit(f"{quoted(f'{given} {surname}')} is listed twice: remove one if it is the same person", contrib)


def _differ(first: Element, second: Element) -> bool:
    """Whether two contributors have different ORCIDs."""
    one, other = (child_text(each, "contrib-id[@contrib-id-type='orcid']") or "" for each in (first, second))
    return bool(one and other) and tidy_orcid(one) != tidy_orcid(other)


@rule(
    "COM116",
    on="/",
    services=("pmc", "crossref", "pubmed"),
    severities=dict.fromkeys(("crossref", "pubmed"), Severity.WARNING),
)
def name_has_a_surname(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A name must have a surname; a person with a single name is marked by `name-style="given-only"`.

    Why: surname and given names are filed apart; without the mark the one that is there goes to the wrong place.
    Wrong: <name><given-names>Daria</given-names></name>
    Right: <name name-style="given-only"><given-names>Sukarno</given-names></name>
    YAML:
        authors:
          - name: {given: Sukarno, style: given-only}
    Source: PMC Style Checker 5.31, name-content-check; Crossref deposit schema 5.5.0, surname
    """
    named = {each.getparent() for each in context.all("surname")}
    names = context.all("name")
    for name in names if len(names) != len(named) else ():
        if name in named or (name.get("name-style") == "given-only" and name.find("given-names") is not None):
            continue
        has_given = name.find("given-names") is not None
        advice = (
            ': write <surname>, or name-style="given-only" for a single name' if has_given else " and no given names"
        )
        yield Hit(f"the name has no surname{advice}", name)


@rule("CRF101", on=CONTRIBUTOR, services=("crossref",))
def names_are_as_long_as_crossref_takes(el: Element) -> Iterator[Hit]:
    """Names of people must have at most 200 characters (60 up to schema 5.4) and no question mark; groups 511, suffixes 10.

    Why: Crossref refuses the deposit; often the degrees, or a whole list of people, were put into a name.
    Wrong: <name><surname>Kovalenko</surname><given-names>Dari?</given-names></name>
    Wrong: <name><surname>Kovalenko</surname><given-names>Daria</given-names><suffix>the Younger</suffix></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria</given-names><suffix>Jr</suffix></name>
    Source: Crossref deposit schema 5.5.0, surname, given_name, suffix and organization
    """
    for part in el.iterfind("name/*"):
        text, limits = text_of(part), _LENGTHS.get(str(part.tag))
        if "?" in text:
            message = f"{quoted(text)} holds a question mark: write the letter that was lost"
            yield Hit(message, part, severity=Severity.WARNING)
        elif limits and len(text) > limits[0]:
            worst = Severity.ERROR if len(text) > limits[1] else Severity.WARNING
            yield Hit(f"{tagged(part)} has {len(text)} characters: shorten it to {limits[0]}", part, severity=worst)
    for group in el.iterchildren("collab"):
        if len(own_text(group)) > 511:
            yield Hit(f"the group's name has {len(own_text(group))} characters: shorten it to 511", group)


def own_text(collab: Element) -> str:
    """The name of a group without its members, addresses and affiliations."""
    parts = [collab.text or ""]
    for child in collab:
        apart = child.tag in ("contrib-group", "address", "aff", "xref", "fn", "email", "author-comment", "ext-link")
        parts += ["" if apart or not isinstance(child.tag, str) else text_of(child), child.tail or ""]
    return " ".join("".join(parts).split())


@rule("CRF103", on=_NAMES, services=("crossref",), severity=Severity.INFO)
def given_name_is_written_out(el: Element) -> Iterator[Hit]:
    """A given name must be written out if it is known.

    Why: it distinguishes people; the same initials fit many.
    Wrong: <name><surname>Kovalenko</surname><given-names>D. M.</given-names></name>
    Right: <name><surname>Kovalenko</surname><given-names>Daria M.</given-names></name>
    YAML:
        authors:
          - name: Roe, Jane
    Source: Crossref deposit Schematron, note 11
    """
    given = child_text(el, "given-names")
    # In scripts without initials one character is a whole name.
    if given and _INITIALS.fullmatch(given) and not _WHOLE.search(given):
        yield Hit(
            f"the given names are only initials, {quoted(given)}: write them out if they are known",
            el.find("given-names"),
        )


@rule("PMC104", on="string-name", services=("pmc",))
def string_name_is_of_one_person(el: Element) -> Iterator[str]:
    """A `<string-name>` must hold the name of one person.

    Why: PMC makes one person of several, with the surname of the first.
    Wrong: <ref id="B2"><label>2</label><mixed-citation publication-type="book">
        <person-group person-group-type="author"><string-name><surname>Hansen</surname> <given-names>P</given-names>,
        <surname>Osei</surname> <given-names>K</given-names></string-name></person-group>.
        <source>The North Sea coast</source>. <publisher-loc>Bergen</publisher-loc>: <publisher-name>Harbour
        Press</publisher-name>; <year>2011</year>.</mixed-citation></ref>
    Right: <ref id="B2"><label>2</label><mixed-citation publication-type="book">
        <person-group person-group-type="author"><string-name><surname>Hansen</surname>
        <given-names>P</given-names></string-name></person-group>.
        <source>The North Sea coast</source>. <publisher-loc>Bergen</publisher-loc>: <publisher-name>Harbour
        Press</publisher-name>; <year>2011</year>.</mixed-citation></ref>
    Source: PMC Style Checker 5.31, string-name-content-check
    """
    if len(el) > 1 and any(len(el.findall(part)) > 1 for part in _PARTS):
        yield f"{quoted(text_of(el))} holds several people: write one <string-name> for each"
