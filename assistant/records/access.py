"""Keeping users, their sessions, failed sign-ins and API keys; knows nothing of passwords."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from assistant.errors import NoRecordError, NotAllowedError
from assistant.records.changing import audit
from assistant.records.database import Database
from assistant.records.rows import key_of, user_of
from assistant.records.tables.access import AttemptRow, KeyRow, SessionRow, UserRow
from assistant.records.values import ApiKey, LoginSession, Role, User

#: How often at most a session or a key is noted as used: not with every request.
_NOTED_EVERY = timedelta(minutes=1)


class UserRecords:
    """The members of staff who may sign in."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, login: str, name: str, role: Role, password_hash: str, by: str) -> User:
        """Keep a new user.

        Raises:
            NotAllowedError: the login is taken.
        """
        now = self._clock()
        row = UserRow(
            login=login, name=name, role=role.value, password_hash=password_hash, created_at=now
        )
        with self._database.writing() as session:
            if session.scalars(select(UserRow.id).where(UserRow.login == login)).first():
                message = f"There is a user {login} already. Choose another login."
                raise NotAllowedError(message)
            session.add(row)
            session.flush()
            session.add(audit(now, by, "user added", f"user:{login}", {"role": role.value}))
            return user_of(row)

    def find(self) -> list[User]:
        """All users, by login."""
        with self._database.reading() as session:
            return [
                user_of(row) for row in session.scalars(select(UserRow).order_by(UserRow.login))
            ]

    def of_login(self, login: str) -> tuple[User, str] | None:
        """A user and the hash of the password; None if there is no such login."""
        with self._database.reading() as session:
            row = session.scalars(select(UserRow).where(UserRow.login == login)).first()
            return (user_of(row), row.password_hash) if row else None

    def set_password(self, login: str, password_hash: str, by: str) -> None:
        """Change a password; every session of the user ends.

        Raises:
            NoRecordError: there is no such login.
        """
        self._change(login, by, "password changed", password_hash=password_hash)

    def rehash(self, login: str, password_hash: str) -> None:
        """Keep the same password under a better hash."""
        with self._database.writing() as session:
            session.execute(
                update(UserRow).where(UserRow.login == login).values(password_hash=password_hash)
            )

    def set_disabled(self, login: str, by: str, *, disabled: bool) -> None:
        """Lock a user out, or let them in again; every session of the user ends.

        Raises:
            NoRecordError: there is no such login.
        """
        self._change(
            login,
            by,
            "user disabled" if disabled else "user enabled",
            disabled_at=self._clock() if disabled else None,
        )

    def remove(self, login: str, by: str) -> None:
        """Delete a user and their sessions; the audit still says what they did.

        Raises:
            NoRecordError: there is no such login.
        """
        with self._database.writing() as session:
            session.delete(_user(session, login))
            session.add(audit(self._clock(), by, "user deleted", f"user:{login}"))

    def _change(self, login: str, by: str, action: str, **values: object) -> None:
        with self._database.writing() as session:
            row = _user(session, login)
            for name, value in values.items():
                setattr(row, name, value)
            session.execute(delete(SessionRow).where(SessionRow.user_id == row.id))
            session.add(audit(self._clock(), by, action, f"user:{login}"))


def _user(session: Session, login: str) -> UserRow:
    row = session.scalars(select(UserRow).where(UserRow.login == login)).first()
    if row is None:
        message = f"There is no user {login}. `careers users list` shows who there is."
        raise NoRecordError(message)
    return row


