"""Signing in and out, users and API keys."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from assistant.accounts.passwords import hash_password, hashed, is_outdated, password_holds
from assistant.errors import CareersError, NotAllowedError
from assistant.records import Records
from assistant.records.values import ApiKey, LoginSession, Role, Scope, User

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._+@-]{1,99}")
#: What a key starts with, so that a leaked one is known for what it is.
KEY_PREFIX = "careers_"
#: The most requests a minute that a key can be given.
MOST_PER_MINUTE = 1_000_000


class SignInError(CareersError):
    """Login or password are wrong, or the user is disabled; the message does not say which."""


class TooManyAttemptsError(CareersError):
    """Too many sign-ins failed lately.

    Args:
        message: says when to try again.
        retry_after: seconds until then, at most.
    """

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session lasts, and how many sign-ins may fail within ``window``.

    ``per_pair`` counts those for one login from one address, ``per_login`` for one login from
    anywhere: it is higher, so that a stranger can't easily lock a colleague out. ``per_address``
    counts those from one address for any login.
    """

    session: timedelta = timedelta(hours=12)
    idle: timedelta = timedelta(hours=2)
    window: timedelta = timedelta(minutes=15)
    per_pair: int = 5
    per_login: int = 50
    per_address: int = 30


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session, and the token that its browser keeps."""

    token: str
    session: LoginSession


class Accounts:
    """Users, sessions and keys over the records.

    Args:
        records: where they are kept.
        limits: of sessions and sign-ins.
    """

    def __init__(self, records: Records, limits: Limits | None = None) -> None:
        self._records = records
        self._limits = limits or Limits()

    def add_user(self, login: str, name: str, role: Role, password: str, by: str) -> User:
        """Let somebody in from now on.

        Args:
            login: a short name or an e-mail address, in any case.
            name: as it is shown to colleagues.
            role: staff or admin.
            password: their own.
            by: login of who adds them.

        Raises:
            NotAllowedError: the login is taken or malformed, or the password is weak.
        """
        login = login.strip().lower()
        if not _LOGIN.fullmatch(login):
            message = "A login has letters, digits and . _ + @ - only, at least two of them."
            raise NotAllowedError(message)
        hashed = hash_password(password, login)
        return self._records.users.add(login, _named(name) or login, role, hashed, by)

    def set_password(self, login: str, password: str, by: str) -> None:
        """Change a password; every session of the user ends.

        Raises:
            NoRecordError: there is no such user.
            NotAllowedError: the password is weak.
        """
        login = login.strip().lower()
        self._records.users.set_password(login, hash_password(password, login), by)

    def change_password(self, login: str, old: str, new: str, address: str) -> None:
        """Change one's own password, which takes the old one; every session of the user ends.

        Args:
            login: whose it is.
            old: the password that holds now.
            new: the one that is to hold.
            address: the network address that the request came from.

        Raises:
            SignInError: the old password is wrong.
            TooManyAttemptsError: too many attempts failed lately.
            NotAllowedError: the new password is weak, or is the old one.
        """
        attempt = self._note_attempt(login, address)
        found = self._records.users.of_login(login)
        if not password_holds(old, found[1] if found else None):
            message = "The password that you have now is another one. Please try again."
            raise SignInError(message)
        self._records.sessions.forget_attempts(attempt)
        if old == new:
            message = "That is the password that you have now. Choose another."
            raise NotAllowedError(message)
        self.set_password(login, new, login)

    def disable(self, login: str, by: str) -> None:
        """Lock a user out at once.

        Raises:
            NoRecordError: there is no such user.
        """
        self._records.users.set_disabled(login.strip().lower(), by, disabled=True)

    def enable(self, login: str, by: str) -> None:
        """Let a disabled user in again.

        Raises:
            NoRecordError: there is no such user.
        """
        self._records.users.set_disabled(login.strip().lower(), by, disabled=False)

    def remove_user(self, login: str, by: str) -> None:
        """Delete a user for good; what they did stays theirs in the audit.

        Raises:
            NoRecordError: there is no such user.
        """
        self._records.users.remove(login.strip().lower(), by)

    def users(self) -> list[User]:
        """All users, by login."""
        return self._records.users.find()

    def sign_in(self, login: str, password: str, address: str) -> SignedIn:
        """Start a session.

        Args:
            login: as typed.
            password: as typed.
            address: the network address that the request came from.

        Raises:
            SignInError: login or password are wrong, or the user is disabled.
            TooManyAttemptsError: too many failed lately, for this login or from this address.
        """
        login = login.strip().lower()
        attempt = self._note_attempt(login, address)
        # What no login can be is not looked up: no database likes every character.
        found = self._records.users.of_login(login) if _LOGIN.fullmatch(login) else None
        user, password_hash = found or (None, None)
        right = password_holds(password, password_hash)
        if not right or user is None or user.disabled_at is not None:
            message = "Login or password are wrong. Please try again."
            raise SignInError(message)
        self._records.sessions.forget_attempts(attempt)
        if password_hash and is_outdated(password_hash):
            self._records.users.rehash(login, hashed(password))
        return self._start(user)

    def session(self, token: str) -> LoginSession | None:
        """The session of a token, if it is still good."""
        return self._records.sessions.get(_hash(token), self._limits.idle) if token else None

    def sign_out(self, token: str) -> None:
        """End a session."""
        self._records.sessions.remove(_hash(token))

    def add_key(
        self,
        client: str,
        by: str,
        per_minute: int = 60,
        scopes: Collection[Scope] = (Scope.ASK,),
    ) -> tuple[ApiKey, str]:
        """A new API key and its secret, which is shown this once.

        Args:
            client: whose key it is.
            by: login of who adds it.
            per_minute: how many requests it may make in a minute.
            scopes: what it opens.

        Raises:
            NotAllowedError: the client has no name, the rate is none that can be counted, or the
                key would open nothing.
        """
        client = _named(client)
        if not client or not scopes:
            message = "A key needs its client's name and a scope."
            raise NotAllowedError(message)
        if not 1 <= per_minute <= MOST_PER_MINUTE:
            message = f"A key may make 1 to {MOST_PER_MINUTE:,} requests a minute."
            raise NotAllowedError(message)
        secret = KEY_PREFIX + secrets.token_urlsafe(32)
        shown = secret[: len(KEY_PREFIX) + 4]
        opens = tuple(scope for scope in Scope if scope in scopes)
        key = ApiKey(0, client, shown, per_minute, self._records.clock(), by, scopes=opens)
        return self._records.keys.add(key, _hash(secret)), secret

    def check_key(self, secret: str) -> ApiKey | None:
        """The key of a secret, unless it was revoked."""
        return self._records.keys.use(_hash(secret)) if secret.startswith(KEY_PREFIX) else None

    def keys(self) -> list[ApiKey]:
        """All keys, newest first."""
        return self._records.keys.find()

    def revoke_key(self, key_id: int, by: str) -> None:
        """Make a key useless from now on.

        Raises:
            NoRecordError: there is no such key.
        """
        self._records.keys.revoke(key_id, by)

    def _note_attempt(self, login: str, address: str) -> list[int]:
        """Count a sign-in as failed before it is tried: so many at once find nothing out either."""
        limits = self._limits
        most = {
            _hash(f"pair:{login} {address}"): limits.per_pair,
            _hash(f"login:{login}"): limits.per_login,
            _hash(f"address:{address}"): limits.per_address,
        }
        attempt = self._records.sessions.note_attempt(most, limits.window)
        if attempt is None:
            wait = int(limits.window.total_seconds())
            message = (
                f"Too many sign-ins have failed. Please wait {wait // 60} minutes, then try again."
            )
            raise TooManyAttemptsError(message, wait)
        return attempt

    def _start(self, user: User) -> SignedIn:
        token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        now = self._records.clock()
        expires = now + self._limits.session
        self._records.sessions.add(_hash(token), user.id, csrf, expires)
        self._records.audit.add(user.login, "signed in", f"user:{user.login}")
        return SignedIn(token, LoginSession(user, csrf, now, expires))


def csrf_holds(session: LoginSession, sent: str) -> bool:
    """Whether a form came from a page of this session."""
    return hmac.compare_digest(session.csrf.encode(), sent.encode())


def _named(name: str) -> str:
    """A name on one line, of what can be shown."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:100]


def _hash(secret: str) -> str:
    # Tokens and keys are 256 random bits: nothing can be guessed from a plain, fast hash.
    return hashlib.sha256(secret.encode()).hexdigest()
