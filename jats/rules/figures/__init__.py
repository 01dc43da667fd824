"""Figures, tables, supplementary material, and what makes them accessible."""
