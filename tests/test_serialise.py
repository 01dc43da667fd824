"""Documents laid out as one would by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from jats.schema.content import grammar
from jats.schema.dtd import load
from jats.xmlio import serialise

VARIANT = "publishing-1.3-mathml3"
PUBLIC = "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN"
SYSTEM = "http://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE article PUBLIC "{PUBLIC}" "{SYSTEM}">\n'
XLINK = "http://www.w3.org/1999/xlink"


def laid_out(text: str) -> str:
    made = serialise(etree.fromstring(text), PUBLIC, SYSTEM, grammar(VARIANT).mixed).decode()
    assert made.startswith(HEAD)
    return made.removeprefix(HEAD)


def test_elements_that_hold_only_elements_are_indented() -> None:
    assert laid_out(
        "<article><front><name><surname>A</surname><given-names>B</given-names></name></front></article>"
    ) == (
        "<article>\n  <front>\n    <name>\n      <surname>A</surname>\n      <given-names>B</given-names>\n    </name>\n"
        "  </front>\n</article>\n"
    )


def test_white_space_is_never_touched_where_text_may_stand() -> None:
    mixed = "<p><italic>a</italic> <bold>b</bold>\n <list><list-item><p>c</p></list-item></list></p>"
    assert laid_out(f"<article><body>{mixed}</body></article>") == (
        f"<article>\n  <body>\n    {mixed}\n  </body>\n</article>\n"
    )


def test_names_and_formulas_in_a_paragraph_stay_in_line() -> None:
    formula = "<p><inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula></p>"
    made = laid_out(f'<article xmlns:mml="http://www.w3.org/1998/Math/MathML"><body>{formula}</body></article>')
    assert f"    {formula}\n" in made


def test_namespaces_are_declared_on_the_root_where_they_are_used_and_nowhere_else() -> None:
    made = laid_out(
        f'<article xmlns:mml="http://www.w3.org/1998/Math/MathML"><front><self-uri xmlns:l="{XLINK}" l:href="x"/>'
        "</front></article>"
    )
    assert (
        made == f'<article xmlns:xlink="{XLINK}">\n  <front>\n    <self-uri xlink:href="x"/>\n  </front>\n</article>\n'
    )


def test_long_start_tags_are_broken_between_attributes() -> None:
    made = laid_out(f'<article><front><role vocab="{"v" * 60}" vocab-term="{"t" * 60}">x</role></front></article>')
    assert f'    <role vocab="{"v" * 60}"\n          vocab-term="{"t" * 60}">x</role>\n' in made


def test_long_start_tags_in_running_text_are_left_alone() -> None:
    link = f'<p>see <ext-link ext-link-type="uri" specific-use="{"u" * 60}" id="{"i" * 60}">x</ext-link></p>'
    assert link in laid_out(f"<article><body>{link}</body></article>")


def test_what_looks_like_a_tag_in_a_comment_is_left_alone() -> None:
    comment = f'<!--\n<role vocab="{"v" * 60}" vocab-term="{"t" * 60}">\n-->'
    assert comment in laid_out(f"<article><body>{comment}<p>x</p></body></article>")


def test_characters_are_written_as_themselves() -> None:
    text = "Ґ – “a” &amp; &lt; \u00a0 𝒳 '\""
    assert f"<p>{text}</p>" in laid_out(f"<article><body><p>{text}</p></body></article>")


def test_laying_out_twice_changes_nothing_and_keeps_the_verdict() -> None:
    root = etree.fromstring(
        "<article><front><journal-meta><journal-id>x</journal-id><issn>1</issn></journal-meta><article-meta><title-group>"
        "<article-title>t</article-title></title-group></article-meta></front><body><p>a <italic>b</italic></p></body></article>"
    )
    once = serialise(root, PUBLIC, SYSTEM, grammar(VARIANT).mixed)
    assert serialise(root, PUBLIC, SYSTEM, grammar(VARIANT).mixed) == once
    assert load(VARIANT).validate(etree.fromstring(once))


@pytest.mark.slow
def test_bytes_do_not_depend_on_hash_seed_or_locale(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from jats.elements.article import write_article; from jats.elements.build import WriteContext\n"
        "from jats.model.article import Article; from jats.schema.content import grammar; from jats.xmlio import serialise\n"
        "data = {'language': 'uk', 'title': {'en': 'T', 'uk': 'Т', 'fr': 'S'}, 'authors': [{'name': {'en': 'A, B', 'uk': 'В, Г'},"
        "'affiliations': [{'institution': {'uk': 'І', 'en': 'I'}, 'ids': {'grid': '1', 'x': '2'}}]}], 'license': 'CC BY 4.0'}\n"
        f"rules = grammar({VARIANT!r})\n"
        "root = write_article(Article.model_validate(data), WriteContext(rules, '1.3', 'publishing', 'uk'))\n"
        "sys.stdout.buffer.write(serialise(root, 'p', 's', rules.mixed))\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale},
        ).stdout
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "tr_TR.UTF-8"))
    }
    assert len(runs) == 1
