"""The reference list: each reference by its fields, as printed with its fields marked, or both; lists in it and beside it."""

from __future__ import annotations

from jats.elements.references.lists import write_ref_lists, write_references

__all__ = ["write_ref_lists", "write_references"]
