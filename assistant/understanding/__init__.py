"""Question -> Query: which roles, levels, places and topics a person asks about."""
