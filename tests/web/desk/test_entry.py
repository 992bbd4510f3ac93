"""Signing in and out."""

import pytest

from assistant.records.values import Role, Scope
from assistant.web.desk.entry import safe_next
from tests.web.desk.conftest import PASSWORD, Browser, hidden, shown


def test_a_first_visit_says_how_to_add_a_user(browser):
    page = browser.get("/desk/sign-in")
    assert "Nobody can sign in yet" in shown(page)
    assert "careers users add LOGIN --role admin" in shown(page)


def test_with_a_user_it_does_not(browser, staff):
    assert "careers users add" not in browser.get("/desk/sign-in").text


def test_the_cookie_is_for_the_desk_alone_and_for_no_script(browser, staff):
    answer = browser.sign_in("bob")
    cookie = next(
        each for each in answer.headers.get_list("set-cookie") if each.startswith("careers_desk=")
    )
    assert answer.headers["location"] == "/desk/"
    assert {"HttpOnly", "SameSite=lax", "Path=/desk", "Max-Age=43200"} <= set(cookie.split("; "))


def test_behind_https_the_cookie_goes_nowhere_else(app, staff):
    secure = Browser(app)
    secure.base_url = "https://careers.example"
    answer = secure.sign_in("bob")
    assert all("Secure" in each for each in answer.headers.get_list("set-cookie")[:1])


def test_a_wrong_password_and_a_wrong_login_are_told_alike(browser, staff):
    wrong = [browser.sign_in("bob", "wrong password"), browser.sign_in("eve", "wrong password")]
    assert [each.status_code for each in wrong] == [401, 401]
    told = [shown(each) for each in wrong]
    assert "Login or password are wrong" in told[0]
    assert told[0] == told[1]


def test_after_five_failures_even_the_right_password_has_to_wait(browser, staff, clock):
    for _ in range(5):
        assert browser.sign_in("bob", "wrong password").status_code == 401
    answer = browser.sign_in("bob")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) == 900
    assert "wait 15 minutes" in shown(answer)
    clock.passes(minutes=16)
    assert browser.sign_in("bob").status_code == 303


def test_a_sign_in_form_from_elsewhere_is_refused(browser, staff):
    browser.get("/desk/sign-in")
    fields = {"login": "bob", "password": PASSWORD, "csrf": "guessed"}
    assert browser.post("/desk/sign-in", data=fields).status_code == 403
    browser.cookies.clear()
    assert browser.post("/desk/sign-in", data={**fields, "csrf": ""}).status_code == 403


def test_signing_in_leads_to_the_page_that_was_asked_for(browser, staff):
    first = browser.get("/desk/?q=nights&show=sent")
    page = browser.get(first.headers["location"])
    assert 'value="/desk/?q=nights&amp;show=sent"' in page.text
    answer = browser.sign_in("bob", next="/desk/?q=nights&show=sent")
    assert answer.headers["location"] == "/desk/?q=nights&show=sent"


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/desk/",
        "//evil.example/desk/",
        "/\\evil.example",
        "/desk/\\evil",
        "javascript:alert(1)",
        "/guides",
        "/desk/sign-out",
        "",
    ],
)
def test_an_address_never_leads_out_of_the_desk(to):
    assert safe_next(to) == "/desk/"


def test_signing_out_ends_the_session_for_good(staff, office):
    token = staff.cookies["careers_desk"]
    answer = staff.submit("/desk/sign-out")
    assert answer.headers["location"] == "/desk/sign-in?said=out"
    assert office.accounts.session(token) is None
    assert "You are signed out" in shown(staff.get("/desk/sign-in?said=out"))


def test_the_desk_is_found_without_its_final_slash(browser):
    assert browser.get("/desk").headers["location"] == "/desk/"


def test_each_sees_what_their_role_has(staff, admin):
    assert "/desk/users" not in staff.get("/desk/").text
    assert "/desk/users" in admin.get("/desk/").text


