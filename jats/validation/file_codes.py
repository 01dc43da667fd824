"""Messages about a file as a whole, before its elements are checked: SCH001 to SCH009."""

from __future__ import annotations

from jats.findings import Severity
from jats.messages.codes import message_code


@message_code("SCH001")
def not_well_formed(reason: str) -> str:
    """The file is not well-formed XML.

    Why: no program can read it: a tag is not closed, or a character with a meaning in XML is not escaped.
    Wrong: <p>Fish & chips.</p>
    Right: <p>Fish &amp; chips.</p>
    Source: XML 1.0, section 2.1
    """
    return f"not well-formed: {reason}"


@message_code("SCH002")
def refused(reason: str) -> str:
    """The file asks for what no article needs and an attacker might want, so it is not read.

    Why: entities that grow without end, entities that read other files or addresses, and nesting without end have brought
        down or robbed the programs that followed them.
    Wrong: <!DOCTYPE article [<!ENTITY x SYSTEM "secret.txt">]>
        <article><front><article-meta><abstract><p>&x;</p></abstract></article-meta></front></article>
    Right: <p>We counted.</p>
    Source: OWASP, "XML External Entity Prevention"; this program's limits
    """
    return reason


@message_code("SCH003")
def wrong_encoding(reason: str) -> str:
    """The bytes are not in the encoding that the file declares, or in none that can be read.

    Why: letters with accents, Greek and dashes would turn into others, or the file can't be read at all.
    Wrong: <?xml version="1.0" encoding="klingon"?><article/>
    Right: <p>We counted.</p>
    Source: XML 1.0, section 4.3.3
    """
    return f"encoding: {reason}"


@message_code("SCH004")
def not_xml(reason: str) -> str:
    """The file is empty, or is not XML.

    Why: an upload broke off, or a PDF, an archive or a web page got the name of an article.
    Wrong: jats validate empty.xml
    Right: jats validate article.xml
    Source: XML 1.0, section 2.1
    """
    return reason


@message_code("SCH005")
def unreadable(reason: str) -> str:
    """The file can't be read.

    Why: it was named wrongly, was removed meanwhile, may not be read, or is not a file.
    Wrong: jats validate missing.xml
    Right: jats validate article.xml
    Source: the operating system
    """
    return reason


@message_code("SCH006")
def no_schema(declared: str, right: str = "") -> str:
    """The file declares a schema that is not one of JATS 1.0 to 1.4, so there is no verdict.

    Why: NLM 2.x and 3.0, TaxPub and publishers' own schemas have other rules; judged by JATS, right would look wrong.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN" "journalpublishing.dtd">
        <article><front/></article>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article><front><article-meta/></front></article>
    Source: JATS Tag Library, "Using the tag set"; the official catalog
    """
    if right:
        return f"not judged: {declared} is that of another format: write the DOCTYPE of your tag set, such as {right}"
    return f"not judged: there is no schema for {declared}; to judge it by one, give --schema NAME"


@message_code("SCH009")
def wrapped_article(root: str) -> str:
    """The article is wrapped in an answer of a server, so the file as a whole is not JATS.

    Why: OAI-PMH, efetch and other interfaces put articles into an envelope; no service takes the envelope.
    Wrong: jats validate answer.xml
    Right: jats validate article.xml
    Source: OAI-PMH 2.0, section 4.1; NCBI, efetch
    """
    return f"the article is inside <{root}>: save the <article> element, from its start tag to its end tag, as a file"


@message_code("SCH007", Severity.WARNING)
def unofficial_identifier(remark: str) -> str:
    """The public identifier is misspelt, outdated or made up; what it most likely means was taken.

    Why: programs that look the schema up by its identifier don't find it, and refuse the file or skip its check.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2//EN"
        "JATS-archivearticle1.dtd">
        <article><front><article-meta/></front></article>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "JATS-archivearticle1.dtd">
        <article><front><article-meta/></front></article>
    Source: the official catalog of the JATS DTDs
    """
    return remark


@message_code("SCH008", Severity.WARNING)
def contradicting_identifiers(remark: str) -> str:
    """Public and system identifier name two different schemas.

    Why: which of them judges depends on the program; the file may be valid here and invalid there.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "http://jats.nlm.nih.gov/publishing/1.2/JATS-journalpublishing1.dtd">
        <article><front><article-meta/></front></article>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
        "http://jats.nlm.nih.gov/archiving/1.2/JATS-archivearticle1.dtd">
        <article><front><article-meta/></front></article>
    Source: the official catalog of the JATS DTDs
    """
    return remark


@message_code("SCH035", Severity.WARNING)
def swallowed_tags(name: str, line: int, half: str) -> str:
    """A CDATA section goes on over the end of the element that it is in, up to the end of another section.

    Why: all tags in the section are text: formulas and paragraphs are lost, and the file may be valid all the same.
    Wrong: <p><inline-formula><tex-math><![CDATA[x^2</tex-math></inline-formula> and
        <inline-formula><tex-math><![CDATA[y^2]]></tex-math></inline-formula></p>
    Right: <p><inline-formula><tex-math><![CDATA[x^2]]></tex-math></inline-formula> and
        <inline-formula><tex-math><![CDATA[y^2]]></tex-math></inline-formula></p>
    Source: XML 1.0, section 2.7
    """
    remedy = f"write ]]> for the {half} before that </{name}>" if half else f"write ]]> before that </{name}>"
    return f"the CDATA section that begins here has </{name}> in it and ends in line {line}: {remedy}"
