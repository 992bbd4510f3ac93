"""The inbox: filters, search and pages."""

import re

import pytest

from assistant.enquiries.desk import Seen
from assistant.records.values import Incoming
from assistant.web.desk.inbox import PAGE
from tests.enquiries.scripted import TEXT, guide_of
from tests.web.desk.conftest import MESSAGE, PAY, found, shown


def titles(page):
    return re.findall(r'<h2><a href="/desk/enquiries/\d+">(.*?)</a></h2>', page.text)


@pytest.fixture
def filled(staff, office):
    """One enquiry in each state that the desk brings about, and one stale."""
    for name in ("drafted", "approved", "sent", "reopened"):
        enquiry = office.desk.receive(Incoming(MESSAGE, subject=name), "bob")
        way = {
            "drafted": (),
            "approved": (office.desk.approve,),
            "sent": (office.desk.approve, office.desk.mark_sent),
            "reopened": (office.desk.approve, office.desk.reopen),
        }
        for take in way[name]:
            enquiry = take(Seen(enquiry.id, enquiry.version, "bob"))
    office.records.enquiries.add(Incoming("Nights?", subject="new"), "client")
    return staff


@pytest.mark.parametrize("name", ["new", "drafted", "approved", "sent", "reopened"])
def test_each_state_has_its_filter(filled, name):
    page = filled.get(f"/desk/?show={name}")
    assert titles(page) == [name]
    assert re.search(rf'show={name}" aria-current="true">\w+ <span class="count">1<', page.text)


def test_all_and_what_is_not_covered(filled):
    assert titles(filled.get("/desk/")) == ["new", "reopened", "sent", "approved", "drafted"]
    assert titles(filled.get("/desk/?show=not-covered")) == titles(filled.get("/desk/"))[1:]
    assert "1 not covered" in shown(filled.get("/desk/"))


def test_a_changed_guide_makes_replies_stale(filled, answering, tmp_path):
    assert titles(filled.get("/desk/?show=stale")) == []
    changed = guide_of(tmp_path, TEXT.replace("£31,000", "£33,000"))
    answering.guides = {changed.id: changed}
    answering.snapshot_id = "second"
    assert titles(filled.get("/desk/?show=stale")) == ["sent", "approved"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("drafted", ["drafted"]),
        ("keepers earning", ["reopened", "sent", "approved", "drafted"]),
        (PAY, ["reopened", "sent", "approved", "drafted"]),
        ("nights", ["new"]),
        ("submarine", []),
        ("' OR 'a'='a' --", []),
    ],
)
def test_search_looks_at_everything_that_was_written(filled, words, wanted):
    page = filled.get("/desk/", params={"q": words})
    assert titles(page) == wanted


def test_search_and_filter_hold_together(filled):
    assert titles(filled.get("/desk/?q=keeper&show=sent")) == ["sent"]
    assert "Nothing fits" in shown(filled.get("/desk/?q=submarine&show=sent"))


def test_a_long_list_has_pages(staff, records):
    for number in range(PAGE + 1):
        records.enquiries.add(Incoming(f"Message {number}", subject=f"s{number}"), "client")
    first = staff.get("/desk/?q=message")
    assert titles(first)[0] == f"s{PAGE}"
    assert len(titles(first)) == PAGE
    following = found(r'rel="next" href="([^"]+)"', first.text).replace("&amp;", "&")
    assert following == "/desk/?q=message&page=2"
    second = staff.get(following)
    assert titles(second) == ["s0"]
    assert 'rel="prev" href="/desk/?q=message"' in second.text


def test_odd_addresses_show_the_plain_inbox(staff):
    assert staff.get("/desk/?show=nonsense").status_code == 200
    assert staff.get("/desk/?page=99").status_code == 200
    assert staff.get("/desk/?page=0").status_code == 404
    assert "No enquiry has come in yet" in shown(staff.get("/desk/"))
