"""A remedy never names an element or attribute that the document's own version of JATS lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from jats.rules.engine.registry import load_rules
from jats.schema.catalog import variant
from jats.schema.content import grammar
from tests.rules.examples import Trial, codes_in, trials
from tests.rules.host import place

VERSIONS = ("publishing-1.0-mathml2", "publishing-1.1-mathml3")
IDENTIFIERS = re.compile(rb'PUBLIC "[^"]*" "[^"]*"')
TAG = re.compile(r"<([a-z][\w:-]*)((?: [\w:-]+=(?:'[^']*'|\"[^\"]*\"))*)/?>")


@cache
def wrong_examples() -> dict[str, list[Trial]]:
    found: dict[str, list[Trial]] = {}
    for trial in trials():
        if trial.wrong:
            found.setdefault(trial.code, []).append(trial)
    return found


def in_version(data: bytes, name: str) -> bytes:
    """The host with the DOCTYPE and `dtd-version` of another version; it need not be valid in it."""
    chosen = variant(name)
    data = IDENTIFIERS.sub(f'PUBLIC "{chosen.public_id}" "{chosen.system_id}"'.encode(), data, count=1)
    return data.replace(b'dtd-version="1.3"', f'dtd-version="{chosen.version}"'.encode(), 1)


def unknown_in(message: str, name: str, data: bytes) -> Iterator[str]:
    """What the advice after the first colon of a message names, and neither the version nor the document has."""
    rules = grammar(name)
    advice = message.partition(" [/")[0].partition(": ")[2].partition(";")[0]
    for element, attributes in TAG.findall(advice):
        if f"<{element}".encode() in data:
            continue
        if element not in rules.elements:
            yield element
        else:
            named = re.findall(r"([\w:-]+)=", attributes)
            yield from (f"{element}/@{each}" for each in named if each not in rules.attributes(element))


@pytest.mark.slow
@pytest.mark.parametrize("code", [rule.code for rule in load_rules()])
def test_what_a_remedy_names_is_in_the_version_of_the_document(code: str) -> None:
    for trial in wrong_examples().get(code, ()):
        data = place(trial.text, trial.service, trial.kind)
        for name in VERSIONS:
            for message in codes_in(in_version(data, name), trial.service).get(code, ()):
                assert [*unknown_in(message, name, data)] == [], f"{name}: {message}"
