"""A model's server that speaks the OpenAI protocol on loopback and fails in any way that is asked.

It is a real server on a real socket: what is tried against it are the client's packages as they
are, with their parsing, their time limits and their errors.
"""

import json
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SO_LINGER, SOL_SOCKET
from threading import Event, Lock, Thread
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply, and how it is sent.

    ``text`` is streamed ``size`` characters an event, or with ``bytewise`` each byte by itself.
    ``status`` other than 200 sends ``error`` as the body. ``stall_after`` and ``cut_after`` are the
    number of events after which nothing more comes, or the connection is reset; ``garbage`` is sent
    raw in the place of an event of that number. ``finish`` None leaves the end out.
    """

    text: str = ""
    role: str = "assistant"
    size: int = 12
    bytewise: bool = False
    finish: str | None = "stop"
    status: int = 200
    error: str = "it failed"
    headers: Mapping[str, str] = field(default_factory=dict)
    stall_after: int | None = None
    cut_after: int | None = None
    garbage: tuple[int, bytes] | None = None
    usage: tuple[int, int] | None = None


#: What is replied to a request's body.
Script = Callable[[Mapping[str, Any]], Reply]
#: A text -> its vector.
Embed = Callable[[str], list[float]]


class ModelServer(ThreadingHTTPServer):
    """The server: ``url`` is its base URL, ``requests`` the bodies that it was sent, in order."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, script: Script, embed: Embed | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.embed = embed
        self.requests: list[Mapping[str, Any]] = []
        self.keys: list[str] = []
        self.left = Event()  # set when a client goes away before the end
        self.closing = Event()
        self.lock = Lock()

    @property
    def url(self) -> str:
        """The base URL, as OPENAI_BASE_URL has it."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error here."""


@contextmanager
def serving(script: Script, embed: Embed | None = None) -> Iterator[ModelServer]:
    """A server that answers by a script until the block ends."""
    with ModelServer(script, embed) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ModelServer

    def log_message(self, *_: Any) -> None:
        """Nothing is logged."""

    def do_GET(self) -> None:
        """The list of models."""
        self._send_json({"object": "list", "data": [{"id": "fake", "object": "model"}]})

    def do_POST(self) -> None:
        """A chat completion, or embeddings."""
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.server.lock:
            self.server.requests.append(body)
            self.server.keys.append(self.headers.get("authorization", ""))
        if self.path.endswith("/embeddings"):
            self._send_embeddings(body)
            return
        reply = self.server.script(body)
        if reply.status != 200:
            error = {"error": {"message": reply.error, "type": "fake", "code": None}}
            self._send_json(error, reply.status, reply.headers)
        elif body.get("stream"):
            self._stream(reply)
        else:
            message = {"role": reply.role, "content": reply.text}
            choice = {"index": 0, "finish_reason": reply.finish, "message": message}
            self._send_json({"id": "x", "object": "chat.completion", "choices": [choice]})

    def _send_embeddings(self, body: Mapping[str, Any]) -> None:
        embed = self.server.embed or (lambda text: [float(len(text)), 1.0])
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        data = [
            {"object": "embedding", "index": place, "embedding": embed(text)}
            for place, text in enumerate(texts)
        ]
        self._send_json({"object": "list", "data": data, "model": "fake", "usage": {}})

    def _send_json(
        self, value: Any, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        for name, said in (headers or {}).items():
            self.send_header(name, said)
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, reply: Reply) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for number, event in enumerate(_events(reply)):
                if self._broken_off(reply, number):
                    return
                self._send(event, bytewise=reply.bytewise)
        except OSError:
            self.server.left.set()

    def _broken_off(self, reply: Reply, number: int) -> bool:
        if reply.garbage and reply.garbage[0] == number:
            self._send(reply.garbage[1], bytewise=False)
        if reply.stall_after == number:
            self.server.closing.wait(120)
            return True
        if reply.cut_after == number:
            # Closed with data unsent: the client sees a reset and not an end.
            self.connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
            return True
        return False

    def _send(self, data: bytes, *, bytewise: bool) -> None:
        for piece in (
            (data[place : place + 1] for place in range(len(data))) if bytewise else [data]
        ):
            self.wfile.write(piece)
            self.wfile.flush()


def _events(reply: Reply) -> Iterator[bytes]:
    yield _event({"delta": {"role": reply.role, "content": ""}})
    for start in range(0, len(reply.text), reply.size):
        yield _event({"delta": {"content": reply.text[start : start + reply.size]}})
    if reply.finish:
        yield _event({"delta": {}, "finish_reason": reply.finish})
    if reply.usage:
        prompt, words = reply.usage
        counted = {"prompt_tokens": prompt, "completion_tokens": words, "total_tokens": 0}
        yield _event(None, usage=counted)
    yield b"data: [DONE]\n\n"


def _event(choice: Mapping[str, Any] | None, **more: Any) -> bytes:
    choices = [{"index": 0, "finish_reason": None, **choice}] if choice else []
    value = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "fake"}
    return f"data: {json.dumps({**value, 'choices': choices, **more})}\n\n".encode()
