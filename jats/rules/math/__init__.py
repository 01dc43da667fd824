"""Formulas, TeX and MathML."""
