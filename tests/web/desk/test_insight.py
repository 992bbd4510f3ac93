"""Insight: figures, charts with their tables, gaps, and CSV."""

import csv
import io
import re

import numpy as np
import pytest

from assistant.enquiries.desk import Edit, Seen
from assistant.enquiries.insight import NONE, Count
from assistant.records.values import Incoming
from assistant.web.desk.charts import bars, columns
from assistant.web.desk.insight import Remembering
from tests.web.desk.conftest import MESSAGE, found, shown


@pytest.fixture
def used(staff, office, clock):
    """Three enquiries over two weeks: one approved as it was, one edited, one not approved."""
    for number in range(3):
        enquiry = office.desk.receive(Incoming(MESSAGE), "bob")
        clock.passes(minutes=20)
        seen = Seen(enquiry.id, enquiry.version, "bob")
        if number == 1:
            edited = office.desk.edit(seen, Edit(closing="Bye"))
            seen = Seen(enquiry.id, edited.version, "bob")
        if number < 2:
            office.desk.approve(seen)
        clock.passes(days=4)
    assert staff.sign_in("bob").status_code == 303, "the session was over"
    return staff


def test_the_figures_of_a_span(used):
    page = shown(used.get("/desk/insight"))
    assert "Questions 6" in page
    assert "Answered by the guides 50 %" in page
    assert "Until approved (median) 20 min" in page
    assert "Approved unedited 50 %" in page


def test_what_the_guides_lack_is_grouped_with_where_it_was_asked(used):
    page = used.get("/desk/insight")
    assert re.search(r'<h3>Is there a pension\?</h3>.*?<span class="count">3', page.text, re.S)
    assert re.findall(r'<a href="/desk/enquiries/(\d+)">', page.text) == ["1", "2", "3"]


def test_the_chart_and_its_table_say_the_same(used):
    page = used.get("/desk/insight")
    assert re.findall(r'<th scope="row">(2026-W\d+)</th><td class="figure">(\d+)</td>', page.text)[
        -2:
    ] == [("2026-W10", "4"), ("2026-W11", "2")]
    drawn = found(r'(<svg class="columns".*?</svg>)', page.text)
    assert re.findall(r">(\d+)</text>", drawn) == ["4", "2"]


def test_days_without_questions_are_said_to_be_empty(used):
    page = used.get("/desk/insight?since=2020-01-01&until=2020-02-01")
    assert "Nothing was asked in these days" in shown(page)
    assert 'value="2020-01-01"' in page.text
    turned = used.get("/desk/insight?since=2020-02-01&until=2020-01-01")
    assert 'value="2020-01-01"' in turned.text
    assert used.get("/desk/insight?since=nonsense").status_code == 200


@pytest.mark.parametrize("name", ["topics", "roles", "statuses", "weeks", "gaps", "pace"])
def test_each_table_can_be_had_as_csv(used, name):
    assert (
        f"/desk/insight/{name}.csv?since=2025-12-20&amp;until=2026-03-14"
        in used.get("/desk/insight").text
    )
    answer = used.get(f"/desk/insight/{name}.csv?since=2025-12-20&until=2026-03-14")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert f"{name}-2025-12-20-2026-03-14.csv" in answer.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) > 1


def test_a_table_that_there_is_not_is_told(used):
    answer = used.get("/desk/insight/secrets.csv")
    assert answer.status_code == 404
    assert "topics" in shown(answer)


def test_bars_are_as_long_as_their_counts():
    long, short = bars([Count("pay", 4, 3), Count(NONE, 1, 0)])
    assert (long.solid, long.hollow, long.share) == (75.0, 25.0, 75)
    assert (short.solid, short.hollow, short.label) == (0.0, 25.0, "None found")
    assert bars([Count("x", 0, 0)])[0].share == 0
    assert bars([Count("a-b", 1, 1)], {"a-b": "The role"})[0].label == "The role"


def test_columns_fill_the_width_and_name_at_most_eight():
    drawn = columns([Count(f"2026-W{week:02}", week, 0) for week in range(1, 21)])
    assert sum(column.named for column in drawn) <= 8
    assert all(column.x >= 0 and column.x + column.width <= 100 for column in drawn)
    assert columns([]) == []


def test_a_question_is_embedded_once():
    asked = []

    class Model:
        def embed(self, texts):
            asked.extend(texts)
            return np.ones((len(texts), 2), dtype=np.float32)

    embed = Remembering(Model())
    assert embed(["a", "b", "a"]).shape == (3, 2)
    embed(["b", "c"])
    assert asked == ["a", "b", "c"]
