"""Numbers that no record has, as somebody may type them into an address or a form."""

import pytest

from assistant.records.values import Incoming
from assistant.web.desk.numbers import LARGEST, whole
from tests.web.desk.conftest import MESSAGE

BEYOND = "9" * 25


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), (str(LARGEST), LARGEST), (str(LARGEST + 1), 0), (BEYOND, 0), ("9" * 5000, 0)]
    + [(text, 0) for text in ("", "-1", "²", "٣", "1.0", "one")],
)
def test_a_field_holds_a_number_that_can_be_kept_or_none(text, number):
    assert whole(text) == number


@pytest.mark.parametrize("number", [BEYOND, "0", "-1"])
def test_an_address_with_a_number_that_no_record_has_is_no_page(admin, number):
    for path in ("enquiries/{}", "enquiries/{}/watch", "jobs/{}", "jobs/{}/progress"):
        assert admin.get("/desk/" + path.format(number)).status_code == 404, path
    assert admin.get(f"/desk/?job={number}").status_code == 404
    assert admin.submit(f"/desk/keys/{number}/revoke").status_code == 404


@pytest.mark.parametrize("number", [BEYOND, "²"])
def test_a_form_with_such_a_number_is_answered_as_one_without_it(admin, office, number):
    office.desk.receive(Incoming(MESSAGE), "bob")
    for path, fields, status in (
        ("enquiries/1", {"version": number}, 409),
        ("enquiries/1", {"version": "1", "step": f"remove:{number}"}, 404),
        ("enquiries/1", {"version": "1", f"answer-{number}": "x", f"was-answer-{number}": ""}, 303),
        ("enquiries/1/check", {"question": number, "text": "x"}, 404),
        ("cases/new", {"enquiry": number, "question": number}, 404),
        ("stale/settle", {"stale": number}, 303),
        ("keys/add", {"client": "crm", "scope": "ask", "per_minute": number}, 422),
    ):
        assert admin.submit(f"/desk/{path}", fields).status_code == status, path
