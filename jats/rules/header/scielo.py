"""The version of the SciELO Publishing Schema that an article names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.messages.words import any_of, quoted
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, rule

_NEWEST = "sps-1.10"
_KNOWN = re.compile(r"sps-1\.([1-9]|10)")
_JATS_OF = {
    **dict.fromkeys(range(1, 7), ("1.0",)),
    7: ("1.0", "1.1"),
    8: ("1.0", "1.1"),
    9: ("1.1",),
    10: ("1.1", "1.2", "1.3"),
}
"""The versions of JATS that belong to each SPS 1.x."""


@rule("SPS001", on="article", services=("scielo",))
def sps_version_is_named(el: Element) -> Iterator[Hit]:
    """An article must name its version of the SciELO Publishing Schema in `specific-use`.

    Why: SciELO judges a package by the version that it names.
    Wrong: <article specific-use="sps-2.0">…</article>
    Right: <article specific-use="sps-1.10">… <article-title>Tides and sediments in northern harbours</article-title></article>
    YAML: specific_use: sps-1.10
    Source: SciELO Publishing Schema 1.10, specific-use
    """
    value = el.get("specific-use")
    if not value:
        yield Hit(f'<article> has no specific-use: write specific-use="{_NEWEST}"')
    elif not _KNOWN.fullmatch(value):
        yield Hit(f"specific-use {quoted(value)} is not a version of SPS: write {_NEWEST}", attribute="specific-use")


@rule("SPS002", on="article", services=("scielo",))
def jats_version_belongs_to_sps(el: Element) -> Iterator[Hit]:
    """The version of JATS must be one that the named SPS version uses.

    Why: SciELO's checker and pages for that version do not know the elements of another JATS.
    Wrong: <article specific-use="sps-1.9">…</article>
    Right: <article dtd-version="1.3" specific-use="sps-1.10">…
        <article-title>Tides and sediments in northern harbours</article-title></article>
    Source: SciELO Publishing Schema 1.10, article_rules
    """
    named, version = _KNOWN.fullmatch(el.get("specific-use", "")), el.get("dtd-version", "")
    if named and version and version not in _JATS_OF[int(named[1])]:
        wanted = any_of(_JATS_OF[int(named[1])])
        yield Hit(
            f"dtd-version is {quoted(version)}, but {named[0]} uses JATS {wanted}: correct one", attribute="dtd-version"
        )
