"""API keys as they are kept, and the enquiries that a client brought in."""

import pytest

from assistant.accounts import Accounts
from assistant.errors import NotAllowedError
from assistant.records import Records
from assistant.records.values import EnquiryFilter, Incoming, Scope


@pytest.fixture
def records(tmp_path):
    with Records(f"sqlite:///{tmp_path / 'records.sqlite3'}") as kept:
        yield kept


def test_a_key_opens_what_it_was_given_for_and_no_more(records):
    accounts = Accounts(records)
    asking, asks = accounts.add_key("website", "console")
    whole, opens_all = accounts.add_key("crm", "console", 5, {Scope.ENQUIRIES, Scope.ASK})
    assert (asking.scopes, whole.scopes) == ((Scope.ASK,), (Scope.ASK, Scope.ENQUIRIES))
    assert accounts.check_key(asks) == asking
    assert accounts.check_key(opens_all) == whole
    assert (whole.per_minute, whole.client, whole.created_by) == (5, "crm", "console")


def test_a_key_that_opens_nothing_is_refused(records):
    with pytest.raises(NotAllowedError, match="scope"):
        Accounts(records).add_key("website", "console", scopes=())


def test_a_client_finds_the_enquiries_that_it_brought_in(records):
    own = records.enquiries.add(Incoming("One?", reference="7"), "api:website")
    records.enquiries.add(Incoming("Two?", reference="7"), "api:crm")
    records.enquiries.add(Incoming("Three?"), "sam")
    wanted = EnquiryFilter(by="api:website")
    assert [found.id for found in records.enquiries.find(wanted)] == [own.id]
    assert records.enquiries.count(wanted) == 1
    assert records.enquiries.of_reference("7", "api:website").id == own.id
    assert records.enquiries.of_reference("8", "api:website") is None
