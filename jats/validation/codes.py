"""What the schema layer can say, one function a code: it makes the message, and its docstring is the code's page.

The examples are run by a test: an element stands in a clean host article in the place of the first element of its name;
a line that starts with `jats` is run as a command.
"""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import collect, explanations, message_code
from jats.messages.explanations import Explanation
from jats.messages.words import any_of, attribute, count, did_you_mean, quoted, tag, tags, values

WRONG_PREFIX = "SCH026"


@message_code("SCH010")
def unknown_element(name: str, parent: str | None, known: Sequence[str], fitting: Sequence[str], schema: str) -> str:
    """The tag set has no element of this name.

    Why: what a program does not know it drops, or it refuses the file; a misspelt tag loses its content.
    Wrong: <sec id="s1"><titel>Methods</titel><p>We counted.</p></sec>
    Right: <sec id="s9"><title>Methods</title><p>We counted.</p></sec>
    Source: XML 1.0, validity constraint "Element Valid"; the JATS DTD's element declarations
    """
    hint = did_you_mean([tag(each) for each in known]) or (f"; here may stand {tags(fitting)}" if fitting else "")
    inside = f" in {tag(parent)}" if parent else ""
    return f"{tag(name)}{inside} is no element of {schema}{hint}"


@message_code("SCH011")
def misplaced_element(name: str, parent: str, never: bool, fitting: Sequence[str], homes: Sequence[str]) -> str:
    """The element exists, but not inside this parent.

    Why: programs look for an element where the tag set puts it; elsewhere it is overlooked or stops them.
    Wrong: <contrib contrib-type="author"><name><surname>Roe</surname></name><title>Prof.</title></contrib>
    Right: <contrib contrib-type="author"><name><surname>Roe</surname></name><degrees>Prof.</degrees></contrib>
    Source: XML 1.0, validity constraint "Element Valid"; the content model of the parent
    """
    here = f"; here may stand {tags(fitting)}" if fitting else ""
    there = f"; it belongs in {tags(homes)}" if homes else ""
    place = "" if never else "at this place "
    return f"{tag(name)} may not stand {place}in {tag(parent)}{here}{there}"


@message_code("SCH012")
def wrong_order(name: str, parent: str, before: str | None, after: str | None) -> str:
    """The element may stand inside this parent, but in another place of the order.

    Why: the tag set gives the children of this element an order, which parsers rely on.
    Wrong: <article-meta><title-group><article-title>On tides</article-title></title-group>
        <article-id pub-id-type="doi">10.5555/1</article-id><permissions/></article-meta>
    Right: <article-meta><article-id pub-id-type="doi">10.5555/1</article-id>
        <title-group><article-title>On tides</article-title></title-group><permissions/></article-meta>
    Source: XML 1.0, validity constraint "Element Valid"; the sequence in the parent's content model
    """
    if before:
        return f"{tag(name)} stands in the wrong place in {tag(parent)}: it belongs before {tag(before)}"
    place = f"behind {tag(after)}" if after else "elsewhere"
    return f"{tag(name)} stands in the wrong place in {tag(parent)}: it belongs {place}"


@message_code("SCH013")
def missing_child(parent: str, wanted: Sequence[str], before: str | None, after: str | None) -> str:
    """An element that the tag set requires is missing.

    Why: without it the parent says nothing that a receiver could use.
    Wrong: <ref id="r1"><label>1</label></ref>
    Right: <ref id="r1"><label>1</label><mixed-citation>Roe, Tides.</mixed-citation></ref>
    Source: XML 1.0, validity constraint "Element Valid"; the content model of the parent
    """
    place = f", before {tag(before)}" if before else f", behind {tag(after)}" if after else ""
    return f"{tag(parent)} lacks {tags(wanted)}{place}"


@message_code("SCH014")
def too_many(name: str, parent: str, fitting: Sequence[str]) -> str:
    """The element stands there once too often.

    Why: of two where one is allowed, each receiver picks another.
    Wrong: <name><surname>Roe</surname><surname>Doe</surname></name>
    Right: <name><surname>Roe</surname><given-names>Doe</given-names></name>
    Source: XML 1.0, validity constraint "Element Valid"; the content model of the parent
    """
    here = f"; here may stand {tags(fitting)}" if fitting else ""
    return f"{tag(name)} stands once too often in {tag(parent)}{here}"


@message_code("SCH015")
def missing_attribute(name: str, owner: str, allowed: Sequence[str]) -> str:
    """An attribute that the tag set requires is missing.

    Why: without it the element's meaning is open: which link, which type, which column.
    Wrong: <fig id="f9"><alternatives><graphic/></alternatives></fig>
    Right: <fig id="f9"><alternatives><graphic xlink:href="tides.png"/></alternatives></fig>
    Source: XML 1.0, validity constraint "Required Attribute"
    """
    hint = f": its value is {values(allowed)}" if allowed else ""
    return f"{tag(owner)} lacks the attribute {name}{hint}"


