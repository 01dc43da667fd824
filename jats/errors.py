"""What can go wrong with the world, as opposed to the data.

    JatsError
    ├── InputError    a file can't be read, or isn't what its name says
    ├── SchemaError   no schema of that name, or a schema file can't be loaded
    ├── TargetError   no service of that name
    └── PluginError   somebody's rule, importer or exporter doesn't load

Each message is one line that says what to do next. Faults in the data are findings (jats/findings.py), never exceptions.
"""

from __future__ import annotations


class JatsError(Exception):
    """Base of all that `jats` raises on purpose."""


class InputError(JatsError):
    """Raised when an input is missing, unreadable, or not of the format it claims."""


class SchemaError(JatsError):
    """Raised when a schema is unknown or can't be loaded."""


class TargetError(JatsError):
    """Raised when a service is asked for that the tool doesn't know."""


class PluginError(JatsError):
    """Raised when a plug-in can't be loaded."""
