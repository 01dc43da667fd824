from __future__ import annotations

import pytest

from jats.schema.content import Grammar, grammar

SMALL = """<!ELEMENT book (title,(author|editor)+,(part|m:math)*,index?)>
<!ELEMENT title (#PCDATA|b|m:math)*>
<!ELEMENT b (#PCDATA)>
<!ELEMENT br EMPTY>
<!ELEMENT pages (first,last?|range)?>
<!ELEMENT any ANY>
<!ELEMENT m:math (m:mi+)>
<!ATTLIST title
 xml:lang NMTOKEN #IMPLIED
 kind (long|short) "long"
 id ID #REQUIRED
 xmlns:m CDATA #FIXED "urn:m"
 note NOTATION (tex|TeX) #IMPLIED>
"""


@pytest.fixture
def small() -> Grammar:
    return Grammar(SMALL.replace("(first,last?|range)", "((first,last?)|range)"))


def test_children_keep_their_prefixes(small: Grammar) -> None:
    assert small.children("book") == {"title", "author", "editor", "part", "m:math", "index"}
    assert small.children("title") == {"b", "m:math"}
    assert small.children("br") == small.children("b") == frozenset()
    assert small.children("any") == small.elements


def test_only_mixed_content_holds_text(small: Grammar) -> None:
    assert [name for name in ("title", "b", "any", "book", "br") if small.mixed(name)] == ["title", "b", "any"]
    assert small.empty("br")
    assert not small.empty("b")


def test_order_is_known_for_sequences_only(small: Grammar) -> None:
    assert small.order("book") == ("title", "author", "editor", "part", "m:math", "index")
    assert small.ranks("book") == {"title": 0, "author": 1, "editor": 1, "part": 2, "m:math": 2, "index": 3}
    assert small.order("title") is None
    assert small.order("br") is None


def test_an_alternative_keeps_the_order_inside_each_of_its_parts() -> None:
    pages = grammar("publishing-1.3-mathml3").ranks("article-meta")
    assert pages is not None
    assert pages["fpage"] < pages["lpage"] < pages["page-range"]
    assert pages["elocation-id"] == pages["fpage"]


@pytest.mark.parametrize(
    ("names", "accepted"),
    [
        (["title", "author"], True),
        (["title", "editor", "author", "m:math", "part", "index"], True),
        (["title"], False),
        (["author", "title"], False),
        (["title", "author", "index", "part"], False),
        (["title", "author", "math"], False),
        ([], False),
    ],
)
def test_children_are_accepted_as_the_model_wants_them(small: Grammar, names: list[str], accepted: bool) -> None:
    assert small.accepts("book", names) is accepted


def test_mixed_content_accepts_its_children_in_any_order(small: Grammar) -> None:
    assert small.accepts("title", ["m:math", "b", "b"])
    assert not small.accepts("title", ["math"])
    assert small.accepts("br", [])
    assert not small.accepts("br", ["b"])


def test_what_may_come_next_is_told_in_the_order_of_the_model(small: Grammar) -> None:
    assert small.next_allowed("book", []) == ("title",)
    assert small.next_allowed("book", ["title", "author"]) == ("author", "editor", "part", "m:math", "index")
    assert not small.may_end("book", ["title"])
    assert small.may_end("book", ["title", "editor"])
    assert small.viable("book", ["title", "part", "index"]) == (1, ("author", "editor"), False)


def test_required_children_are_those_of_every_valid_content(small: Grammar) -> None:
    assert small.required_children("book") == {"title"}
    assert small.required_children("pages") == frozenset()
    assert grammar("publishing-1.3-mathml3").required_children("journal-meta") == {"journal-id", "issn"}


def test_attributes_tell_type_default_and_values(small: Grammar) -> None:
    kind, identifier = small.attribute("title", "kind"), small.attribute("title", "id")
    fixed, note = small.attribute("title", "xmlns:m"), small.attribute("title", "note")
    assert kind is not None
    assert identifier is not None
    assert fixed is not None
    assert note is not None
    assert (kind.type, kind.kind, kind.value, kind.enumeration) == ("ENUMERATION", "", "long", ("long", "short"))
    assert (identifier.type, identifier.required) == ("ID", True)
    assert (fixed.type, fixed.kind, fixed.value) == ("CDATA", "#FIXED", "urn:m")
    assert (note.type, note.enumeration) == ("NOTATION", ("tex", "TeX"))
    assert small.attribute("title", "nothing") is None
    assert small.attributes("b") == {}


def test_parents_are_the_elements_that_may_hold_a_name() -> None:
    assert grammar("publishing-1.0-mathml2").parents("journal-meta") == ("front",)


def test_every_name_in_a_content_model_is_declared_in_every_release() -> None:
    for version in ("1.0-mathml2", "1.1-mathml3", "1.2-mathml3", "1.3-mathml3", "1.4-mathml3"):
        rules = grammar(f"archiving-{version}")
        assert frozenset().union(*(rules.children(name) for name in rules.elements)) <= rules.elements