@message_code("SCH016")
def undeclared_attribute(name: str, owner: str, known: Sequence[str], declared: Sequence[str]) -> str:
    """The element has no attribute of this name.

    Why: a misspelt attribute is overlooked, and what it says is lost.
    Wrong: <contrib contrib-typ="author"><name><surname>Roe</surname></name></contrib>
    Right: <contrib contrib-type="author"><name><surname>Roe</surname></name></contrib>
    Source: XML 1.0, validity constraint "Attribute Value Type"
    """
    hint = did_you_mean(list(known)) or (f"; it may have {any_of(declared, 8)}" if declared else "; it may have none")
    return f"{tag(owner)} has no attribute {name}{hint}"


@message_code("SCH017")
def bad_value(name: str, owner: str, value: str, allowed: Sequence[str], close: Sequence[str]) -> str:
    """The attribute takes one of a list of values, and this is none of them.

    Why: programs act on the listed values alone.
    Wrong: <contrib corresp="true"><name><surname>Roe</surname></name></contrib>
    Right: <contrib corresp="yes"><name><surname>Roe</surname></name></contrib>
    Source: XML 1.0, validity constraint "Enumeration"
    """
    hint = did_you_mean([quoted(each) for each in close])
    return f"{attribute(name, value)} of {tag(owner)} must be {values(allowed)}{hint}"


@message_code("SCH018")
def bad_token(name: str, owner: str, value: str, kind: str) -> str:
    """The attribute's value must be a name, and this is none.

    Why: identifiers and references are XML names: a letter or underscore, then letters, digits, `.`, `-`, `_`; no blank.
    Wrong: <sec id="1 of 2"><title>Methods</title><p>We counted.</p></sec>
    Right: <sec id="sec1of2"><title>Methods</title><p>We counted.</p></sec>
    Source: XML 1.0, validity constraints "ID", "IDREF", "Name Token"
    """
    want = {
        "IDREFS": "one or more identifiers with blanks between",
        "NMTOKEN": "one word of letters, digits and . - _ :",
        "NMTOKENS": "words of letters, digits and . - _ :",
    }.get(kind, "a name: a letter or _ first, then letters, digits and . - _, no blank")
    return f"{attribute(name, value)} of {tag(owner)} must be {want}"


@message_code("SCH019")
def dangling_reference(name: str, owner: str, value: str, hint: str, others: int) -> str:
    """A reference names an identifier that nothing in the document has.

    Why: the link leads nowhere: a citation without reference, an author without affiliation.
    Wrong: <p>As shown before <xref ref-type="bibr" rid="r99">99</xref>.</p>
    Right: <p>As shown before <xref ref-type="bibr" rid="r1">1</xref>.</p>
    Source: XML 1.0, validity constraint "IDREF"
    """
    more = f" (and {count(others, 'more reference')} to it)" if others else ""
    return f"{attribute(name, value)} of {tag(owner)}: nothing here has this id{more}{hint}"


@message_code("SCH029")
def dangling_type(kind: str, total: int, target: str, home: str) -> str:
    """References of a type lead nowhere, for the document has not one element of the kind that they want.

    Why: the list that they refer to was left out: every citation, or every affiliation, is a dead link.
    Wrong: <p>As shown <xref ref-type="table" rid="t1">1</xref> and <xref ref-type="table" rid="t2">2</xref>.</p>
    Right: <p>As shown <xref ref-type="bibr" rid="r1">1</xref>.</p>
    Source: XML 1.0, validity constraint "IDREF"
    """
    what = (
        f"the {total} references of ref-type {quoted(kind)} lead"
        if total > 1
        else f"the reference of ref-type {quoted(kind)} leads"
    )
    return f"{what} nowhere: the document has no {tag(target)}; that would stand in {tag(home)}"


@message_code("SCH020")
def duplicate_id(name: str, owner: str, value: str, first: str, others: int) -> str:
    """Two elements have the same identifier.

    Why: a reference to it leads to the one or the other, as the program likes.
    Wrong: <sec id="s1"><title>Tides</title><p id="p1">High.</p><p id="p1">Low.</p></sec>
    Right: <sec id="s1"><title>Tides</title><p id="p1">High.</p><p id="p2">Low.</p></sec>
    Source: XML 1.0, validity constraint "ID"
    """
    more = f"; doubled inside it, too: {count(others, 'id')}" if others else ""
    return f"{attribute(name, value)} of {tag(owner)}: {first} has this id already{more}"


@message_code("SCH028")
def copied_element(name: str, value: str, others: int) -> str:
    """An element stands twice, word for word, with all the identifiers in it.

    Why: it was pasted twice, or its copy needs identifiers of its own.
    Wrong: <body><disp-quote><p id="p8">High.</p></disp-quote><disp-quote><p id="p8">High.</p></disp-quote></body>
    Right: <body><disp-quote><p id="p8">High.</p></disp-quote><disp-quote><p id="p9">Low.</p></disp-quote></body>
    Source: XML 1.0, validity constraint "ID"
    """
    more = f" and {count(others, 'more identifier')}" if others else ""
    return f"{tag(name)} stands twice, word for word, with the id {quoted(value)}{more} in it"


