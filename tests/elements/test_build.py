from __future__ import annotations

import pytest

from jats.elements.build import Attributes, element, empty_element, lose_all
from jats.elements.custom import write_custom_group
from tests.elements.writing import lost, start, xml


def test_children_stand_in_the_order_of_the_schema() -> None:
    at = start()
    suffix, surname = element("suffix", at, None, "Jr."), element("surname", at, None, "King")
    assert xml(element("name", at, None, suffix, surname)) == "<name><surname>King</surname><suffix>Jr.</suffix></name>"


def test_where_the_schema_has_no_order_that_given_stays() -> None:
    at = start()
    made = element("kwd-group", at, None, element("kwd", at, None, "b"), element("kwd", at, None, "a"))
    assert xml(made) == "<kwd-group><kwd>b</kwd><kwd>a</kwd></kwd-group>"


@pytest.mark.parametrize("children", [(), (None,), ("",), ([None, ""],)])
def test_element_that_would_hold_nothing_is_none(children: tuple[None]) -> None:
    at = start()
    assert element("volume", at, None, *children) is None
    assert at.context.origins == {}


def test_bare_element_says_something_by_being_there() -> None:
    assert xml(empty_element("anonymous", start())) == "<anonymous/>"


def test_child_that_the_variant_does_not_know_is_reported_with_the_fields_in_it() -> None:
    at = start("publishing-1.0-mathml2")
    date = element(
        "date", at, None, element("year", at / "year", None, "2023"), element("month", at / "month", None, "1")
    )
    assert element("aff", at, None, date) is None
    told = [(loss.path, loss.tag, loss.parent) for loss in at.context.losses]
    assert told == [(("month",), "date", "aff"), (("year",), "date", "aff")]


def test_child_that_may_stand_once_is_written_once() -> None:
    at = start("publishing-1.0-mathml2")
    children = [element("volume", at / name, None, name) for name in ("1", "2")]
    assert xml(element("article-meta", at, None, children)) == "<article-meta><volume>1</volume></article-meta>"
    assert [loss.path for loss in at.context.losses] == [("2",)]


def test_text_where_none_may_stand_is_reported() -> None:
    at = start()
    assert element("name", at, None, "King") is None
    assert lost(at) == [("#text", "name", None)]


def test_attribute_that_the_variant_does_not_have_is_reported() -> None:
    at = start("publishing-1.0-mathml2")
    assert xml(element("contrib-id", at, {"authenticated": "true"}, "x")) == "<contrib-id>x</contrib-id>"
    assert lost(at) == [("@authenticated", "contrib-id", None)]


def test_value_that_an_attribute_cannot_have_is_set_aside() -> None:
    at = start()
    assert xml(element("abstract", at / "abstract", {"xml:lang": "in English"}, element("p", at, None, "x"))) == (
        "<abstract><p>x</p></abstract>"
    )
    assert xml(write_custom_group((), at)) == (
        "<custom-meta-group><custom-meta><meta-name>abstract</meta-name><meta-value>in English</meta-value></custom-meta>"
        "</custom-meta-group>"
    )


def test_value_is_left_out_where_there_is_no_custom_meta() -> None:
    at = start("authoring-1.3-mathml3")
    at.to_custom_meta("x", "volume", "article-meta")
    assert (at.context.aside, lost(at)) == ([], [("volume", "article-meta", None)])


def test_identifiers_are_names_and_differ() -> None:
    at = start()
    assert [at.identify(wanted, "aff", "aff") for wanted in (None, "a", "a", "1", None)] == [
        "aff1",
        "a",
        "a-2",
        "aff1-2",
        "aff2",
    ]
    assert lost(at) == [("@id", "aff", "as a-2"), ("@id", "aff", "as aff1-2")]


def test_fields_of_attributes_are_lost_with_the_element_that_has_them() -> None:
    at = start()
    link: Attributes = {"xlink:href": ("https://ror.org/03yrm5c26", at / "ror")}
    names = [element("institution", at / "institution", link, name) for name in ("a", "b")]
    made = element("address", at, None, names)
    assert made is not None
    lose_all(made, "contrib", at)
    assert [loss.path for loss in at.context.losses] == [("institution",), ("ror",)]
    assert (at.context.origins, at.context.attribute_origins) == ({}, {})


def test_attribute_without_a_field_of_its_own_is_of_the_field_of_its_element() -> None:
    at = start()
    made = element("institution", at / "name", {"content-type": "dept", "xlink:href": ("a", at / "link")}, "x")
    assert made is not None
    assert at.context.attribute_origins == {made: {"xlink:href": ("link",)}}


def test_what_the_variant_does_not_have_is_lost_at_the_field_of_the_attribute() -> None:
    at = start()
    element("institution", at / "name", {"vol": ("1", at / "volume")}, "x")
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [(("volume",), "@vol")]
