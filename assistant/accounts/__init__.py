"""Who may come in: users with passwords, their sessions, and the API keys of clients.

::

    accounts = Accounts(records)

- ``add_user(login, name, role, password, by)``, ``set_password``, ``disable``, ``enable``,
  ``remove_user``, ``users()``. ``change_password(login, old, new, address)`` is for the user's own.
- ``sign_in(login, password, address)`` -> ``SignedIn(token, session)``: the token goes into a
  cookie (HttpOnly, SameSite=Lax, Secure behind HTTPS), only its hash is kept.
  ``SignInError``: wrong login or password (never says which), or a disabled user.
  ``TooManyAttemptsError``: ``retry_after`` says in how many seconds.
- ``session(token)`` -> ``LoginSession`` or None: ``.user.role``, ``.csrf`` for the forms.
- ``csrf_holds(session, sent)``: whether a form came from our own page.
- ``sign_out(token)``.
- ``add_key(client, by, per_minute, scopes)`` -> ``(ApiKey, secret)``: the secret is shown once.
  ``check_key(secret)`` -> ``ApiKey`` or None; ``keys()``; ``revoke_key(key_id, by)``.

There is no default user and no default password: ``careers users add`` makes the first.
"""

from assistant.accounts.accounts import (
    Accounts,
    Limits,
    SignedIn,
    SignInError,
    TooManyAttemptsError,
    csrf_holds,
)

__all__ = ["Accounts", "Limits", "SignInError", "SignedIn", "TooManyAttemptsError", "csrf_holds"]