@message_code("SCH021")
def text_not_allowed(text: str, parent: str, fitting: Sequence[str]) -> str:
    """Text stands where only elements may.

    Why: it belongs to no element, so nobody knows what it is, and it is dropped or printed in the wrong place.
    Wrong: <sec id="s1"><title>Methods</title>We counted.</sec>
    Right: <sec id="s1"><title>Methods</title><p>We counted.</p></sec>
    Source: XML 1.0, validity constraint "Element Valid": element content
    """
    hint = f": put it into {tags(fitting)}" if fitting else ""
    return f"the text {quoted(text)} may not stand in {tag(parent)}{hint}"


@message_code("SCH022")
def not_empty(name: str) -> str:
    """The element must be empty, and something stands in it.

    Why: what stands in it is not part of the tag set, and no program looks for it there.
    Wrong: <title>High water<break> </break>and low</title>
    Right: <title>High water<break/>and low</title>
    Source: XML 1.0, validity constraint "Element Valid": declared EMPTY
    """
    return f"{tag(name)} must be empty: no text, no element, no comment, not even a blank: write <{name}/>"


@message_code("SCH023")
def wrong_namespace(prefix: str, found: str, right: str) -> str:
    """A prefix is bound to an address that is not that of its namespace.

    Why: every program that knows namespaces sees unknown elements. A DTD sees prefixes only; where it does not fix the
        address it accepts the file, and this is a warning.
    Wrong: <p><mml:math xmlns:mml="http://www.w3.org/Math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Right: <p><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Source: Namespaces in XML 1.0; JATS Tag Library, "Namespaces"
    """

    return f"the prefix {prefix} is bound to {quoted(found)}, but its namespace is {quoted(right)}"


@message_code("SCH024", Severity.WARNING)
def unusual_root(name: str) -> str:
    """The document does not begin with `<article>`.

    Why: a DTD does not say which element comes first, so the file may be valid; but it is no article.
    Wrong: <!DOCTYPE p PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <p>We counted.</p>
    Right: <p>We counted.</p>
    Source: JATS Tag Library, element `<article>`
    """
    return f"the document begins with {tag(name)}; a JATS document begins with <article>"


@message_code("SCH025")
def fixed_value(name: str, owner: str, value: str, right: str) -> str:
    """The attribute has one fixed value, and another was given.

    Why: the tag set fixes it (up to JATS 1.2, its own version), and receivers count on that.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article dtd-version="1.3"><front><article-meta/></front></article>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article dtd-version="1.2"><front><article-meta/></front></article>
    Source: XML 1.0, validity constraint "Fixed Attribute Default"
    """
    return f"{attribute(name, value)} of {tag(owner)} must be {quoted(right)}"


@message_code("SCH026")
def wrong_prefix(name: str, right: str) -> str:
    """An element or attribute of a namespace has another prefix than the tag set's.

    Why: a DTD knows names with their prefix only, so the right namespace under another prefix is not valid.
    Wrong: <p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math></p>
    Right: <p><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Source: JATS Tag Library, "Namespaces": the prefixes mml, xlink, ali, xsi, oasis
    """
    return f"{name} has the right namespace, but the tag set knows it only as {right}: use that prefix"


@message_code("SCH027")
def undeclared_namespace(name: str, owner: str, value: str, declared: Sequence[str], again: bool = False) -> str:
    """A namespace is declared on an element for which the tag set doesn't provide that.

    Why: to a DTD a declaration is an attribute, and this element doesn't have it.
    Wrong: <p xmlns:w="http://example.org/word">We counted.</p>
    Right: <p>We counted.</p>
    Source: XML 1.0, validity constraint "Attribute Value Type"; the DTD's xmlns attributes
    """
    if again:
        return f"{tag(owner)} may not declare the namespace {attribute(name, value)} again: take it out"
    hint = f"; it may have {any_of(declared, 8)}" if declared else ": take it out"
    return f"{tag(owner)} may not declare the namespace {attribute(name, value)}{hint}"


@message_code("SCH098", Severity.INFO)
def more_faults(told: int) -> str:
    """There are more faults in the file than are told.

    Why: after so many, the next look is better taken when some are mended; often one cause is behind most of them.
    Wrong: jats validate faulty.xml
    Right: jats validate article.xml
    Source: this program's limits
    """
    return f"there are more faults; the first {told} are told"


@message_code("SCH099")
def as_the_schema_says(message: str) -> str:
    """The schema refuses this, in its own words.

    Why: for what only the schema's own program sees there is no page of its own.
    Wrong: jats validate article.xml --schema book.rng
    Right: jats validate article.xml
    Source: the DTD, XSD or RELAX NG that judged
    """
    return message


@message_code("SCH097")
def as_the_schema_expects(reason: str, expected: Sequence[str]) -> str:
    """The schema expects something else here.

    Why: the schema that you named with --schema has other rules than JATS, and these are its own words.
    Wrong: jats validate article.xml --schema book.xsd
    Right: jats validate article.xml
    Source: the XSD that judged, as the library xmlschema reads it
    """
    return reason + (f"; expected is {tags(expected)}" if expected else "")


def pages() -> dict[str, Explanation]:
    """The page of each code, by its code."""
    import sys

    from jats.validation import file_codes

    return explanations(collect((file_codes, sys.modules[__name__])))
