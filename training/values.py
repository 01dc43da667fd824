"""The numbers, dates, names and addresses of a work that does not exist."""

from __future__ import annotations

from random import Random

from training.works import Work, body_of, book_of, glue, house_of, latin, people_of, title_of, town_of, words_of

_MONTHS = {
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_CYRILLIC = ("uk", "ru", "bg", "kk")
_SITES = (
    "www.example-{}.org",
    "{}.gov.example",
    "journal-{}.example",
    "data.{}.example",
    "{}.edu.example",
    "lib.{}.example",
)
_WORDS = ("article", "view", "index.php", "download", "pub", "content", "files", "reports", "item", "handle", "doc")
_ISO = ("ISO", "ISO/IEC", "EN ISO", "IEC")
_STANDARDS = {
    "uk": ("ДСТУ", "ДСТУ", "ГОСТ", "ДСТУ ISO", "ДБН", "СОУ"),
    "ru": ("ГОСТ", "ГОСТ Р", "СНиП", "ISO"),
    "bg": ("БДС", "БДС EN"),
    "kk": ("ҚР СТ", "ГОСТ"),
    "pt": ("NBR", "ABNT NBR", "ISO"),
    "es": ("UNE", "NTC", "NMX", "ISO"),
    "de": ("DIN", "DIN EN", "DIN ISO"),
    "fr": ("NF", "NF EN"),
    "it": ("UNI", "UNI EN", "CEI"),
    "pl": ("PN", "PN-EN"),
    "tr": ("TS", "TS EN"),
    "en": ("ISO", "BS EN", "ASTM D", "ISO/IEC", "IEEE Std"),
}
_SERIES = (
    *(
        "Working Paper No.",
        "Working Paper",
        "Discussion Paper No.",
        "Policy Brief",
        "Technical Report No.",
        "Research Report",
    ),
    *(
        "NBER Working Paper",
        "Occasional Paper",
        "Development Brief",
        "Fact Sheet",
        "Report No.",
        "Publication",
        "Document",
    ),
)


def work_of(lang: str, random: Random) -> Work:
    """A work of one language or way of writing: `rom` is transliterated, `gbt` and `pin` are Chinese in Latin letters."""
    if lang == "rom":
        return _romanised(random.choice(("uk", "uk", "uk", "ru", "ru", "bg", "kk")), random)
    if lang in ("gbt", "pin"):
        return _chinese_in_latin(lang, random)
    values = _words_in(lang, random) | _numbers(random) | _dates(lang, random) | _addresses(random)
    values |= {name: random.choice(choices) for name, choices in glue(lang).items()}
    values |= _editions(lang, values["ed"])
    most = 3 if lang in _CYRILLIC and random.random() < 0.6 else 8
    return Work(lang, values, people_of(lang, random, most), people_of(lang, random, 3))


def _words_in(lang: str, random: Random) -> dict[str, str]:
    words = words_of(lang)
    law = random.choice(words["laws"])
    name = {"s": "journals", "pb": "publishers", "pl": "places", "inst": "institutions", "conf": "conferences",
            "cloc": "places"}  # fmt: skip
    values = {key: random.choice(words[group]) for key, group in name.items()}
    values |= {"pb": house_of(lang, random), "pl": town_of(lang, random)}
    values |= {"org": body_of(lang, random), "org2": body_of(lang, random)}
    values["orgp"] = values["org"]  # the author that is the publisher, too
    values |= {"t": title_of(lang, random), "b": book_of(lang, random), "law": law}
    values |= {"std": _standard(lang, random), "series": f"{random.choice(_SERIES)} {random.randint(1, 400)}"}
    if words["booktypes"]:
        values["bt"] = random.choice(words["booktypes"])
    return values


def _standard(lang: str, random: Random) -> str:
    """A standard: its number, which holds a year, before or after its title."""
    year = random.choice((str(random.randint(1970, 2023)), f"{random.randint(70, 99)}"))
    number = f"{random.choice(_STANDARDS.get(lang, _ISO))} {random.randint(100, 29999)}{random.choice(':-–')}{year}"
    title = book_of(lang, random)
    return random.choice((f"{number}. {title}", f"{number}. {title}", f"{number} {title}", f"{title}: {number}"))


def _numbers(random: Random) -> dict[str, str]:
    first = random.choice((random.randint(1, 99), random.randint(100, 999), random.randint(1000, 4999)))
    last = first + random.randint(1, 24)
    dash = random.choice(("–", "–", "-", "-", "—", "‐", " – ", "‑"))
    printed_last = str(last)
    if first > 100 and random.random() < 0.15:
        printed_last = str(last)[-2:]
    return {
        "v": str(random.choice((random.randint(1, 60), random.randint(1, 400)))),
        "n": random.choice((str(random.randint(1, 12)),) * 8 + ("1-2", "3–4", "1 (25)", "2(14)")),
        "sup": str(random.randint(1, 4)),
        "whole": str(random.randint(20, 260)),
        "mm": f"{random.randint(1, 12):02}",
        "dd": f"{random.randint(1, 28):02}",
        "d1": str(random.randint(1, 14)),
        "d2": str(random.randint(15, 31)),
        "y0": str(random.randint(1990, 2024)),
        "n1": f"{random.randint(0, 5)}.{random.randint(0, 9)}{random.choice(('', '.2', '-3'))}",
        "num1": str(random.randint(1000000, 9999999)),
        "art": random.choice(("", "", "[Article]")),
        "ed2": f"{random.randint(2, 6)}-ге",
        "p1": str(first),
        "elo": random.choice((f"e{random.randint(100, 99999)}", str(random.randint(10000, 1999999)), str(first))),
        "p": f"{first}{dash}{printed_last}",
        "sz": str(random.randint(60, 700)),
        "ed": str(random.randint(2, 7)),
        "num": random.choice(
            ("08.00.03", "10.02.01", "12-34", "2010/4", f"{random.randint(10, 9999)}", "13.00.04", "NBR 2", "1556-VII")
        ),
        "issn": f"{random.randint(1000, 9999)}-{random.randint(100, 999)}X",
        "isbn": f"978-{random.randint(0, 9)}-{random.randint(1000, 9999)}-{random.randint(1000, 9999)}-{random.randint(0, 9)}",
        "pmid": str(random.randint(7000000, 39999999)),
    }


def _dates(lang: str, random: Random) -> dict[str, str]:
    year = str(random.choice((random.randint(1950, 1999), random.randint(2000, 2025), random.randint(2005, 2025))))
    if lang == "fa":
        year = str(random.randint(1360, 1403))
    if random.random() < 0.06:
        year += random.choice("abc")
    return {"y": year, "acc": _day(lang, random), "acc2": _day(lang, random), "cdate": "12–14 May"}


def _day(lang: str, random: Random) -> str:
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(2009, 2025)
    names = _MONTHS.get(lang, "").split() or _ENGLISH
    numeric = f"{day:02}.{month:02}.{year}"
    if lang in ("zh", "ja", "ko", "gbt", "pin"):
        return random.choice((f"{year}-{month:02}-{day:02}", f"{year}.{month}.{day}"))
    if lang in _CYRILLIC or lang in ("pl", "de"):
        return random.choice((numeric, numeric, f"{day} {names[month - 1]} {year}" if lang in _MONTHS else numeric))
    worded = f"{day} de {names[month - 1]} de {year}" if lang == "es" else f"{day} {names[month - 1]} {year}"
    english = f"{names[month - 1]} {day}, {year}"
    return random.choice(
        (
            worded,
            worded,
            english if lang == "en" else worded,
            f"{year}-{month:02}-{day:02}",
            f"{day:02}/{month:02}/{year}",
        )
    )


def _addresses(random: Random) -> dict[str, str]:
    letters = "".join(random.choice("abcdefghiklmnoprstuvz") for _ in range(random.randint(3, 7)))
    doi = f"10.{random.randint(1000, 59999)}/{letters}.{random.randint(1990, 2025)}.{random.randint(1, 9999)}"
    if random.random() < 0.4:
        number = f"{random.randint(1000, 9999)}-{random.randint(1000, 9999)}-{random.randint(2000, 2025)}"
        doi = f"10.{random.randint(1000, 59999)}/{number}-{random.randint(1, 30)}"
    path = "/".join(random.choice(_WORDS) for _ in range(random.randint(1, 3)))
    url = f"{random.choice(('https', 'http'))}://{random.choice(_SITES).format(letters)}/{path}/{random.randint(1, 99999)}"
    return {"doi": doi, "doiurl": f"https://doi.org/{doi}", "url": url}


def _editions(lang: str, number: str) -> dict[str, str]:
    ordinal = {"2": "2nd", "3": "3rd"}.get(number, f"{number}th")
    forms = {
        "ed:v": f"{ordinal} ed.",
        "ed:a": f"{ordinal} ed.",
        "ed:c": f"{ordinal} ed.",
        "ed:i": f"{ordinal} ed",
        "ed:b": f"{number}. ed.",
    }
    if lang == "uk":
        forms["edg"] = f"{number}-ге вид., перероб. і допов."
    if lang == "ru":
        forms["edg"] = f"{number}-е изд., испр. и доп."
    return forms


def _romanised(lang: str, random: Random) -> Work:
    """A Cyrillic work in Latin letters with an English translation of its titles."""
    own = work_of(lang, random)
    english = work_of("en", random)
    values = {
        key: value if key in ("y", "v", "n", "p", "p1", "sz", "doi", "doiurl", "url", "series") else latin(value, lang)
        for key, value in own.values.items()
    }
    values |= {
        key: value for key, value in english.values.items() if key not in values or key in ("acc", "edw", "cdate")
    }
    values |= {
        "tt": english.values["t"],
        "tb": english.values["b"],
        "ts": english.values["s"],
        "tc": english.values["conf"],
    }
    values |= {name: random.choice(choices) for name, choices in glue("rom").items()}
    people = [(latin(surname, lang), latin(given, lang)) for surname, given in own.authors]
    editors = [(latin(surname, lang), latin(given, lang)) for surname, given in own.editors]
    return Work("rom", values, people, editors)


_PINYIN_SURNAMES = (
    "Wang",
    "Li",
    "Zhang",
    "Chen",
    "Liu",
    "Zhao",
    "Huang",
    "Zhou",
    "Wu",
    "Xu",
    "Sun",
    "Ma",
    "Ouyang",
    "Hu",
    "Lin",
    "Guo",
    "He",
    "Gao",
)
_PINYIN_GIVEN = (
    "Wei",
    "Fang",
    "Jianguo",
    "Lihua",
    "Zhiqiang",
    "Ming",
    "Xiaodong",
    "Yulan",
    "Guodong",
    "Xue",
    "Haiyan",
    "Wenbo",
    "Jun",
    "Yong",
    "Peng",
)


def _chinese_in_latin(lang: str, random: Random) -> Work:
    own = work_of("en", random)
    values = own.values | {name: random.choice(choices) for name, choices in glue("pin").items()}
    values["pl"] = random.choice(("Beijing", "Shanghai", "Nanjing", "Xi'an", own.values["pl"]))
    values["pb"] = random.choice(("Science Press", "Higher Education Press", "China Machine Press", own.values["pb"]))
    if lang == "gbt" and random.random() < 0.5:
        return Work(lang, values, own.authors, own.editors)
    people = [
        [(random.choice(_PINYIN_SURNAMES), random.choice(_PINYIN_GIVEN)) for _ in group]
        for group in (own.authors, own.editors)
    ]
    return Work(lang, values, people[0], people[1])
