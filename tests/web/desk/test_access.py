"""Who gets in: each page and form, without a session, with the wrong role, without a token."""

import re

import pytest

from assistant.web.desk.mounting import ROOMS
from tests.web.desk.conftest import PASSWORD, hidden, shown

OPEN = {"/sign-in"}
ADMINS = {
    "/users",
    "/users/add",
    "/users/{login}/disable",
    "/users/{login}/enable",
    "/users/{login}/password",
    "/keys",
    "/keys/add",
    "/keys/{key_id}/revoke",
    "/audit",
    "/enquiries/{enquiry_id}/delete",
}
ROUTES = sorted(
    (method, route.path)
    for room in ROOMS
    for route in room.router.routes
    for method in route.methods
)
GUARDED = [route for route in ROUTES if route[1] not in OPEN]
FORMS = [route for route in GUARDED if route[0] == "POST"]


def call(browser, method, path, **more):
    """Ask for a path, its blanks filled."""
    return browser.request(method, "/desk" + re.sub(r"\{\w+\}", "1", path), **more)


def test_the_admins_pages_are_all_among_the_routes():
    assert {path for _, path in ROUTES} >= ADMINS | OPEN
    assert len(ROUTES) > 30


def test_nothing_is_shown_or_done_without_a_session(browser):
    for method, path in GUARDED:
        answer = call(browser, method, path, data={"csrf": "x"} if method == "POST" else None)
        if method == "GET":
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/desk/sign-in?next=%2Fdesk")
        else:
            assert answer.status_code == 401, path
            assert "Your session is over" in answer.text


def test_staff_get_nothing_that_is_for_admins(staff):
    own = hidden(staff.get("/desk/new"), "csrf")
    for method, path in [each for each in GUARDED if each[1] != "/sign-out"]:
        answer = call(staff, method, path, data={"csrf": own} if method == "POST" else None)
        if path in ADMINS:
            assert answer.status_code == 403, path
            assert "for admins" in shown(answer)
        else:
            assert answer.status_code != 403, path


@pytest.mark.parametrize("hours", [{"hours": 2, "minutes": 1}, {"hours": 13}])
@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("POST", "/new/paste")])
def test_a_session_that_is_idle_or_old_is_over(staff, clock, hours, method, path):
    assert call(staff, "GET", "/").status_code == 200
    clock.passes(**hours)
    answer = call(staff, method, path, data={"message": "Hello?"} if method == "POST" else None)
    assert answer.status_code in (303, 401)
    if method == "POST":
        assert "Hello?" in answer.text, "what was typed is shown, so that it can be copied"


@pytest.mark.parametrize("token", [None, "", "forged", "Zm9yZ2Vk", "é"])
def test_a_form_that_is_not_from_our_pages_does_nothing(admin, records, token):
    before = records.audit.find(limit=1000)
    fields = {"message": "Hi", "login": "eve", **({} if token is None else {"csrf": token})}
    for method, path in FORMS:
        answer = call(admin, method, path, data=fields)
        assert answer.status_code == 403, path
        assert "out of date" in shown(answer)
    assert records.audit.find(limit=1000) == before


def test_one_session_s_token_is_none_of_another_s(staff, admin, records):
    own = hidden(staff.get("/desk/new"), "csrf")
    answer = admin.post("/desk/new/paste", data={"csrf": own, "message": "Hi"})
    assert answer.status_code == 403
    assert records.enquiries.count() == 0


def test_a_locked_out_user_is_out_at_once(staff, office):
    office.accounts.disable("bob", "test")
    assert staff.get("/desk/").status_code == 303


@pytest.mark.parametrize("path", ["/", "/new", "/users"])
def test_pages_are_kept_nowhere_and_run_no_foreign_script(admin, path):
    headers = call(admin, "GET", path).headers
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_calls_of_scripts_are_told_as_json(browser, staff):
    ask = {"accept": "application/json"}
    assert browser.get("/desk/enquiries/1/watch", headers=ask).status_code == 401
    answer = staff.get("/desk/enquiries/1/watch", headers=ask)
    assert answer.status_code == 404
    assert "no enquiry 1" in answer.json()["problem"]


def test_what_is_too_large_is_refused_before_it_is_read(staff):
    answer = staff.post("/desk/new/paste", content=b"x", headers={"content-length": "99999999"})
    assert answer.status_code == 413
    assert "20 MB" in shown(answer)


@pytest.mark.parametrize("path", ["/nowhere", "/enquiries/x", "/enquiries/7", "/jobs/7"])
def test_what_is_not_there_is_said_on_a_page(staff, path):
    answer = call(staff, "GET", path)
    assert answer.status_code == 404
    assert "Go to the inbox" in answer.text


def test_the_password_is_nowhere_on_the_sign_in_page_after_a_mistake(browser, staff):
    answer = browser.sign_in("bob", PASSWORD + "!")
    assert answer.status_code == 401
    assert PASSWORD not in answer.text
