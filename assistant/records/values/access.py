"""Who may come in, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a user may do: staff work on enquiries, admins also keep users, keys and the purge."""

    STAFF = "staff"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class User:
    """A member of staff who may sign in; without the hash of the password."""

    id: int
    login: str
    name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LoginSession:
    """A signed-in browser. ``csrf`` goes into its forms."""

    user: User
    csrf: str
    created_at: datetime
    expires_at: datetime


class Scope(StrEnum):
    """What a key opens: asking, searching, guides and feedback; or the client's own enquiries."""

    ASK = "ask"
    ENQUIRIES = "enquiries"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A client's key; ``shown`` is the beginning of the secret, by which a person knows it."""

    id: int
    client: str
    shown: str
    per_minute: int
    created_at: datetime
    created_by: str
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
    scopes: tuple[Scope, ...] = (Scope.ASK,)
