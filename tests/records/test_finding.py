"""What is found by its words is the same on both databases, whatever is searched for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.records import Records
from assistant.records.finding import asked_terms, found_by
from assistant.records.values import EnquiryFilter, Incoming
from tests.records.conftest import _create, _database, _numbers

WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "nights",
                "night",
                "Zoë",
                "zoe",
                "O'Neil",
                "o-neil",
                "a1",
                "1.5",
                "sam@x.org",
                "the",
                "ß",
                "ﬁ",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=6,
).map(" ".join)


@pytest.fixture(scope="module")
def both(postgresql, tmp_path_factory):
    """Records of each kind with the same enquiries."""
    name = f"test{next(_numbers)}"
    _create(postgresql, name, "TEMPLATE model")
    folder = tmp_path_factory.mktemp("both")
    with (
        Records(f"sqlite:///{folder / 'records.sqlite3'}") as one,
        Records(_database(postgresql, name)) as other,
    ):
        yield one, other


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(body=WORDS, asked=WORDS)
def test_both_databases_find_what_has_every_term_asked_for(both, body, asked):
    body = "".join(letter for letter in body if letter.isprintable())
    wanted = EnquiryFilter(words=asked)
    found = []
    for records in both:
        enquiry = records.enquiries.add(Incoming(body), "ann")
        found.append(enquiry.id in {each.id for each in records.enquiries.find(wanted, limit=500)})
        records.enquiries.remove(enquiry.id, "ann")
    expected = set(asked_terms(asked)) <= set(found_by(body).split())
    assert found == [expected, expected]
