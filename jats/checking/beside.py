"""XML that was built from an article file beside it: the article file is what an editor corrects, so it alone is checked."""

from __future__ import annotations

import os
from dataclasses import replace

from jats.files.kinds import ARTICLE_SUFFIXES, configures
from jats.files.outputs import Outputs
from jats.files.sources import Source
from jats.options import Options


def built_beside(data: bytes, source: Source, options: Options) -> str | None:
    """The article file beside a found XML file whose build gives exactly these bytes; `None` if there is none.

    XML that was changed by hand, or is older than its article file, is not such a file and is judged by itself.
    """
    if source.path is None:
        return None
    folder = os.path.dirname(source.path) or os.curdir
    path = os.path.realpath(source.path)
    for name in sorted(os.listdir(folder)):
        article = os.path.join(folder, name)
        if name.lower().endswith(ARTICLE_SUFFIXES) and not configures(name) and _output(article) == path:
            return os.path.normpath(article) if _builds(article, data, options) else None
    return None


def _output(article: str) -> str:
    return os.path.realpath(Outputs(None).path_for(article))


def _builds(article: str, data: bytes, options: Options) -> bool:
    from jats.errors import InputError
    from jats.files.sources import read_file
    from jats.pipeline import build_article

    declared = _as_declared(data, article, options)
    # It may have been built before a target was named for the check, and services want different forms.
    ways = [declared, *([replace(declared, targets=())] if declared.targets else [])]
    try:
        return any(build_article(read_file(article), article, way).xml == data for way in ways)
    except InputError:
        return False


def _as_declared(data: bytes, name: str, options: Options) -> Options:
    """The options with the version and tag set that the XML declares: it may have been built for others."""
    from jats.schema.catalog import variant
    from jats.schema.choose import choose
    from jats.xmlio import MalformedXml, parse

    try:
        chosen = choose(parse(data, name)).name
    except MalformedXml:
        return options
    if chosen is None:
        return options
    declared = variant(chosen)
    return replace(options, version=declared.version, tag_set=declared.tag_set)
