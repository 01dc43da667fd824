"""Article files by the hundred: a field and values that it may have, or may not in a way that JSON Schema can state."""

from __future__ import annotations

from typing import Any

PERSON = {"name": "Roe, Jane"}
TEXTS = ("Tides", 13, 1.5, "Tides & <i>salt</i>", "Припливи")
BY_LANGUAGE = ({"en": "Tides"}, {"en": "Tides", "uk": "Припливи"}, {"pt-BR": "Marés"}, {"": "Tides"})

_GOOD: dict[str, tuple[Any, ...]] = {
    "format": (1, "1"),
    "type": ("research-article", "editorial"),
    "language": ("en", "pt-BR"),
    "doi": ("10.5555/x", "https://doi.org/10.5555/x"),
    "ids": ({"pmid": 12345678}, {"publisher-id": "x", "arxiv": "2101.00001"}),
    "subjects": (
        "Oceanography", ["Oceanography", "Salt"], {"udc": "551.46"}, {"heading": "Seas", "jel": ["Q22", "Q25"]},
        [{"type": "jel", "subjects": ["Q22"], "groups": [{"subjects": "Q2"}]}],
    ),
    "title": (*TEXTS, *BY_LANGUAGE),
    "authors": (
        "Roe, Jane", ["Roe, Jane", "Doe, John"], PERSON, [PERSON, "Suharto"], {"surname": "Roe", "given": "J."},
        {"name": {"surname": "Roe", "suffix": "Jr."}}, {"name": {"en": "Roe, Jane", "uk": "Роу, Джейн"}},
        {"name": [{"full": "Nguyen Van An"}]}, {"collaboration": "Group", "members": [PERSON]}, {"anonymous": True},
        {"anonymous": "yes"}, {**PERSON, "orcid": "0000-0002-1825-0097", "orcid_authenticated": False},
        {**PERSON, "orcid": "https://orcid.org/0000-0002-1825-0097"}, {**PERSON, "ids": {"scopus": 7004212771}},
        {**PERSON, "roles": "Professor"}, {**PERSON, "roles": ["Investigation", {"credit": "Software", "degree": "lead"}]},
        {**PERSON, "email": ["a@example.org", "b@example.org"], "corresponding": "no"},
        {**PERSON, "affiliations": "Institute of Seas, Odesa"}, {**PERSON, "affiliations": [{"institution": "Seas"}]},
        {**PERSON, "equal_contribution": True, "deceased": True}, {**PERSON, "degrees": ["PhD", "MD"]},
        {**PERSON, "biography": {"en": {"title": "Life", "text": "Reads."}, "uk": "Читає."}},
        {**PERSON, "comment": ["One.", {"text": "Two."}]},
        {**PERSON, "on_behalf_of": {"en": "for all", "uk": "за всіх"}, "link": "https://example.org", "id": "roe"},
        {**PERSON, "roles": {"text": {"en": "Head"}, "vocabulary": "marcrelator", "authority": "LoC"}},
        {"surname": "Roe", "surname_initials": "R"}, {"collaboration": {"en": "Group", "uk": "Група"}},
        {"collaboration": {"name": {"en": "Group"}, "type": "committee"}, "members": ["Roe, Jane"]},
        {**PERSON, "phone": 1, "fax": ["2", "3"], "address": ["Odesa", {"city": {"en": "Lviv"}, "type": "present"}]},
        {**PERSON, "notes": ["coi", "Now in Lviv.", {"text": "Deceased."}], "correspondence": "j@example.org"},
    ),
    "contributors": ({**PERSON, "type": "editor"}, [{**PERSON, "type": "reviewer", "biography": "Reads."}]),
    "contributor_groups": (
        {"editors": "Roe, Jane", "reviewers": [PERSON]}, {"type": "editors", "members": PERSON},
        [{"members": ["Roe, Jane"], "roles": "Editor", "email": "e@example.org"}],
    ),
    "affiliations": (
        "Institute of Seas", ["Seas", "Salt"], {"institution": "Seas", "country_code": "UA"},
        [{"id": "a", "institution": {"en": "Seas", "uk": "Моря"}, "departments": [{"en": "Tides"}, "Salt"]}],
        {"text": "Seas", "postal_code": 65000}, {"institution": "Seas", "ids": {"isni": "0000000121032683"}},
        {"institution": "Seas", "ids": {"grid": {"value": "x", "vocabulary": "GRID"}}, "part_of": "a", "phone": 1, "link": "x"},
        {"institution": "Seas", "institution_type": "orgname", "other_names": {"original": {"en": "Seas, Odesa"}}},
        {"institution": "Seas", "departments": [{"name": {"en": "Tides"}, "ror": "03yrm5c26"}, {"uk": "Припливи"}, "Salt"]},
    ),
    "correspondence": (
        "Jane Roe", "Jane Roe, <email>j@example.org</email>", {"en": "Jane Roe", "uk": "Джейн Роу"},
        [{"id": "c", "label": "*", "text": {"en": "Jane Roe"}}, "John Doe"],
    ),
    "notes": ("Thanks.", ["Thanks.", "More thanks."], {"type": "coi-statement", "text": ["None.", "None at all."]}),
    "notes_heading": ("On the authors", {"title": "On the authors", "refers_to": ["a", "b"]}),
    "published": (
        2024, "2024-03-30", "Spring 2024", {"year": 2024, "month": 3}, {"electronic": "2024-03-30", "print": 2024},
        [{"type": "collection", "date": 2024}], [{"format": "print", "date": {"year": 2024, "season": "Spring"}}],
    ),
    "history": (
        {"received": "2023-11-02"}, {"received": 2023, "revised": [2023, "2024-01"]},
        [{"type": "accepted", "date": "2024-02-20"}],
    ),
    "events": (
        {"preprint": "2023-10-01"}, {"preprint": {"date": 2023, "doi": "10.5555/p", "license": "CC BY 4.0"}},
        {"type": "corrected", "date": 2024}, [{"description": "Posted.", "published": {"electronic": 2023}}],
    ),
    "version": ("VoR", 2, [{"text": "second", "designator": 2}, "AM"]),
    "undated": (True, "no"),
    "conference": (
        {"name": "Tides 2023", "date": "12-14 October 2023"},
        [{"acronym": {"en": "T"}, "date": 2023, "sponsors": ["A", "B"], "theme": "<i>Fucus</i>"}],
    ),
    "counts": (True, "yes", "no", {"figures": 3, "words": "5120"}, {"other": {"supplements": 2}}),
    "processing": (
        True, "yes", "pmc", ["pmc", "jats4r"],
        {"restricted_by": ["pmc", {"name": "jats4r", "version": 1}], "math": ["mathml", "tex"]},
        {"extended_by": "tides", "tables": "none", "custom": {"made-by": "Sea Press"}},
    ),
    "content_languages": ("en", ["en", "pt-BR"]),
    "volume_ids": ({"doi": "10.5555/v"}, {"doi": {"value": "10.5555/v", "url": "https://example.org", "authority": "A"}}),
    "volume": (13, "13"),
    "issue": (2, "2-3"),
    "pages": ("8-14", 8, {"first": 8, "last": 14}, {"range": "8-11, 14-19"}),
    "elocation_id": ("e17", 17),
    "copyright": ("© 2024 The Authors", {"year": 2024, "holder": {"en": "The Authors"}}),
    "license": ("CC BY 4.0", ["CC BY 4.0", {"url": "https://example.org/terms", "start": "2024-03-30"}]),
    "abstract": (
        "We measured.", {"en": "We measured.", "uk": "Ми виміряли."}, {"text": ["One.", "Two."]},
        {"sections": {"Aim": "To see.", "Methods": ["We looked.", "And saw."]}},
        [{"type": "teaser", "text": "Salt!"}, {"sections": [{"title": "Aim", "text": "To see."}]}],
    ),
    "keywords": ("tides; salt", ["tides", "salt"], {"en": ["tides"], "uk": "сіль"}, [{"type": "jel", "terms": ["Q22"]}]),
    "funding": (
        {"funder": "Harbour Fund", "numbers": 17}, [{"funder": {"name": "Harbour Fund", "doi": "10.13039/1"}}],
        {"numbers": ["HF-17"], "recipients": ["Roe, Jane"]},
        {"funder": ["A", "B"], "numbers": {"number": 1, "type": "internal"}, "name": "Salt", "id": "g"},
        {"numbers": 1, "recipients": [{"institution": "Lab"}], "investigators": {"surname": "Roe", "ids": {"x": 1}}},
    ),
    "funding_statement": (
        *TEXTS, *BY_LANGUAGE, {"text": "x", "refers_to": "g"}, [{"text": "x", "language": "uk"}, "y"], {"uk": {"text": "x"}},
    ),
    "support": ({"description": "Boats."}, [{"type": "staff", "awards": {"funder": "A"}, "resources": ["Boat", {"name": "x"}]}]),
    "acknowledgements": (*TEXTS, *BY_LANGUAGE, {"text": ["x", "y"]}, ["x", {"title": "Thanks", "text": "x"}], {"uk": ["x", "y"]}),
    "data_availability": ("On request.", {"en": "x", "uk": {"text": "y", "status": "uninformed"}}),
    "statements": ({"Ethics": "None."}, {"Ethics": ["a", "b"], "Funds": {"type": "x", "text": "y"}}, {"title": "x", "text": "y"}),
    "glossary": ({"HW": "high", "LW": ["a", "b"]}, {"terms": {"HW": {"definition": "x"}}}, [{"title": "T", "terms": {"a": 1}}]),
    "appendices": ({"A": "x"}, {"title": "A", "text": "x"}, [{"title": "A", "glossary": {"a": "b"}}, {"appendices": {"B": "y"}}]),
    "conflict_of_interest": ("None.", {"uk": ["a", "b"]}, ["a", {"text": "b", "label": "*"}], {"text": "b", "id": "c"}),
    "footnotes": ("x", ["x", {"type": "supported-by", "text": "y"}], [{"title": "Notes", "footnotes": ["x", {"text": "y"}]}]),
    "back_notes": ("Note.", {"Proof": "x"}, [{"type": "disclaimer", "text": "x"}]),
    "biographies": ("Reads.", [{"text": "x", "refers_to": ["a", "b"]}]),
    "back_order": ("references", ["appendices", "references"]),
    "references": (
        "Roe, J. Tides.", ["Roe, J. Tides.", {"text": "Doe, A. Salt."}], {"title": "Tides", "date": 2019},
        [{"type": "book", "authors": "Roe, J.; Doe, A.", "source": "Tides", "etal": "yes", "pages": {"first": 5}}],
        {"authors": [{"collaboration": "Group"}, {"surname": "Roe"}], "title": "Salt", "conference": {"name": "Tides 2017"}},
        {"title": "Sources", "references": ["Roe, J. Tides.", {"title": "Old", "references": "Doe, A. Salt."}]},
        {"people": {"inventor": "Roe, J."}, "publisher": ["Press", {"name": "Press", "ror": "x"}], "dates": {"filed": 1859}},
        {"text": "a", "works": ["b", {"remark": "c"}], "alternatives": "d", "annotation": ["e", "f"], "isbn": {"print": "x"}},
    ),
    "journal": (
        {"title": "Journal of Tides", "issn": "1234-5679"},
        {"title": {"en": "Tides", "uk": "Припливи"}, "issn": {"print": "2049-3630", "electronic": "1234-5679"}},
        {"contributors": {**PERSON, "type": "editor"}, "affiliations": "Seas", "notes": {"History": "Founded in 1990."}},
        {"ids": {"publisher-id": "jt"}, "publisher": "Harbour Press"}, {"publisher": {"name": "Press", "place": "Odesa"}},
    ),
}  # fmt: skip

