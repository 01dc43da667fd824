"""Headings that a part has where the editor writes none."""

from __future__ import annotations

_DATA_AVAILABILITY = {
    "de": "Verfügbarkeit der Daten",
    "en": "Data availability",
    "es": "Disponibilidad de datos",
    "fr": "Disponibilité des données",
    "it": "Disponibilità dei dati",
    "pl": "Dostępność danych",
    "pt": "Disponibilidade de dados",
    "uk": "Доступність даних",
}


def data_availability_heading(language: str | None) -> str:
    """The usual heading of a statement on data in that language; in English where it isn't known here."""
    return _DATA_AVAILABILITY.get((language or "en").partition("-")[0].casefold(), _DATA_AVAILABILITY["en"])
