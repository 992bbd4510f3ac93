"""What is kept: one database, SQLite in the data folder or PostgreSQL, and who may do what with it.

Open it once and share it between threads::

    records = Records(settings.database_url or address_in(settings.data))

It brings its own tables up to date. Everything it gives is a frozen value (``records.values``).
Everything it raises is a ``CareersError`` that says what to do: ``NoRecordError`` (a page or call
answers 404), ``ChangedMeanwhileError`` (409: somebody was faster, nothing was overwritten),
``NotAllowedError`` (409: the state does not allow it).

For the desk and the API:

- ``enquiries``: ``find`` and ``count`` by ``EnquiryFilter`` (states, not covered, stale, words),
  ``get``, ``of_reference``, ``drafts``, ``approvals``, ``remove``. They are changed through
  ``assistant.enquiries``, never directly.
- ``stale``: ``find`` and ``settle`` citations whose guide has changed since.
- ``jobs``: ``find``, ``get``, ``lines``, ``stop``: bulk files with their progress.
- ``feedback``: ``add``, ``get``, ``find``, ``count``: a thumb with question, answer, citations.
- ``audit``: ``add``, ``of`` a subject ("enquiry:12"), ``find``: who did what and when.

For the chat: ``conversations``: ``start``, ``add``, ``get``, ``remove``; kept only where a person
chose it. ``feedback`` as above.

For the commands: ``purge(retention, by)`` deletes what was kept for long enough.

For ``assistant.accounts``, which all others use instead: ``users``, ``sessions``, ``keys``. For the
insight: ``use.asked`` and ``use.timings``.

What of all this is personal, where it is and for how long: docs/records.md. Names and e-mail
addresses are never logged.
"""

from assistant.records.store import Records, address_in

__all__ = ["Records", "address_in"]
