"""Talks to a kernel as a notebook does, with nothing but the standard library: the training run of the AOT cache must execute real cells
over real sockets, also on a machine where Jupyter is not installed.

Only what that takes is here: a ZMTP 3.0 client (https://rfc.zeromq.org/spec/23/) without security, for sockets on loopback.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import struct
import threading
import uuid
from pathlib import Path
from typing import List

# A cell of the training program may take so long, in seconds.
PATIENCE = 60

GREETING = b"\xff" + bytes(8) + b"\x7f" + b"\x03\x00" + b"NULL".ljust(20, b"\0") + b"\0" + bytes(31)
MORE, LONG, COMMAND = 1, 2, 4
DELIMITER = b"<IDS|MSG>"


class Peer:
    """One ZeroMQ socket that connects to one other."""

    def __init__(self, port: int, kind: bytes):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._socket.sendall(GREETING)
        self._exactly(len(GREETING))
        self._frame(COMMAND, b"\x05READY" + _property(b"Socket-Type", kind) + _property(b"Identity", b""))
        self.receive()

    def send(self, parts: List[bytes]) -> None:
        for part in parts[:-1]:
            self._frame(MORE, part)
        self._frame(0, parts[-1])

    def receive(self) -> List[bytes]:
        """The next message; a command counts as one of a single part."""
        parts = []
        while True:
            (flags,) = self._exactly(1)
            size = struct.unpack(">Q", self._exactly(8))[0] if flags & LONG else self._exactly(1)[0]
            parts.append(self._exactly(size))
            if not flags & MORE:
                return parts

    def close(self) -> None:
        self._socket.close()

    def _frame(self, flags: int, body: bytes) -> None:
        short = len(body) < 256
        size = bytes([len(body)]) if short else struct.pack(">Q", len(body))
        self._socket.sendall(bytes([flags | (0 if short else LONG)]) + size + body)

    def _exactly(self, count: int) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            got = self._socket.recv(count - len(parts))
            if not got:
                raise ConnectionError("the kernel closed the connection")
            parts += got
        return bytes(parts)


def _property(name: bytes, value: bytes) -> bytes:
    return bytes([len(name)]) + name + struct.pack(">I", len(value)) + value


class Connection:
    """Five free ports and a key, as a server writes them down for its kernel."""

    PORTS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")

    def __init__(self, file: Path):
        self.file = file
        self.key = uuid.uuid4().hex
        free = [socket.socket() for _ in self.PORTS]
        for one in free:
            one.bind(("127.0.0.1", 0))
        self.ports = {name: one.getsockname()[1] for name, one in zip(self.PORTS, free)}
        for one in free:
            one.close()
        settings = {"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": self.key, **self.ports}
        file.touch(mode=0o600)
        file.write_text(json.dumps(settings))

    def request(self, kind: str, content: dict) -> List[bytes]:
        header = {"msg_id": uuid.uuid4().hex, "session": self.key, "username": "rehearsal", "msg_type": kind, "version": "5.4", "date": "2026-01-01T00:00:00Z"}
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        signature = hmac.new(self.key.encode(), b"".join(parts), hashlib.sha256).hexdigest().encode()
        return [DELIMITER, signature, *parts]


def rehearse(connection: Connection, cells: List[str]) -> None:
    """Executes the cells in the kernel that listens there, asks for completions and the like, and ends it."""
    shell = Peer(connection.ports["shell_port"], b"DEALER")
    iopub = Peer(connection.ports["iopub_port"], b"SUB")
    control = Peer(connection.ports["control_port"], b"DEALER")
    iopub.send([b"\x01"])
    threading.Thread(target=_drain, args=(iopub,), daemon=True).start()
    requests = [("kernel_info_request", {}), *(("execute_request", _execution(cell)) for cell in cells)]
    requests += [
        ("complete_request", {"code": "sys.getref", "cursor_pos": 10}),
        ("inspect_request", {"code": "gc", "cursor_pos": 2, "detail_level": 0}),
        ("is_complete_request", {"code": "for i in range(3):"}),
    ]
    for kind, content in requests:
        shell.send(connection.request(kind, content))
        shell.receive()
    control.send(connection.request("shutdown_request", {"restart": False}))
    control.receive()
    for peer in (shell, control):
        peer.close()


def _execution(code: str) -> dict:
    return {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": False}


def _drain(iopub: Peer) -> None:
    """Takes what is published until the kernel ends, which closes the connection."""
    try:
        while True:
            iopub.receive()
    except OSError:
        iopub.close()
