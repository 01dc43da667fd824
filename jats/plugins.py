"""The public door for authors of plug-ins: `from jats.plugins import Hit, rule`.

A plug-in is an installed package with an entry point `jats.rules`, whose name is its target's and whose value is a module
with rules; docs/developers/rules.md shows one. It is loaded only if somebody names its target.
"""

from jats.rules.engine.registry import Hit, rule, text_rule

__all__ = ["Hit", "rule", "text_rule"]
