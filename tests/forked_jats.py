"""A `jats` that starts in milliseconds: a server has imported the program and forks for each call.

The caller's arguments, folder, environment and open streams are those of the call; only the imports are shared. What a test says
about starting itself (imports, locale, hash seed, signals) needs a process of its own: `sys.executable -m jats`.
"""

from __future__ import annotations

import json
import os
import pkgutil
import select
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import jats
from jats.__main__ import main

ROOT = Path(__file__).resolve().parents[1]

CLIENT = """#!{python} -IS
import json, os, socket, sys

with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    call = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(server, [len(call).to_bytes(4)], [0, 1, 2])
    server.sendall(call)
    code = server.recv(1)
sys.exit(code[0] if code else "the process that ran jats died")
"""
PLAIN = '#!/bin/sh\nexec "{python}" -m jats "$@"\n'
"""Where processes can't be forked."""


@contextmanager
def program(folder: Path) -> Iterator[Path]:
    """The path of a `jats` that runs this checkout, alone in its new folder."""
    file = folder / "bin" / "jats"
    file.parent.mkdir(parents=True)
    address = str(folder / "socket")
    file.write_text((CLIENT if hasattr(os, "fork") else PLAIN).format(python=sys.executable, address=address), "utf-8")
    file.chmod(0o755)
    if not hasattr(os, "fork"):
        yield file
        return
    command = [sys.executable, "-m", "tests.forked_jats", address]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stdout.readline() == b"ready\n"
        yield file
        server.stdin.close()  # the server ends with the process that started it, however that ends


def serve(address: str) -> None:
    """Answer calls, each in a process of its own, until standard input ends."""
    for module in pkgutil.walk_packages(jats.__path__, "jats."):
        import_module(module.name)
    living = 0
    with socket.create_server(address, family=socket.AF_UNIX) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([server, sys.stdin], [], [])[0]:
            connection, _ = server.accept()
            living += 1
            if os.fork() == 0:
                server.close()
                code = answer(connection)
                connection.sendall(bytes([code]))
                os._exit(code)
            connection.close()
            while living and os.waitpid(-1, os.WNOHANG)[0]:
                living -= 1
    for _ in range(living):
        os.wait()


def answer(connection: socket.socket) -> int:
    """Run one call with the caller's streams and give its exit code."""
    length, streams, *_ = socket.recv_fds(connection, 4, 3)
    arguments, folder, environment = json.loads(received(connection, int.from_bytes(length)))
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    sys.argv[1:] = arguments
    return ran()


def ran() -> int:
    """The exit code that a process of its own would end with."""
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as the interpreter does
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else int(code is not None)


def received(connection: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        data += connection.recv(length - len(data))
    return data


if __name__ == "__main__":
    serve(sys.argv[1])
