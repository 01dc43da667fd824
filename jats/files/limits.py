"""How large a file may be, and what the system's errors mean in the words of this program."""

from __future__ import annotations

import errno

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read, as in `jats.xmlio`: a tree takes some ten times its size."""


def too_large(size: int) -> str:
    """The message about a file of `size` bytes."""
    return f"is larger than is read ({size // 1_000_000} MB; the limit is {LARGEST // 1_000_000} MB): keep only articles in it"


def reason(error: OSError) -> str:
    """What the operating system's error means to a person, in the words of this program."""
    words = {
        errno.ENOENT: "there is no such file",
        errno.EACCES: "may not be read: ask its owner, or change its permissions",
        errno.EPERM: "may not be read: ask its owner, or change its permissions",
        errno.ELOOP: "is a symbolic link that leads back to itself",
        errno.EISDIR: "is a folder",
        errno.ENAMETOOLONG: "has a longer name than the system allows",
        errno.ENXIO: "is a socket or a device, not a file",
        errno.ENOSPC: "there is no room left on the disk",
        errno.EDQUOT: "there is no room left within your quota on the disk",
        errno.ENOTDIR: "has a file where its path needs a folder",
    }
    return words.get(error.errno or 0) or f"can't be read: {error.strerror or error}"
