"""Each scheme writes the words that its own text gives as examples as it gives them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jats.vocab.transliteration import SCHEMES, scheme_for, transliterate

# Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010, the examples in its table.
RESOLUTION_55 = """
    Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia, Володимир Volodymyr,
    Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany, Донецьк Donetsk, Дмитро Dmytro,
    Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych, Короп'є Koropie, Житомир Zhytomyr,
    Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia, Казимирчук Kazymyrchuk, Медвин Medvyn, Михайленко Mykhailenko,
    Іванків Ivankiv, Іващенко Ivashchenko, Їжакевич Yizhakevych, Кадиївка Kadyivka, Мар'їне Marine, Йосипівка Yosypivka,
    Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn, Леонід Leonid, Миколаїв Mykolaiv,
    Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko, Полтава Poltava, Петро Petro,
    Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia, Тернопіль Ternopil, Троць Trots,
    Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk, Харків Kharkiv, Христина Khrystyna,
    Біла_Церква Bila_Tserkva, Стеценко Stetsenko, Чернівці Chernivtsi, Шевченко Shevchenko, Шостка Shostka,
    Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha, Гаращенко Harashchenko, Юрій Yurii, Корюківка Koriukivka,
    Яготин Yahotyn, Ярошенко Yaroshenko, Костянтин Kostiantyn, Знам'янка Znamianka, Феодосія Feodosiia, Розгон Rozghon
"""
OTHERS = """
    kmu-55: ЩУКА SHCHUKA, Знам’янка Znamianka, Знамʼянка Znamianka, Нечуй-Яворський Nechui-Yavorskyi
    dstu-9112-a: Київ Kyïv, Україна Ukraïna
    dstu-9112-b: Київ Kyjiv, Україна Ukrajina
    iso-9-uk: Щука Ŝuka, Юля Ûlâ
    bgn-pcgn-2019-uk: Київ Kyiv
    ala-lc-uk: Київ Kyïv, Юрій I͡uriĭ
    icao-9303-ru: Юрий Iurii, Хрущев Khrushchev, Подъячев Podieiachev
    gost-r-52535.1: Юрий Iurii, Цветаева Tcvetaeva
    gost-7.79-a: Юрий Ûrij, Щедрин Ŝedrin
    gost-7.79-b: Юрий Yurij, Щедрин Shhedrin
    ala-lc-ru: Щедрин Shchedrin
    bg-2009: София Sofia, България Bulgaria, Търново Tarnovo, Люлин Lyulin, Синьо Sinyo, Щърклево Shtarklevo,
      Ямбол Yambol, Цар Tsar, ШУМЕН SHUMEN, Мария Maria, Ловеч Lovech, Хасково Haskovo, Йордан Yordan
    bgn-pcgn-1979-kk: Қазақстан Qazaqstan, Астана Astana, Өскемен Öskemen, Семей Semey, Жамбыл Zhambyl, Шымкент Shymkent,
      Шиелі Shīeli, Әуезов Äūezov, Әулиекөл Äūlīeköl, Ұялы Uyaly, Үшқұлын Üshqulyn, Өгізмүйіз Ögizmüyiz, Хамитқора Khamītqora,
      Іңқардария Ingqardarīya, Чайкино Chaykīno, Цуриковка Tsūrīkovka, Щебнюха Shchebnyukha, Энгельс Ėngel’s,
      Рысқұлов Rysqulov, Даңғылы Dangghyly, ҚОЖА QOZHA
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(word, latin) for word, latin in (pair.split() for pair in text.split(","))]


def other_pairs() -> list[tuple[str, str, str]]:
    parts = OTHERS.replace("\n      ", " ").strip().splitlines()
    return [
        (name.strip(), *pair) for name, _, words in (part.partition(":") for part in parts) for pair in pairs(words)
    ]


@pytest.mark.parametrize(("word", "latin"), pairs(RESOLUTION_55))
def test_examples_of_resolution_55(word: str, latin: str) -> None:
    assert transliterate(word, "kmu-55") == latin


@pytest.mark.parametrize(("scheme", "word", "latin"), other_pairs())
def test_examples_of_the_other_schemes(scheme: str, word: str, latin: str) -> None:
    assert transliterate(word, scheme) == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Ігнацевич, С. П.", "Ihnatsevych, S. P."),
        ("Ющенко, Є. Ю.", "Yushchenko, Ye. Yu."),
        ("О'Ніл та О’Ніл", "ONil ta ONil"),
    ],
)
def test_names_with_initials_and_apostrophes(name: str, latin: str) -> None:
    assert transliterate(name, "kmu-55") == latin


def test_every_scheme_has_examples() -> None:
    assert {scheme for scheme, _, _ in other_pairs()} == set(SCHEMES)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_latin_text_stays(scheme: str) -> None:
    assert transliterate("Roe, J. (2019) – O'Neill", scheme) == "Roe, J. (2019) – O'Neill"


@pytest.mark.parametrize(
    ("language", "name"), [("uk", "kmu-55"), ("ru-RU", "icao-9303-ru"), ("bg", "bg-2009"), ("kk", "bgn-pcgn-1979-kk")]
)
def test_the_scheme_of_a_language_is_that_of_its_documents(language: str, name: str) -> None:
    scheme = scheme_for(language)
    assert scheme is not None
    assert scheme.name == name


@pytest.mark.parametrize("language", ["ky", "en", "", "ukr"])
def test_other_languages_have_none(language: str) -> None:
    assert scheme_for(language) is None


def test_a_scheme_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        transliterate("Київ", "nothing")


def test_the_tables_are_loaded_when_they_are_used() -> None:
    code = "import sys, jats.vocab.transliteration; sys.exit('translitua' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
