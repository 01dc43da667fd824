"""A list in Cyrillic and the same list in Latin letters become one list with two forms of each work."""

from __future__ import annotations

from typing import Any

import pytest

from jats.findings import Finding
from jats.model.marked import marked_text
from jats.tidy.alike import pairs_of, traits_of
from jats.tidy.steps import run
from jats.vocab.transliteration import transliterate
from tests.drafts import draft_of
from tests.elements.test_printed_references import citations
from tests.tidy.test_references import data_of

CYRILLIC = [
    "Роу Д. М. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9.",
    "Доу А. Б. Сіль землі. Київ: Приклад, 2018. 240 с.",
    "Щербина Ю. Г. Вітри узбережжя. Журнал морів. 2003. № 8. С. 9–13.",
    "Roe J. Tides of the sea. J Seas. 2019;3:5-9.",
]
LATIN = [
    "Rou, D. M. (2019). Pryplyvy moria [Tides of the sea]. Zhurnal moriv, 3(1), 5–9 [in Ukrainian].",
    "Dou, A. B. (2018). Sil zemli. Kyiv: Pryklad, 240 p.",
    "Shcherbyna, Yu. H. (2003). Vitry uzberezhzhia. Zhurnal moriv, 8, 9–13.",
    "Roe J. Tides of the sea. J Seas. 2019;3:5-9.",
]
ALONE = "Poe M. Something else entirely. J Winds. 1999;4:1-2."


def lists(first: list[Any], second: list[Any]) -> dict[str, Any]:
    return {"references": [{"title": "Література", "references": first}, {"title": "References", "references": second}]}


def tidied(data: dict[str, Any], *keep: str) -> tuple[list[Any], list[Finding]]:
    found: list[Finding] = []
    draft = run(draft_of(data), found.append, frozenset(keep), marked_text)
    return data_of(draft.items["references"]), [one for one in found if one.code in ("INP262", "INP263")]


def forms(references: list[Any]) -> list[list[str]]:
    """The texts of each reference: its own, and those of its alternatives."""
    return [[one["text"], *(other["text"] for other in one.get("alternatives", ()))] for one in references]


PAIRED = [[one, other] for one, other in zip(CYRILLIC[:3], LATIN[:3], strict=True)] + [[CYRILLIC[3]]]


def test_two_lists_become_one() -> None:
    made, (finding,) = tidied(lists(CYRILLIC, LATIN))
    assert [one["title"] for one in made] == ["Література"]
    assert forms(made[0]["references"]) == PAIRED
    assert (finding.code, "4 references" in finding.message) == ("INP262", True)


@pytest.mark.parametrize("order", [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]])
def test_the_order_may_differ(order: list[int]) -> None:
    made, _ = tidied(lists(CYRILLIC, [LATIN[at] for at in order]))
    assert forms(made[0]["references"]) == PAIRED


def test_the_latin_list_may_be_first() -> None:
    made, _ = tidied(lists(LATIN, CYRILLIC))
    assert forms(made[0]["references"])[:3] == [[other, one] for one, other in PAIRED[:3]]


def test_a_list_may_hold_both_one_after_the_other() -> None:
    made, (finding,) = tidied({"references": [*CYRILLIC, *LATIN]})
    assert forms(made) == PAIRED
    assert finding.code == "INP262"


def test_a_pasted_text_with_two_headings_is_two_lists() -> None:
    def block(title: str, items: list[str]) -> str:
        return "\n".join([title, *(f"{number}. {one}" for number, one in enumerate(items, 1))])

    made, _ = tidied({"references": f"{block('Література', CYRILLIC)}\n\n{block('References', LATIN)}"})
    assert forms(made[0]["references"]) == PAIRED


def test_unpaired_references_stay_and_are_reported() -> None:
    made, found = tidied(
        lists([*CYRILLIC[:3], "Бойко П. І. Мул у гирлах. Журнал морів. 1987. № 2. С. 1–4."], [*LATIN[:3], ALONE])
    )
    assert [len(one["references"]) for one in made] == [4, 1]
    assert forms(made[1]["references"]) == [[ALONE]]
    assert [(one.code, one.data_path) for one in found] == [
        ("INP262", "references[2].references"),
        ("INP263", "references[1].references[4]"),
        ("INP263", "references[2].references[1]"),
    ]


def test_many_unpaired_references_give_one_finding() -> None:
    more = [f"Бойко П. І. Мул у гирлах. Журнал морів. {year}. № 2. С. 1–4." for year in range(1960, 1970)]
    _, found = tidied(lists([*CYRILLIC, *more], LATIN))
    assert [one.code for one in found] == ["INP262", "INP263"]
    assert found[1].message.startswith("10 references")


def test_the_language_that_one_form_notes_is_that_of_both() -> None:
    made, _ = tidied(lists(CYRILLIC, LATIN))
    first = made[0]["references"][0]
    assert (first["language"], first["alternatives"][0]["language"]) == ("uk", "uk-Latn")
    assert "language" not in made[0]["references"][1]


@pytest.mark.parametrize(
    "data",
    [
        lists(CYRILLIC, [ALONE, "Doe K. Salt of the sea. J Seas. 2020;4:1-8."]),
        lists(LATIN, LATIN),
        lists(CYRILLIC[:1], LATIN[:1]),
        {"references": [*CYRILLIC, ALONE]},
        {"references": [{"title": "A", "references": [*CYRILLIC, {"title": "B", "references": LATIN}]}]},
    ],
)
def test_other_lists_stay(data: dict[str, Any]) -> None:
    made, found = tidied(data)
    assert found == []
    assert "alternatives" not in str(made)


def test_a_reference_with_an_id_stays_in_its_list() -> None:
    made, _ = tidied(lists(CYRILLIC, [{"id": "r1", "text": LATIN[0]}, *LATIN[1:]]))
    assert [one.get("id") for one in made[1]["references"]] == ["r1"]


def test_can_be_switched_off() -> None:
    made, found = tidied(lists(CYRILLIC, LATIN), "INP262")
    assert ([len(one["references"]) for one in made], found) == ([4, 4], [])


@pytest.mark.parametrize("scheme", ["kmu-55", "iso-9-uk", "ala-lc-uk", "dstu-9112-b"])
def test_every_scheme_of_transliteration_is_known_again(scheme: str) -> None:
    texts = CYRILLIC[:3]
    others = [transliterate(one, scheme) for one in reversed(texts)]
    assert pairs_of(list(map(traits_of, texts)), list(map(traits_of, others))) == {0: 2, 1: 1, 2: 0}


def test_works_that_differ_in_doi_or_year_are_two() -> None:
    one = traits_of(f"{CYRILLIC[0]} https://doi.org/10.5555/tides1")
    for other in (f"{LATIN[0]} https://doi.org/10.5555/tides2", LATIN[0].replace("2019", "2018")):
        assert pairs_of([one], [traits_of(other)]) == {}


def test_the_forms_are_written_as_alternatives() -> None:
    made = citations(*lists(CYRILLIC, LATIN)["references"])
    parents = [one.getparent() for one in made]
    assert [parent.tag for parent in parents if parent is not None] == ["citation-alternatives"] * 6 + ["ref"]
