"""Passwords: hashed by argon2, which is slow on purpose; none is ever kept as it is."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.errors import NotAllowedError

#: Length is what makes a password strong (NCSC, NIST 800-63B); no rule about kinds of characters.
SHORTEST = 12
LONGEST = 256

_hasher = PasswordHasher()
#: Looked at for a login that does not exist, which so takes as long to refuse as one that does.
#: It is written out because making it would take a sixth of a second of every start.
_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$Cu3hu2I3RYCTfk1myYMNUg"
    "$c3GtRoobSQpe0078EHNGoMJnOiJGXKbycHfk7KAGJ4g"
)


def hash_password(password: str, login: str) -> str:
    """The hash of a new password.

    Raises:
        NotAllowedError: it is too short, too long, or says the login; the message tells the rule.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        message = f"A password has at least {SHORTEST} characters. Three random words do well."
        raise NotAllowedError(message)
    if login.casefold() in password.casefold() or len(set(password)) < 5:
        message = "That password is too easy to guess. Three random words do well."
        raise NotAllowedError(message)
    return hashed(password)


def hashed(password: str) -> str:
    """The hash of a password that is in use already."""
    return _hasher.hash(password)


def password_holds(password: str, password_hash: str | None) -> bool:
    """Whether a password is the one of a hash; takes as long without a hash."""
    try:
        return _hasher.verify(password_hash or _NOBODY, password[:LONGEST]) and bool(password_hash)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether a hash was made with weaker parameters than are set now."""
    return _hasher.check_needs_rehash(password_hash)
