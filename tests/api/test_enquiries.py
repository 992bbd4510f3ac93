"""Enquiries over the API: brought in once, seen by their client alone, sent after approval."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from assistant.enquiries.desk import Seen
from assistant.records.purge import purge
from assistant.records.values import Channel, EnquiryState, Retention
from tests.api.test_access import kind_of

MESSAGE = (
    "Hello,\nIs a backend engineer on call? Do they get free parking?\nKind regards,\nSam Reed"
)


@pytest.fixture
def website(api, request):
    """A client of its own for each test."""
    return api.client(name=f"website {request.node.name}"[:90])


def test_a_message_is_kept_with_its_questions_and_waits_for_a_person(api, website):
    made = website.post("/enquiries", json={"message": MESSAGE, "subject": "Two questions"})
    assert made.status_code == 201
    enquiry = made.json()
    assert made.headers["location"] == f"/api/v1/enquiries/{enquiry['id']}"
    assert [part["status"] for part in enquiry["parts"]] == ["answered", "not_covered"]
    assert (enquiry["state"], enquiry["questions"], enquiry["not_covered"]) == ("drafted", 2, 1)
    assert enquiry["reply"] is None
    assert website.get(f"/enquiries/{enquiry['id']}").json() == enquiry
    kept = api.parts.records.enquiries.get(enquiry["id"])
    assert (kept.channel, kept.sender_name, kept.body) == (Channel.API, "Sam Reed", MESSAGE)


def test_a_reply_is_given_once_a_person_has_approved_it_and_then_marked_sent(api, website):
    made = website.post("/enquiries", json={"message": MESSAGE}).json()
    where = f"/enquiries/{made['id']}"
    early = website.put(f"{where}/state", json={"state": "sent", "version": made["version"]})
    assert (early.status_code, kind_of(early)) == (409, "not-allowed")
    approved = api.parts.desk.approve(Seen(made["id"], made["version"], "sam"))
    given = website.get(where).json()
    assert given["reply"]["text"] == api.parts.desk.reply(approved).text
    assert "on call" in given["reply"]["text"].lower()
    late = website.put(f"{where}/state", json={"state": "sent", "version": made["version"]})
    assert (late.status_code, kind_of(late)) == (409, "changed")
    sent = website.put(f"{where}/state", json={"state": "sent", "version": approved.version})
    assert sent.json() == website.get(f"{where}/state").json()
    assert sent.json()["state"] == "sent"


def test_only_people_approve(website):
    made = website.post("/enquiries", json={"message": MESSAGE}).json()
    for state in EnquiryState:
        if state is not EnquiryState.SENT:
            wanted = {"state": state, "version": made["version"]}
            refused = website.put(f"/enquiries/{made['id']}/state", json=wanted)
            assert kind_of(refused) == "invalid"


def test_a_reference_is_kept_once_however_often_and_at_once_it_is_sent(api, website):
    new = {"message": MESSAGE, "reference": "ticket-1"}
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: website.post("/enquiries", json=new), range(8)))
    assert sorted(each.status_code for each in made) == [200] * 7 + [201]
    assert len({each.json()["id"] for each in made}) == 1
    assert website.get("/enquiries", params={"reference": "ticket-1"}).json()["total"] == 1
    other = website.post("/enquiries", json={**new, "message": "Something else?"})
    assert (other.status_code, kind_of(other)) == (409, "not-allowed")


def test_a_client_sees_its_own_enquiries_and_no_others(api, website):
    mine = website.post("/enquiries", json={"message": MESSAGE, "reference": "a"}).json()
    other = api.client(name=f"another {mine['id']}")
    theirs = other.post("/enquiries", json={"message": MESSAGE, "reference": "a"}).json()
    assert theirs["id"] != mine["id"]
    for path in (f"/enquiries/{mine['id']}", f"/enquiries/{mine['id']}/state"):
        refused = other.get(path)
        nobodys = other.get(path.replace(str(mine["id"]), "999999"))
        assert kind_of(refused) == kind_of(nobodys) == "not-found"
        assert refused.json()["detail"] == nobodys.json()["detail"].replace(
            "999999", str(mine["id"])
        )
    mark = {"state": "sent", "version": 1}
    assert kind_of(other.put(f"/enquiries/{mine['id']}/state", json=mark)) == "not-found"
    assert [each["id"] for each in other.get("/enquiries").json()["enquiries"]] == [theirs["id"]]


def test_a_client_keeps_its_enquiry_when_the_audit_of_it_is_gone(api, website):
    made = website.post("/enquiries", json={"message": MESSAGE}).json()
    kept_for = Retention(0, 0, 0, audit=1, sessions=0, jobs=0)
    before = api.parts.records.clock() + timedelta(days=2)
    purge(api.parts.records._database, kept_for, before, "test")
    assert api.parts.records.audit.of(f"enquiry:{made['id']}") == []
    assert website.get(f"/enquiries/{made['id']}").json() == made


def test_a_list_is_filtered_and_turned_page_by_page(api, website):
    made = [
        website.post("/enquiries", json={"message": f"What is role {n}?"}).json() for n in range(3)
    ]
    newest_first = [each["id"] for each in reversed(made)]
    seen = []
    for offset in range(0, 3, 2):
        page = website.get("/enquiries", params={"limit": 2, "offset": offset}).json()
        assert page["total"] == 3
        seen += [each["id"] for each in page["enquiries"]]
    assert seen == newest_first
    api.parts.desk.approve(Seen(made[0]["id"], made[0]["version"], "sam"), knowingly=True)
    approved = website.get("/enquiries", params={"state": "approved"}).json()
    assert [each["id"] for each in approved["enquiries"]] == [made[0]["id"]]


@pytest.mark.parametrize("message", ["", "  \n ", "?!", "x" * 20_001])
def test_a_message_that_can_not_be_read_is_refused(message, website):
    assert kind_of(website.post("/enquiries", json={"message": message})) == "invalid"
    assert website.get("/enquiries").json()["total"] == 0
