"""The repairs after the model take any labels: a model may give each word any label."""

from __future__ import annotations

from random import Random

import pytest

from jats.citations.book_repair import repair_books
from jats.citations.labels import LABELS
from jats.citations.repair import repaired
from jats.citations.spans import spans_of
from jats.citations.tokens import Tokens, tokens_of
from tests.citations.hand_made import hand_made

_KINDS = sorted({*LABELS.values(), "O"})


def labelled_at_random(tokens: Tokens, random: Random) -> list[str]:
    """Runs of any label; half of the time of two labels only, so that each repair meets what it looks for."""
    known = random.sample(_KINDS, 3) if random.random() < 0.5 else _KINDS
    labels: list[str] = []
    while len(labels) < len(tokens.words):
        labels += [random.choice(known)] * random.choice((1, 1, 2, 5, 12))
    return labels[: len(tokens.words)]


@pytest.mark.parametrize("name", ["hand_made.txt", "books.txt", "pages_and_talks.txt", "seed_like.txt"])
def test_any_labels_are_taken(name: str) -> None:
    random = Random(1)  # noqa: S311 - a test needs no secrets
    for one in hand_made(name):
        tokens = tokens_of(one.text)
        for _ in range(20):
            labels = repaired(tokens, labelled_at_random(tokens, random))
            repair_books(tokens, labels)
            assert len(labels) == len(tokens.words)
            assert set(labels) <= set(_KINDS)
            spans_of(tokens, labels, [0.5] * len(labels))


_LETTERS = {
    "s": "surname", "g": "given", "E": "esurname", "G": "egiven", "c": "collab", "t": "title", "S": "source", "y": "year",
    "p": "publisher", "P": "place", "v": "volume", "i": "issue", "f": "fpage", "l": "lpage", ".": "O",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "read", "right"),
    [
        ("Luna C. Puertos. En: Vega M, editor. Costas. Lima: Ola; 2016.", "sgs.EG.SPpy", "sgt.EG.SPpy"),
        ("Luna C, Sol T. Puertos. En: Vega M, editores. Costas. Lima: Ola; 2016.", "sgsgs.EG.SPpy", "sgsgt.EG.SPpy"),
        ("Zając M., Wydmy, w: Krajobrazy, Gdynia 2006.", "sgs.SPy", "sgt.SPy"),
        ("SILVA, R.; M.B. ROCHA & C. DIAS. 2005. Seas. J Seas 3: 5.", "sgggsg.ytSSvf", "sgggsgsytSSvf"),
        ("Instituto de Estudos e Pesquisas. (2001). Sinopse. INEP.", "cc.SSySp", "cccccySp"),
        ("Roe J. How far can we go?. Genetica 2003;3:5.", "sgttSSSSyvf", "sgtttttSyvf"),
        ("Roe J. Tides in Amparo, Rio, Sul, Brasil. Cad Seas 2003;3:5.", "sgttSSSSSSyvf", "sgttttttSSyvf"),
        ("Roe J. Sharks in the Gulf of Mexico. Sea Sci 2003;3:5.", "sgt.SSSSSSyvf", "sgttttttSSyvf"),
        ("Roe J. Tides. Seas 2003, 1, 2-8.", "sgtSyvii", "sgtSyvfl"),
        ("Roe J. Tides. Seas 2003, 1, 2-3.", "sgtSyvii", "sgtSyvii"),
        ("Roe J. Search for food. arXiv 2024.", "sgtttty", "sgtttSy"),
        ("Roe J. Net: trade and people. Rio: Poe; 2003.", "sgSSppPpy", "sgSSSSPpy"),
        ("IGN (2013). Atlas. San José: IGN.", "cySPpp", "cySPPp"),
        ("Crane, E., 2008. Bees. Bee Books, Hebden Bridge.", "sgySppP.", "sgySppPP"),
    ],
)
def test_labels_that_the_punctuation_contradicts_are_put_right(text: str, read: str, right: str) -> None:
    tokens = tokens_of(text)
    labels = repaired(tokens, [_LETTERS[letter] for letter in read])
    repair_books(tokens, labels)
    assert labels == [_LETTERS[letter] for letter in right]
    again = repaired(tokens, labels)
    repair_books(tokens, again)
    assert again == labels
