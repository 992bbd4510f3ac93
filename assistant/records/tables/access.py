"""Users, their sessions and sign-in attempts, and the API keys of clients."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.records.tables.base import ONCE, Base, Short


class UserRow(Base):
    """A member of staff who may sign in."""

    __tablename__ = "users"
    __table_args__ = ONCE

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(Short, unique=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(Short)
    password_hash: Mapped[str]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class SessionRow(Base):
    """A signed-in browser. Only the hash of its token is kept."""

    __tablename__ = "login_sessions"

    token_hash: Mapped[str] = mapped_column(Short, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str] = mapped_column(Short)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)

    user: Mapped[UserRow] = relationship(lazy="joined")


class AttemptRow(Base):
    """A sign-in that failed, under the hash of the name or address that it came from."""

    __tablename__ = "sign_in_attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Short, index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class KeyRow(Base):
    """A client's API key. Only the hash of its secret is kept."""

    __tablename__ = "api_keys"
    __table_args__ = ONCE

    id: Mapped[int] = mapped_column(primary_key=True)
    client: Mapped[str] = mapped_column(Short)
    shown: Mapped[str] = mapped_column(Short)
    secret_hash: Mapped[str] = mapped_column(Short, unique=True)
    per_minute: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(Short)
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    scopes: Mapped[str] = mapped_column(Short, server_default="ask")
