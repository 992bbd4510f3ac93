"""From a message to an approved reply: what support staff do with an enquiry.

A room opens one desk and shares it between threads::

    desk = Desk(records, assistant, load_letter(base_url, template))

``Desk`` (``enquiries.desk``) takes every step of an enquiry's way. A step on one that exists takes
``Seen(enquiry_id, version, by)``: which version the person saw, and their login. It gives back the
``Enquiry`` as it is afterwards, or raises ``ChangedMeanwhileError`` (somebody was faster: nothing
was overwritten), ``NotAllowedError`` (its state does not allow the step) or ``NoRecordError``.

- ``receive(incoming, by)``: keep a message, find its questions, answer each, compose the reply.
- ``draft_again(seen)``: find the questions and answer them anew; edits are replaced.
- ``reword_question(seen, question_id, text)``, ``add_question(seen, text)``: answered anew.
- ``remove_question(seen, question_id)``.
- ``edit(seen, Edit(greeting, closing, answers))``: what staff changed in place, in one step;
  ``answers`` maps question ids to texts. Each is checked again and carries its ``marks``.
- ``marks(enquiry, question_id, text)``: the same check of a text that is not kept (while typing).
- ``approve(seen, knowingly=False)``: refused while a mark is not sound, unless knowingly.
- ``mark_sent(seen)``, ``reopen(seen, note)``. Nothing is sent by the program.
- ``reply(enquiry)``: the ``Reply`` as plain text and as HTML, to copy.
- ``changes(enquiry_id)``: what differs between the reply first proposed and as it is or was sent.
- ``look_for_stale()``: compare what was cited with the guides that serve now; cheap if they are
  the same as last time. ``records.stale`` and the filter ``stale`` show what was found.

new -> drafted -> approved -> sent; approved and sent may be reopened; reopened is edited and
approved again. Questions and answers are changed only while drafted or reopened.

Beside the desk:

- ``enquiries.intake``: ``read_message(text)``, ``read_upload(name, data)`` (.txt, .eml) ->
  ``Incoming``. ``enquiries.sheets``: ``read_csv(name, data)`` -> rows, each with its message or
  what is wrong with it.
- ``enquiries.threads``: which words of a mail are to be answered, where it has other mail below.
- ``enquiries.bulk``: ``start_job(records, name, data, by)``, ``run_job(desk, records, job_id)``:
  a .csv worked through row by row, taken up again after any stop.
- ``enquiries.insight``: ``insight(records, embed, since, until)`` -> ``Insight``; ``as_csv``.
- ``enquiries.proposals``: ``propose_from_feedback``, ``propose_from_question`` -> an eval case with
  gold sections and nuggets proposed; ``write_proposal(path, case)`` adds it to a review file.
"""
