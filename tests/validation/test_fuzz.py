"""Whatever the bytes, there is a verdict with its finding, never an exception; 100,000 inputs are benchmarks/fuzz.py's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fuzz import SPICE, WHOLE, check, inputs
from tests.examples import examples, share
from tests.validation.host import DOCTYPE, HOST

GOOD = (DOCTYPE + HOST).encode()
PIECES = st.one_of(st.binary(max_size=12), st.sampled_from(SPICE + WHOLE), st.text(max_size=6).map(str.encode))
EDITS = st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 40), PIECES), min_size=1, max_size=4)
UNHURRIED = examples(150)


@pytest.mark.slow
@UNHURRIED
@given(EDITS)
def test_an_article_with_any_pieces_replaced_gets_a_verdict(edits: list[tuple[int, int, bytes]]) -> None:
    data = GOOD
    for at, length, piece in edits:
        data = data[:at] + piece + data[at + length :]
    check(data)


@UNHURRIED
@given(st.binary(max_size=400))
def test_any_bytes_get_a_verdict(data: bytes) -> None:
    check(data)


NAMES = st.sampled_from(
    ["article", "front", "article-meta", "p", "sec", "title", "xref", "mml:math", "zz", "break", "ref"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "rid", "xml:lang", "ref-type", "xlink:href", "xmlns", "xmlns:mml", "xmlns:zz", "foo"]),
    st.sampled_from(["", "a", "b", "a b", "en", "urn:x", "http://www.w3.org/1998/Math/MathML", "é", "1"]),
    max_size=3,
)
LEAVES = st.sampled_from(["text", " ", "<!-- c -->", "<?pi?>", "<![CDATA[ ]]>", "&#160;"])


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def build(name: str, attributes: dict[str, str], inside: list[str]) -> str:
        declared = {"xmlns:mml": "http://www.w3.org/1998/Math/MathML", "xmlns:xlink": "u"} | attributes
        written = "".join(f' {key}="{value}"' for key, value in declared.items() if key != "xmlns:zz" or value)
        return f"<{name}{written}>{''.join(inside)}</{name}>"

    return st.builds(build, NAMES, ATTRIBUTES, st.lists(children, max_size=5))


@UNHURRIED
@given(st.recursive(LEAVES, element, max_leaves=20))
def test_any_tree_of_elements_gets_a_verdict(document: str) -> None:
    check((DOCTYPE + document).encode())


@pytest.mark.slow
@pytest.mark.drawn
def test_broken_real_articles_get_a_verdict(shared: Path) -> None:
    for data in inputs(share(1_000), seed=7):
        check(data)
