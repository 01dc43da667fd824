"""Elements and attributes that came with a later version of JATS than the one that a document declares."""

from __future__ import annotations

from functools import cache

from jats.schema.catalog import names
from jats.schema.content import Grammar, grammar
from jats.vocab.tables import tabbed_rows

_VERSIONS = ("1.1", "1.2", "1.3", "1.4")


@cache
def _in_earlier_versions() -> dict[str, str]:
    return dict(tabbed_rows("validation/later_elements.tsv"))


def later_element(name: str, title: str, known: Grammar) -> str | None:
    """What to do about an element that only later versions have: its counterpart, or the later version; `None` if none has it.

    `title` is the schema's name in messages: JATS Publishing 1.1.
    """
    version = next((each for each, later in _later(title) if name in later.elements), None)
    if version is None:
        return None
    words = _in_earlier_versions().get(name, "remove it")
    named = words.partition("<")[2].partition(">")[0]
    if words.startswith("write <") and named.split()[0] not in known.elements:
        words = "remove it"
    return f"it came with JATS {version}: {words}, or declare JATS {version} in the DOCTYPE"


def later_attribute(name: str, owner: str, title: str) -> str | None:
    """What to do about an attribute that the element has in a later version; `None` if it has it in none."""
    version = next((each for each, later in _later(title) if later.attribute(owner, name)), None)
    return version and f"it came with JATS {version}: remove it, or declare JATS {version} in the DOCTYPE"


def _later(title: str) -> list[tuple[str, Grammar]]:
    """The later versions of a document's tag set, with their grammars."""
    _, tag_set, version = title.split()
    variants = {each: f"{tag_set.lower()}-{each}-mathml3" for each in _VERSIONS if each > version}
    return [(each, grammar(variant)) for each, variant in variants.items() if variant in names()]
