"""The tables, as SQLAlchemy models. Only ``assistant.records`` sees them; others get values."""

from assistant.records.tables import access, base, enquiries, jobs, use

__all__ = ["access", "base", "enquiries", "jobs", "use"]
