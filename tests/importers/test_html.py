"""HTML pages: what counts where parts of a page disagree, encodings as browsers read them, places, and hostile pages."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from jats.draft import place_of, plain
from jats.findings import Finding, Severity
from jats.importers import Source, detect, read_input
from jats.importers.html_page.decoding import declared_encoding, decode_page

PAGES = Path(__file__).parent / "html"
SHARED = Path(__file__).parents[3] / "shared"


def read(data: bytes, name: str = "page.html") -> tuple[dict[str, Any], list[Finding]]:
    findings: list[Finding] = []
    drafts = read_input(Source(name, data), findings.append)
    return (plain(drafts[0]) if drafts else {}), findings


def page(head: str, body: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def said(findings: list[Finding], code: str) -> list[str]:
    return [finding.message for finding in findings if finding.code == code]


def test_an_ojs_2_page_in_windows_1251() -> None:
    draft, findings = read((PAGES / "ojs2-uk-1251.html").read_bytes())
    assert draft == {
        "language": "uk",
        "type": "research-article",
        "subjects": "Статті",
        "title": {"uk": "Солоність лиманів після повені", "en": "Salinity of the limans after the flood"},
        "doi": "10.5555/ls.2019.4.3",
        "journal": {"title": "Лиман і степ", "issn": "2413-5453"},
        "volume": "7",
        "issue": "4",
        "pages": {"first": "31", "last": "40"},
        "published": "2019/11/20",
        "history": {"received": "2019-08-02"},
        "authors": [
            {
                "name": "Оксана Бондар",
                "affiliations": [
                    {"text": "Інститут лиманів, Одеса", "institution": "Інститут лиманів", "city": "Одеса"}
                ],
            },
            {"name": "Taras Le Goff"},
        ],
        "copyright": "Авторське право (c) 2019 Оксана Бондар",
        "license": "http://creativecommons.org/licenses/by-nc/4.0",
        "abstract": "Виміряно солоність трьох лиманів. Після повені вона впала до 9 ‰.",
        "keywords": ["лиман", "солоність"],
        "url": [
            {"url": "http://ls.example.org/article/view/48201"},
            {"url": "http://ls.example.org/article/download/48201/44390", "type": "pdf"},
        ],
        "references": [
            "Бондар О. Лимани півдня. Одеса: Хвиля, 2015. 210 с.",
            "Le Goff, T. (2017). Salt and silt. <i>Estuary Letters</i>, 3(2), 8–19.",
        ],
    }
    assert [str(finding) for finding in findings if finding.severity > Severity.INFO] == []


def test_parts_that_disagree_and_parts_that_add() -> None:
    draft, findings = read((PAGES / "ojs3-conflict.html").read_bytes())
    assert draft["title"] == {"es": "Mareas y <i>sal</i>", "en": "Tides and salt"}
    assert draft["volume"] == "11"
    assert said(findings, "IMP010") == ["volume is '11' here and '12' elsewhere; the first is used: check it"]
    assert draft["issue"] == "2"
    assert draft["published"] == "2021-03-30"
    owners = draft["authors"][0].pop("affiliations")
    assert [owner["text"] for owner in owners] == [
        "Instituto del Mar, Vigo, España",
        "Universidad del Faro, Vigo, España",
    ]
    assert draft["authors"] == [
        {
            "name": {"surname": "García Pérez", "given": "José Luis"},
            "email": "jl@example.org",
        },
        {"name": {"surname": "Sol", "given": "Ana"}, "orcid": "https://orcid.org/0000-0002-1825-0097"},
    ]
    assert draft["journal"] == {"title": "Cuadernos del Mar", "issn": "1234-5679"}
    assert draft["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert draft["abstract"] == {"es": "Se midió la sal.", "en": "Salt was measured."}
    assert draft["references"] == [
        "Roe, J. (2019). Tides. Journal of Seas, 3, 5-9.",
        {
            "authors": "J. Doe",
            "title": "Salt",
            "source": "Sea Notes",
            "volume": "4",
            "date": "2011",
            "pages": "1-9",
        },
    ]
    assert "not placed: citation_inst: 'X'" in said(findings, "IMP001")
    assert any("menus" in message for message in said(findings, "IMP401"))
    assert any("Vistas: 48" in message for message in said(findings, "IMP002"))


def test_every_value_has_its_line() -> None:
    data = (PAGES / "ojs2-uk-1251.html").read_bytes()
    (draft,) = read_input(Source("page.html", data), lambda _: None)
    lines = decode_page(data).text.split("\n")
    for path, words in (
        ("doi", "citation_doi"),
        ("volume", "citation_volume"),
        ("keywords", "лиман"),
        ("abstract", "Виміряно"),
    ):
        assert words in lines[(place_of(draft, (path,)).line or 0) - 1]
    assert "Le Goff, T. (2017)" in lines[(place_of(draft, ("references", 1)).line or 0) - 1]


def test_json_ld_values_have_their_own_lines() -> None:
    data = (PAGES / "ojs3-conflict.html").read_bytes()
    (draft,) = read_input(Source("page.html", data), lambda _: None)
    place = place_of(draft, ("license",))
    assert (
        decode_page(data).text.split("\n")[(place.line or 0) - 1][(place.column or 0) - 1 :].startswith('"https://cre')
    )


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (b"\xef\xbb\xbf<html>", "utf-8"),
        (b"\xff\xfe<\0h\0", "utf-16-le"),
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META CHARSET=koi8-u >", "koi8-u"),
        (b"<!-- <meta charset=koi8-r> --><meta charset='iso-8859-2'>", "iso8859-2"),
        (b'<meta content="text/html; charset=windows-1250" http-equiv="Content-Type">', "cp1250"),
        (b'<meta name="x" content="text/html; charset=windows-1250"><meta charset=windows-1257>', "cp1257"),
        (b'<?xml version="1.0" encoding="windows-1251"?><html>', "cp1251"),
        (b"<meta charset=iso-8859-1>", "cp1252"),
        (b"<meta charset=iso-8859-9>", "cp1254"),
        (b"<meta charset=gb2312>", "gb18030"),
        (b"<meta charset=shift_jis>", "cp932"),
    ],
)
def test_encodings_are_found_as_browsers_find_them(start: bytes, encoding: str) -> None:
    assert decode_page(start + b" \xe9\xee ").encoding == encoding


def test_an_unknown_name_of_an_encoding_says_nothing() -> None:
    assert declared_encoding(b"<meta charset=klingon><meta charset=koi8-r>") == "koi8-r"
    assert declared_encoding(b"<meta charset=klingon>") == ""


@pytest.mark.parametrize(
    ("codec", "text"), [("cp1251", "Солоність лиманів"), ("cp1250", "Zażółć gęślą jaźń"), ("koi8-u", "Солоність")]
)
def test_a_page_without_a_declaration_is_guessed_with_a_warning(codec: str, text: str) -> None:
    data = f"<!DOCTYPE html><html><head><meta name=citation_title content='{text}'></head></html>".encode(codec)
    draft, findings = read(data)
    assert draft["title"] == text
    assert len(said(findings, "IMP003")) == 1


def test_a_page_saved_as_utf_8_that_names_another_encoding() -> None:
    data = "<!DOCTYPE html><html><meta charset=windows-1251><meta name=citation_title content='Солоність'>".encode()
    draft, findings = read(data)
    assert draft["title"] == "Солоність"
    assert said(findings, "IMP402") == ["the page calls itself 'cp1251' but is UTF-8, and was read as that"]


def test_only_pages_are_detected() -> None:
    for data in (
        b"<!DOCTYPE html><html>",
        b"\n<!-- saved --><html lang=en>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html>",
    ):
        found = detect(Source("page", data))
        assert found is not None
        assert found.importer.name == "html"
    for data in (b"<article><front/></article>", b"Title <html>", b'{"html": "<html>"}'):
        found = detect(Source("x", data))
        assert found is None or found.importer.name != "html", data


def test_a_page_without_an_article_is_said_so() -> None:
    draft, findings = read(b"<!DOCTYPE html><html><body><p>Hello</p></body></html>")
    assert draft == {}
    assert [finding.code for finding in findings] == ["IMP006"]


def test_two_dates_of_one_day_are_the_more_precise_one() -> None:
    tags = "<meta name=citation_publication_date content=2014/03><meta name=dc.date content=2014-03-09>"
    assert read(page(f"<meta name=citation_title content=T>{tags}"))[0]["published"] == "2014-03-09"


def test_online_and_printed_dates() -> None:
    tags = "<meta name=citation_publication_date content=1977/01><meta name=citation_online_date content=2007/10/23>"
    draft, findings = read(page(f"<meta name=citation_title content=T>{tags}<meta name=dc.date content=2007-10-23>"))
    assert draft["published"] == {"electronic": "2007/10/23", "print": "1977/01"}
    assert said(findings, "IMP010") == []


HOSTILE = {
    "deep": "<div>" * 20_000 + "x",
    "tables": "<table><tr><td>" * 2_000 + "x",
    "formatting": ("<b><i><u>" * 300 + "</b></i></u>") * 20,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">x",
    "names": "<ul class=authors>" + "<li class=author>" * 2_000 + "<span class=name>Roe</span>",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src='http://example.org'></iframe>",
    "entities": "&lt;!DOCTYPE a [&lt;!ENTITY b 'c'>]>&b;" * 100,
    "unclosed": "<div class=abstract><p><a href='x" + "y" * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_without_harm(name: str) -> None:
    head = "<meta name=citation_title content='Tides'><script type=application/ld+json>" + "[" * 5_000 + "</script>"
    draft, _ = read(page(head, HOSTILE[name]))
    assert draft["title"] == "Tides"
    assert "alert" not in str(draft)


def test_mutated_pages_never_fail() -> None:
    rng = random.Random(20)  # noqa: S311
    seeds = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
    for _ in range(40):
        read(mutated(rng.choice(seeds), rng))


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The bytes with a few cuts, doubled pieces, swapped bytes and strange insertions."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at, length = rng.randrange(len(made) + 1), rng.randrange(60)
        match rng.randrange(4):
            case 0:
                del made[at : at + length]
            case 1:
                made[at:at] = made[at : at + length] * rng.randint(1, 5)
            case 2:
                made[at : at + 1] = bytes([rng.randrange(256)])
            case _:
                made[at:at] = rng.choice(
                    [b"<", b">", b'"', b"<table>", b"<!--", b"&#0;", b"\0", b"]]>", b"<meta name=", b"{"]
                )
    return bytes(made)


@pytest.mark.real
@pytest.mark.parametrize("path", sorted((SHARED / "inputs" / "html").glob("*.html")), ids=lambda path: path.stem)
def test_real_pages_give_an_article(path: Path) -> None:
    draft, findings = read(path.read_bytes(), str(path))
    assert draft["title"]
    assert draft["authors"]
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]


def test_a_page_of_the_bootstrap_theme() -> None:
    draft, findings = read((PAGES / "ojs3-bootstrap-pt.html").read_bytes())
    assert [author["name"] for author in draft["authors"]] == [
        {"surname": "da Silva", "given": "João"},
        {"surname": "Souza", "given": "Maria"},
    ]
    assert draft["authors"][1]["orcid"] == "0000-0002-1825-0097"
    assert draft["authors"][0]["affiliations"][0]["country_code"] == "BR"
    assert (draft["doi"], draft["keywords"]) == ("10.5555/rm.4.2.1", "marés, sal")
    assert sorted(draft["abstract"]) == ["en", "pt"]
    assert len(draft["references"]) == 2
    assert draft["pages"] == "1–12"
    assert [str(finding) for finding in findings if finding.severity > Severity.INFO] == []


def test_a_page_without_any_meta_tag_is_read_by_its_text() -> None:
    draft, findings = read((PAGES / "plain-uk-1251.html").read_bytes())
    assert draft["title"] == "Солоність лиманів після повені 2018 року"
    assert [author["name"] for author in draft["authors"]] == ["О. П. Бондар", "Т. І. Ліс"]
    assert [author["affiliations"] for author in draft["authors"]] == ["aff1", "aff2"]
    assert "<i>Artemia salina</i>" in draft["abstract"]["uk"]
    assert sorted(draft["keywords"]) == ["en", "uk"]
    assert (draft["volume"], draft["issue"], draft["pages"]) == ("7", "4", "31–40")
    assert draft["history"] == {"received": "02.08.2019"}
    assert draft["subjects"] == {"udc": "551.463"}
    assert len(draft["references"]) == 2
    assert said(findings, "IMP001") == []


def test_the_default_theme_of_ojs_3_in_ukrainian() -> None:
    draft, findings = read((PAGES / "ojs33-uk.html").read_bytes())
    (author,) = draft["authors"]
    assert author["name"] == {"surname": "Лиман", "given": "Ганна"}
    assert author["orcid"] == "0000-0002-1825-0097"
    assert author["biography"] == "доктор філології"
    assert draft["abstract"] == {
        "uk": "У статті розглянуто мову лоцій Чорного моря.\n\nОписано 340 термінів.",
        "en": "The article deals with the language of sailing directions of the Black Sea.",
    }
    assert draft["keywords"] == {"uk": ["лоція", "термін"], "en": "sailing directions"}
    assert draft["copyright"] == "Авторське право (c) 2023 Ганна Лиман"
    assert draft["license"]["url"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert len(draft["references"]) == 2
    assert [str(finding) for finding in findings if finding.severity > Severity.INFO] == []


def test_a_repository_with_dublin_core_alone() -> None:
    draft, _ = read((PAGES / "dspace-en.html").read_bytes())
    assert draft["title"] == {"en": "Tides of the North", "uk": "Припливи Півночі"}
    assert [author["name"] for author in draft["authors"]] == ["Roe, Jane", "Doe, John"]
    assert draft["journal"] == {"publisher": "Harbour Press", "title": "Journal of Tides"}
    assert (draft["volume"], draft["issue"], draft["pages"], draft["published"]) == ("3", "2", "12-19", "2019")
    assert "history" not in draft  # DCTERMS.dateAccepted is the minute in which the repository took the file in


def test_json_ld_alone_and_dates_in_the_text() -> None:
    draft, findings = read((PAGES / "json-ld-de.html").read_bytes())
    assert draft["language"] == "de"
    assert draft["authors"][1]["name"] == {"surname": "von der Heide", "given": "Jürgen"}
    assert draft["authors"][0]["affiliations"][0]["text"] == "Küsteninstitut, Kiel"
    assert (draft["volume"], draft["issue"], draft["pages"], draft["doi"]) == ("12", "3", "45-56", "10.5555/zk.12.3.45")
    assert draft["history"] == {"received": "3. Januar 2022", "accepted": "4. April 2022"}
    assert draft["abstract"] == "Wir haben <i>Zostera</i> gemessen."
    assert len(draft["references"]) == 2
    assert len(said(findings, "IMP404")) == 1


def test_a_blog_page_in_turkish() -> None:
    draft, findings = read((PAGES / "blog-tr.html").read_bytes())
    assert draft["language"] == "tr"
    assert draft["title"] == "KIYI GELGİTLERİ VE TUZLULUK"
    assert [author["name"] for author in draft["authors"]] == ["Ayşe Yılmaz", "Mehmet Kaya"]
    assert draft["authors"][1]["email"] == "m.kaya@example.org"
    assert sorted(draft["abstract"]) == ["en", "tr"]
    assert draft["history"] == {"received": "01.02.2020", "accepted": "15.05.2020"}
    assert (draft["volume"], draft["issue"], draft["pages"]) == ("4", "2", "11-19")
    assert draft["references"][0] == "Kaya, M. (2015). Tuz. <i>Deniz Dergisi</i>, 1(1), 1-9."
    assert said(findings, "IMP001") == []