class SessionRecords:
    """Signed-in browsers, by the hash of their token, and sign-ins that failed."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, token_hash: str, user_id: int, csrf: str, expires_at: datetime) -> None:
        """Keep a new session."""
        now = self._clock()
        with self._database.writing() as session:
            session.add(
                SessionRow(
                    token_hash=token_hash,
                    user_id=user_id,
                    csrf=csrf,
                    created_at=now,
                    seen_at=now,
                    expires_at=expires_at,
                )
            )

    def get(self, token_hash: str, idle: timedelta) -> LoginSession | None:
        """A session that is still good: neither expired nor idle for too long, its user enabled."""
        now = self._clock()
        with self._database.reading() as session:
            row = session.get(SessionRow, token_hash)
            if row is None or row.user.disabled_at is not None:
                return None
            if row.expires_at <= now or row.seen_at + idle <= now:
                return None
            found = LoginSession(user_of(row.user), row.csrf, row.created_at, row.expires_at)
            seen_at = row.seen_at
        if now - seen_at >= _NOTED_EVERY:
            with self._database.writing() as session:
                session.execute(
                    update(SessionRow)
                    .where(SessionRow.token_hash == token_hash)
                    .values(seen_at=now)
                )
        return found

    def remove(self, token_hash: str) -> None:
        """End a session."""
        with self._database.writing() as session:
            session.execute(delete(SessionRow).where(SessionRow.token_hash == token_hash))

    def note_attempt(self, most: Mapping[str, int], within: timedelta) -> list[int] | None:
        """Note a sign-in under each of these keys (hashes); returns the ids of the notes.

        Args:
            most: how many there may be of each key.
            within: the time that they are counted over.

        Returns:
            None, and nothing is noted, where there are as many already.
        """
        now = self._clock()
        lately = (
            select(AttemptRow.key, func.count())
            .where(AttemptRow.key.in_(most), AttemptRow.at > now - within)
            .group_by(AttemptRow.key)
        )
        with self._database.writing() as session:
            counts: dict[str, int] = dict(session.execute(lately).all())
            if any(counts.get(key, 0) >= limit for key, limit in most.items()):
                return None
            rows = [AttemptRow(key=key, at=now) for key in most]
            session.add_all(rows)
            session.flush()
            return [row.id for row in rows]

    def forget_attempts(self, ids: Sequence[int]) -> None:
        """Forget the notes of a sign-in that went well."""
        with self._database.writing() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.id.in_(ids)))


class KeyRecords:
    """The API keys of clients, by the hash of their secret."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, key: ApiKey, secret_hash: str) -> ApiKey:
        """Keep a new key; its number is given back with it."""
        row = KeyRow(
            client=key.client,
            shown=key.shown,
            secret_hash=secret_hash,
            per_minute=key.per_minute,
            created_at=key.created_at,
            created_by=key.created_by,
            scopes=" ".join(key.scopes),
        )
        detail = {"client": key.client, "scopes": row.scopes}
        with self._database.writing() as session:
            session.add(row)
            session.flush()
            session.add(audit(key.created_at, key.created_by, "key added", f"key:{row.id}", detail))
            return key_of(row)

    def find(self) -> list[ApiKey]:
        """All keys, newest first, revoked ones too."""
        with self._database.reading() as session:
            return [
                key_of(row) for row in session.scalars(select(KeyRow).order_by(KeyRow.id.desc()))
            ]

    def use(self, secret_hash: str) -> ApiKey | None:
        """The key of a secret, noted as used; None if there is none or it was revoked."""
        now = self._clock()
        query = select(KeyRow).where(KeyRow.secret_hash == secret_hash, KeyRow.revoked_at.is_(None))
        with self._database.reading() as session:
            row = session.scalars(query).first()
            if row is None:
                return None
            found = key_of(row)
        if found.last_used_at is None or now - found.last_used_at >= _NOTED_EVERY:
            with self._database.writing() as session:
                session.execute(
                    update(KeyRow).where(KeyRow.id == found.id).values(last_used_at=now)
                )
        return found

    def revoke(self, key_id: int, by: str) -> None:
        """Make a key useless from now on.

        Raises:
            NoRecordError: there is no such key.
        """
        with self._database.writing() as session:
            row = session.get(KeyRow, key_id)
            if row is None:
                message = f"There is no key {key_id}."
                raise NoRecordError(message)
            row.revoked_at = row.revoked_at or self._clock()
            session.add(
                audit(self._clock(), by, "key revoked", f"key:{key_id}", {"client": row.client})
            )
