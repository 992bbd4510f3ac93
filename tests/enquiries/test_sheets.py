"""Many messages in one .csv file."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.enquiries.intake import accepted, cleaned
from assistant.enquiries.sheets import read_csv
from assistant.errors import NotAllowedError
from assistant.records.values import Channel, Incoming


@pytest.mark.parametrize(
    "data",
    [
        "id,name,message\n7,Jo,What pay?\n",
        "ID;Name;Message\r\n7;Jo;What pay?\r\n",
        "\ufeffmessage\tname\tid\nWhat pay?\tJo\t7\n\n\n",
        '"message","sender name","ref"\n"What pay?",Jo,7',
        "sep=;\r\nid;name;message\r\n7;Jo;What pay?\r\n",
        "sep=|\nid|name|message\n7|Jo|What pay?\n",
    ],
)
def test_a_csv_is_read_by_the_names_of_its_columns(data):
    message = read_csv("in.csv", data.encode())[0].message
    assert (message.body, message.sender_name, message.reference) == ("What pay?", "Jo", "7")
    assert message.channel is Channel.CSV


def test_a_csv_of_one_column_needs_no_names():
    messages = [row.message for row in read_csv("in.csv", b"What pay?\n\nWhich skills?\n")]
    assert [message.body for message in messages] == ["What pay?", "Which skills?"]
    assert [message.reference for message in messages] == ["1", "3"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column with the messages"),
        (b"message,id\n,7\n", "Row 2: The message is empty"),
        (b"id,message\n", "the names of columns alone"),
        (b'message\n"open', "can't be read as CSV at row 2"),
        (b'message\nfine?\n"a "quote" here"', "can't be read as CSV at row 3"),
        ("message\n" + "a" * 20_001, "Row 2"),
        (b"\x00\x01\x02", "no text file"),
    ],
)
def test_a_csv_that_cannot_be_read_is_explained_by_its_row(data, said):
    with pytest.raises(NotAllowedError, match=said):
        read_csv("in.csv", data.encode() if isinstance(data, str) else data)


def test_a_row_that_cannot_be_read_is_named_as_a_spreadsheet_counts_it():
    rows = read_csv("in.csv", b'sep=,\nid,message\n7,"Is it\nhard?"\n\n8,\n')
    assert [(row.message.reference, row.fault[:6]) for row in rows] == [("7", ""), ("8", "Row 5:")]
    assert rows[1].message.body == ""


@given(st.lists(st.text(min_size=1, max_size=40).filter(lambda t: any(map(str.isalnum, t)))))
def test_every_row_of_a_csv_arrives_in_order(bodies):
    bodies = [cleaned(body) for body in bodies if any(map(str.isalnum, cleaned(body)))]
    assume(bodies)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([["id", "message"], *([number, body] for number, body in enumerate(bodies))])
    rows = read_csv("in.csv", file.getvalue().encode("utf-8", "surrogatepass"))
    messages = [row.message for row in rows]
    assert [message.body for message in messages] == [accepted(Incoming(b)).body for b in bodies]
    assert [message.reference for message in messages] == [str(n) for n in range(len(bodies))]