_TEXT_WANTED = ("doi", "type", "language", "volume", "issue", "elocation_id")
_BROKEN: dict[str, tuple[Any, ...]] = {
    **{field: ({"text": "x"}, ["x"], [[]]) for field in _TEXT_WANTED},
    "format": (2, "2.0", [1], {"version": 1}),
    "titel": ("Tides",),
    "autors": ("Roe, Jane",),
    "keyword": (["tides"],),
    "x-own": (1,),
    "ids": ("x", ["x"], {"pmid": ["x"]}),
    "title": ({"english": "Tides"}, {"e": "Tides"}, {"en": ["Tides"]}, {"en": {"text": "Tides"}}, ["Tides"]),
    "subtitle": ({"in English": "Tides"}, [["Tides"]]),
    "subjects": ([{"type": "jel", "subject": "Q22"}], [["Q22"]]),
    "authors": (
        [["Roe, Jane"]], {**PERSON, "orcd": "0000-0002-1825-0097"}, {**PERSON, "orcid": ["0000-0002-1825-0097"]},
        {**PERSON, "corresponding": "main"}, {**PERSON, "deceased": 3}, {**PERSON, "email": {"work": "a@example.org"}},
        {**PERSON, "roles": [{"credit": "Software", "degree": "most"}]}, {**PERSON, "roles": [{"term": "Software"}]},
        {"name": {"surname": "Roe", "style": "northern"}}, {"name": {"surname": "Roe", "middle": "K."}},
        {"name": {"surname": ["Roe"]}}, {"name": {"English": "Roe"}}, {"collaboration": ["Group"]},
        {"collaboration": {"title": "Group"}}, {**PERSON, "comment": {"english": "Thanks."}}, {**PERSON, "biography": [["x"]]},
        {"collaboration": "Group", "members": "x", "size": 3}, {**PERSON, "ids": ["x"]}, {**PERSON, "affiliations": [["x"]]},
        {**PERSON, "affiliations": {"name": "Seas"}}, {**PERSON, "degrees": {"en": "PhD"}}, {**PERSON, "url": {"a": "b"}},
    ),
    "contributors": ({**PERSON, "kind": "editor"}, [{**PERSON, "type": ["editor"]}]),
    "contributor_groups": ("Roe, Jane", {"type": "editors"}, [{"members": [["x"]]}], {"editors": [["x"]]}),
    "affiliations": (
        [["Seas"]], {"name": "Seas"}, {"institution": ["Seas"]}, {"institution": {"English": "Seas"}}, {"id": {"a": "b"}},
        {"text": "Seas", "zip": 65000}, {"text": "Seas", "ids": "x"}, {"text": "Seas", "departments": [["Tides"]]},
    ),
    "correspondence": ([["x"]], {"address": "x"}, {"id": "c", "label": "*"}, [{"text": ["x"]}]),
    "notes": ({"en": "Thanks."}, [["Thanks."]], {"type": "equal"}),
    "notes_heading": (["x"], {"heading": "x"}),
    "published": (
        {"electronic": ["2024"]}, [{"type": "pub"}], [{"type": "pub", "date": 2024, "when": "x"}], {"year": [2024]},
        [{"date": {"year": 2024, "months": 3}}],
    ),
    "history": ("2024", 2024, [{"type": "received"}], [{"date": 2024}], [{"type": "x", "date": 2024, "place": "y"}]),
    "events": (["preprint", {"when": 2023}], {"preprint": ["2023"]}, [{"type": "preprint", "date": {"day": 1, "hour": 2}}]),
    "version": ({"designator": 2}, {"text": "second", "day": 2024}),
    "undated": ("perhaps", 2024),
    "conference": ("Tides 2023", {"name": "Tides 2023"}, {"name": "Tides 2023", "date": 2023, "town": "Odesa"}),
    "counts": ("many", 3, {"figures": "three"}, {"figures": -1}, {"pictures": 3}, {"other": {"maps": "two"}}),
    "processing": ([["pmc"]], {"tables": "html"}, {"math": "mathml, tex"}, {"restricted_by": {"version": 1}}),
    "volume_ids": ({"doi": {"url": "https://example.org"}}, {"doi": {"value": "10.5555/v", "link": "x"}}),
    "pages": (["8-14"], {"first": 8, "end": 14}, {"first": [8]}),
    "copyright": (["x"], {"owner": "x"}, {"year": {"from": 2024}}),
    "license": ([["CC BY 4.0"]], {"title": "CC BY"}, {"name": {"en": "CC BY"}}, {"name": "CC BY 4.0", "start": ["2024"]}),
    "abstract": (
        {"english": "We measured."}, {"text": {"en": "x"}}, {"sections": {"Aim": {"txt": "To see."}}}, [{"txt": "x"}],
        {"sections": "Aim"},
    ),
    "keywords": ({"english": "tides"}, [{"terms": ["Q22"], "codes": ["Q22"]}], [["tides"]]),
    "funding": (
        "Harbour Fund", ["HF-17"], {"fund": "x"}, {"funder": {"title": "x"}}, {"funder": {"doi": "10.13039/1"}},
        {"numbers": {"type": "internal"}}, {"numbers": 1, "in_kind": "some"}, {"name": {"title": "x"}},
    ),
    "funding_statement": ({"english": "x"}, [["x"]], {"text": "x", "about": "g"}, {"refers_to": "g"}),
    "support": ("Boats", [["x"]], {"resources": {"type": "boat"}}, {"awards": "A"}),
    "acknowledgements": ({"english": "x"}, [["x"]], {"body": "x"}, {"text": "x", "status": "y"}),
    "data_availability": ({"english": "x"}, {"text": "x", "state": "y"}),
    "statements": ("None.", [{"text": "x"}], [["x"]]),
    "glossary": ("HW", [["HW"]], [{"terms": [{"term": "a"}]}], [{"words": {"a": "b"}}]),
    "appendices": ("x", [{"text": "x"}], [{"appendices": "x"}], [{"title": "A", "text": "x", "supplement": True}]),
    "conflict_of_interest": ([["x"]], {"english": "x"}, {"text": "x", "kind": "y"}),
    "footnotes": ([["x"]], {"title": "x"}, [{"footnotes": [["x"]]}], {"kind": "x", "text": "y"}),
    "biographies": ([{"name": "x"}], [["x"]]),
    "back_order": (["thanks"], {"references": 1}),
    "references": (
        [["Roe"]], {"titel": "Tides"}, {"title": ["Tides"]}, {"title": "Tides", "etal": "maybe"},
        {"title": "Tides", "pages": {"from": 5}}, {"title": "Tides", "date": [2019]}, {"title": "x", "conference": ["y"]},
        {"title": "Tides", "authors": [{"nme": "Roe"}]}, {"title": "Tides", "references": [{"titel": "x"}]},
        {"title": "Tides", "people": "Roe, J."}, {"title": "Tides", "works": [{"works": ["x"]}]},
        {"title": "Tides", "publisher": {"ror": "x"}},
    ),
    "journal": ("Tides", ["Tides"], {"name": "Tides"}, {"issn": ["1234-5679"]}, {"title": {"english": "Tides"}}),
}  # fmt: skip


def rows(table: dict[str, tuple[Any, ...]]) -> list[dict[str, Any]]:
    """An article file for each value."""
    return [{field: value} for field, values in table.items() for value in values]


GOOD, BROKEN = rows(_GOOD), rows(_BROKEN)
