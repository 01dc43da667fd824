"""Validates one input: bytes in, verdict and findings out. Code for faulty files is imported only for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from jats.errors import InputError
from jats.files.sources import Source
from jats.findings import Finding, Place, Severity
from jats.options import Options
from jats.results import Result, Verdict
from jats.schema.choice import Choice
from jats.schema.choose import choose, overridden
from jats.schema.dtd import SchemaVerdict, load_file
from jats.schema.judge import Validator
from jats.validation.identity import identity
from jats.validation.names import names_its_root, written_name
from jats.vocab.namespaces import NAMESPACES
from jats.xmlio import MalformedXml, ParsedXml, parse

Validate = Callable[[bytes, str, Options], Result]
"""A function that makes a result from a document's bytes and name, in any process."""

_BINDING = re.compile(rb"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# Drafts wrote the address of ali without its last slash.
_RIGHT = {(b"ali", NAMESPACES["ali"].rstrip("/").encode())}
_RIGHT |= {(prefix.encode(), address.encode()) for prefix, address in NAMESPACES.items()}
_PREFIXES = {prefix.encode() for prefix in NAMESPACES}


def validate_source(source: Source, options: Options, validate: Validate | None = None) -> Result:
    """The result of one input; faults are in the result, and only a schema that cannot be loaded raises.

    `validate` checks its bytes; the default is `validate_bytes`.
    """
    try:
        if source.found:  # the user did not name this file, so it is not a fault if it is not an article
            options = replace(options, allow_unknown_schema=True)
        return (validate or validate_bytes)(source.read(), source.name, options)
    except InputError as error:
        return _unreadable(source.name, str(error))
    except MemoryError:
        return _unreadable(source.name, "is too large for the available memory")


def check_options(options: Options) -> None:
    """Load the schema that was asked for; raises SchemaError before any file is read."""
    if options.schema is not None:
        choice = overridden(options.schema)
        if choice.file:
            load_file(choice.file)


def validate_bytes(data: bytes, name: str, options: Options) -> Result:
    """The result of one document, called `name` in findings."""
    try:
        parsed = parse(data, name)
    except MalformedXml as error:
        from jats.validation.syntax.malformed import malformed_finding

        return Result(name, Verdict.MALFORMED, findings=(malformed_finding(error, name, data),))
    return validate_parsed(parsed, options)


def validate_parsed(parsed: ParsedXml, options: Options) -> Result:
    """The result of a document that is parsed already."""
    name = parsed.name
    choice = choose(parsed, options.schema)
    if not choice.known:
        return _unknown(parsed, choice, options)
    ruling, odd = _judge().judge(parsed, choice), odd_namespaces(parsed)
    lost = _swallowed(parsed)
    if ruling.valid and choice.name and not names_its_root(parsed):
        ruling = SchemaVerdict(False, unfit=(parsed.root,))
    if ruling.valid and not choice.remarks and not odd and parsed.root.tag == "article":
        return Result(name, Verdict.VALID, choice.schema, choice.why, identity(parsed.root), lost)
    from jats.validation.faults import faults

    explained = faults(parsed, choice, ruling, odd)
    verdict = Verdict.VALID if ruling.valid else Verdict.INVALID
    found = (*explained.findings, *lost)
    return Result(name, verdict, choice.schema, choice.why, identity(parsed.root), found, explained.excerpts)


def _swallowed(parsed: ParsedXml) -> tuple[Finding, ...]:
    """The findings about CDATA sections without their ends, for which only files with a tag in a section are searched."""
    if not any(b"</" in section for section in _sections(parsed.data)):
        return ()
    from jats.validation.syntax.swallowed import swallowed

    return swallowed(parsed)


def _sections(data: bytes) -> Iterator[bytes]:
    """What is after each beginning of a CDATA section, up to the next end or beginning: all that is in sections, or more."""
    for after in data.split(b"<![CDATA[")[1:]:
        yield after.partition(b"]]>")[0]


@cache
def _judge() -> Validator:
    """The judge of this process, which caches loaded schemas."""
    return Validator()


def odd_namespaces(parsed: ParsedXml) -> bool:
    """Whether a prefix of JATS may be bound to another address than its own; searched in the bytes, which is fast."""
    data = parsed.data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        data = data.decode("utf-16", "replace").encode("utf-8")
    found = ((prefix, double or single) for prefix, double, single in _BINDING.findall(data))
    return any(binding not in _RIGHT for binding in found if binding[0] in _PREFIXES)


def _unknown(parsed: ParsedXml, choice: Choice, options: Options) -> Result:
    from jats.validation.file_codes import no_schema, wrapped_article

    inside = next(parsed.root.iter("{*}article"), None)
    if inside is not None and inside is not parsed.root:
        said, severity = wrapped_article(written_name(parsed.root)), Severity.ERROR
        place = Place(parsed.name, inside.sourceline)
    else:
        said = no_schema(choice.declared, _doctype_for(parsed))
        severity = Severity.INFO if options.allow_unknown_schema else said.severity
        place = Place(parsed.name)
    finding = Finding(said.code, severity, said.text, place)
    return Result(parsed.name, Verdict.UNKNOWN_SCHEMA, None, choice.why, identity(parsed.root), (finding,))


def _doctype_for(parsed: ParsedXml) -> str:
    """The DOCTYPE to write for an article that has that of a web page; empty for others."""
    from jats.schema.catalog import variant_for
    from jats.validation.names import doctype_name

    if (doctype_name(parsed) or "").lower() != "html" or parsed.root.tag != "article":
        return ""
    version = parsed.root.get("dtd-version", "")
    found = variant_for("archiving", version if version in ("1.0", "1.1", "1.2", "1.3", "1.4") else "1.3")
    return f'<!DOCTYPE article PUBLIC "{found.public_id}" "{found.system_id}">'


def unfinished(source: Source, reason: str) -> Result:
    """The result of an input on which work was ended."""
    return _unreadable(source.name, reason)


def _unreadable(name: str, reason: str) -> Result:
    from jats.validation.file_codes import unreadable

    said = unreadable(reason)
    return Result(name, Verdict.UNREADABLE, findings=(Finding(said.code, said.severity, said.text, Place(name)),))