def test_admins_add_lock_out_and_let_in_again(admin, office, app):
    fields = {"login": "cat", "name": "Cat Ray", "role": "staff", "password": "tooshort"}
    refused = admin.submit("/desk/users/add", fields)
    assert refused.status_code == 422
    assert "at least 12 characters" in shown(refused)
    assert 'value="cat"' in refused.text
    assert "tooshort" not in refused.text
    admin.submit("/desk/users/add", {**fields, "password": PASSWORD})
    assert [user.role for user in office.accounts.users() if user.login == "cat"] == [Role.STAFF]
    admin.submit("/desk/users/cat/disable")
    assert Browser(app).sign_in("cat").status_code == 401
    admin.submit("/desk/users/cat/enable")
    admin.submit("/desk/users/cat/password", {"password": "another good one"})
    assert Browser(app).sign_in("cat").status_code == 401
    assert Browser(app).sign_in("cat", "another good one").status_code == 303


def test_no_admin_locks_themselves_out(admin, office):
    answer = admin.submit("/desk/users/ada/disable")
    assert answer.status_code == 409
    assert office.accounts.users()[0].disabled_at is None


def test_a_new_key_is_shown_once_and_can_be_revoked(admin, office):
    fields = {"client": "Chat bot", "per_minute": "30", "scope": ["ask", "enquiries"]}
    page = admin.submit("/desk/keys/add", fields)
    secret = page.text.split('class="secret">')[1].split("<")[0]
    assert office.accounts.check_key(secret).per_minute == 30
    assert office.accounts.check_key(secret).scopes == (Scope.ASK, Scope.ENQUIRIES)
    assert "Ask, Enquiries" in shown(admin.get("/desk/keys"))
    assert secret not in admin.get("/desk/keys").text
    admin.submit("/desk/keys/1/revoke")
    assert office.accounts.check_key(secret) is None
    for wrong in ({"per_minute": "no"}, {"scope": []}, {"client": " "}):
        assert admin.submit("/desk/keys/add", {**fields, **wrong}).status_code == 422


def test_the_audit_says_who_did_it(admin):
    fields = {"client": "Chat bot", "per_minute": "30", "scope": "ask"}
    admin.submit("/desk/keys/add", fields)
    page = shown(admin.get("/desk/audit"))
    assert "Ada Fern Key added Key 1" in page
    assert "Ada Fern Signed in" in page


def test_users_change_their_own_password_and_sign_in_with_it(app, staff, browser):
    assert "Change the password of Bob Reed" in shown(staff.get("/desk/"))
    elsewhere = Browser(app)
    elsewhere.sign_in("bob")
    wrong = staff.submit("/desk/password", {"old": "not this one", "new": "three random words"})
    assert (wrong.status_code, "is another one" in shown(wrong)) == (422, True)
    weak = staff.submit("/desk/password", {"old": PASSWORD, "new": "short"})
    assert (weak.status_code, "at least 12" in shown(weak)) == (422, True)
    done = staff.submit("/desk/password", {"old": PASSWORD, "new": "three random words"})
    assert "Your password is changed" in shown(staff.get(done.headers["location"]))
    for each in (staff, elsewhere):
        assert each.get("/desk/").headers["location"].startswith("/desk/sign-in")
    assert browser.sign_in("bob").status_code == 401
    assert browser.sign_in("bob", "three random words").status_code == 303


def test_the_old_password_is_not_found_out_by_trying(staff):
    for _ in range(5):
        staff.submit("/desk/password", {"old": "a guess of mine", "new": "three random words"})
    answer = staff.submit("/desk/password", {"old": PASSWORD, "new": "three random words"})
    assert answer.status_code == 429


def test_a_password_is_not_shown_again_when_the_session_is_over(staff, clock):
    token = {"csrf": hidden(staff.get("/desk/password"), "csrf")}
    clock.passes(hours=13)
    answer = staff.post("/desk/password", data={**token, "old": PASSWORD, "new": "three words"})
    assert answer.status_code == 401
    assert PASSWORD not in answer.text
    assert "three words" not in answer.text
