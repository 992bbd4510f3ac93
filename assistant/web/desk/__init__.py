"""The desk: the pages on which support staff turn enquiries into approved replies.

``add_desk(app, office)`` (``desk.mounting``) puts them at /desk. They are drawn on the server and
work without scripts; desk.js adds what is more comfortable with them.
"""
