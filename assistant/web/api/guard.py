"""The door: a key is asked for, counted and weighed before a request is read any further."""

from collections.abc import Callable, Collection
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.records.values import ApiKey
from assistant.records.values import Scope as KeyScope
from assistant.web.api.problems import CLOSED, NO_KEY, TOO_LARGE, TOO_MANY, ProblemError, problem
from assistant.web.api.rates import Rates

CheckKey = Callable[[str], ApiKey | None]


class Guard:
    """Lets requests with a good key through, and says how many more may come.

    Args:
        app: what is guarded.
        check: the key of a secret, None if it is no good.
        rates: counts the requests of each key.
        free: addresses within the application that need no key.
        scope: what the key must open, for all of the application; None leaves it to the routes.
    """

    def __init__(
        self,
        app: ASGIApp,
        check: CheckKey,
        rates: Rates,
        free: Collection[str] = (),
        scope: KeyScope | None = None,
    ) -> None:
        self._app = app
        self._check = check
        self._rates = rates
        self._free = frozenset(free)
        self._scope = scope

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask for the key, count it, and pass the request on."""
        if scope["type"] != "http" or self._is_free(scope):
            await self._app(scope, receive, send)
            return
        secret = _secret(Headers(scope=scope))
        key = await run_in_threadpool(self._check, secret) if secret else None
        if key is None:
            refused = problem(NO_KEY, headers={"WWW-Authenticate": 'Bearer realm="careers"'})
            await refused(scope, receive, send)
            return
        allowance = self._rates.spend(key)
        if not allowance.granted:
            detail = f"This key may make {allowance.limit} requests a minute. Wait, then go on."
            await problem(TOO_MANY, detail, headers=allowance.headers())(scope, receive, send)
            return
        if self._scope is not None and self._scope not in key.scopes:
            await problem(CLOSED, needs(self._scope))(scope, receive, send)
            return

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(allowance.headers())
            await send(message)

        scope.setdefault("state", {})["key"] = key
        await self._app(scope, receive, send_told)

    def _is_free(self, scope: Scope) -> bool:
        path: str = scope["path"].removeprefix(scope.get("root_path", ""))
        return path in self._free


class BodyLimit:
    """Refuses bodies that are too large, whether or not they say so beforehand.

    Args:
        app: what is guarded.
        largest: bytes of a body.
    """

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what is read of a body."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > self._largest:
            detail = f"A body may have {self._largest:,} bytes. Send less at a time."
            await problem(TOO_LARGE, detail)(scope, receive, send)
            return
        read = 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._largest:
                raise HTTPException(TOO_LARGE.status)
            return message

        await self._app(scope, receive_counted, send)


class SameOrigin:
    """Refuses what a web page of another site sends, as the MCP specification asks of servers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look where the request comes from."""
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin and urlsplit(origin).netloc != headers.get("host"):
            detail = "A web page of another site may not call this. Call it from a program."
            await problem(CLOSED, detail)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def key_of(request: Request) -> ApiKey:
    """The key that a request came with."""
    key: ApiKey = request.state.key
    return key


def opened_by(scope: KeyScope) -> Callable[[Request], None]:
    """A dependency for routes that only keys of this scope open."""

    def opened(request: Request) -> None:
        if scope not in key_of(request).scopes:
            raise ProblemError(CLOSED, needs(scope))

    return opened


def needs(scope: KeyScope) -> str:
    """What to do about a key that does not open something."""
    return (
        f"This needs a key with the scope “{scope}”. Make one: careers keys add CLIENT --scope "
        f"{scope}."
    )


def _secret(headers: Headers) -> str:
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""
