"""The API does what its document says: Schemathesis reads the one and tries the other."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.web.server import make_app
from assistant.web.site import Site
from tests.api.conftest import Api, parts_over, served
from tests.opened import assistant_over

# A body within the schema may still have too many bytes, which the document says.
RULES = """
[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 409, 413, 422]
"""


@pytest.fixture
def whole(index_folder, tmp_path):
    """The whole application, as app.py serves it, over the real index."""
    assistant = assistant_over(index_folder)
    parts = parts_over(assistant, tmp_path)

    def guides():
        return tuple(assistant.sources().snapshot.guides.values())

    app = make_app(assistant, Site(guides=guides), None, parts)
    with parts.records, served(app) as where:
        yield Api(where, parts)


def test_nothing_breaks_and_all_is_as_documented(whole, tmp_path):
    _, secret = whole.key()
    rules = tmp_path / "schemathesis.toml"
    rules.write_text(RULES)
    command = [
        str(Path(sys.executable).with_name("st")),
        f"--config-file={rules}",
        "run",
        f"{whole.address}/api/v1/openapi.json",
        f"--header=Authorization: Bearer {secret}",
        "--checks=all",
        "--max-examples=5",
        "--generation-deterministic",
        "--suppress-health-check=all",
        "--no-color",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    tried = re.search(r"Tested: (\d+)", done.stdout)
    assert tried
    assert int(tried[1]) == 13
    assert "Authentication failed" not in done.stdout


def test_the_document_describes_every_field_and_every_ending(client):
    document = client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    schemas = document["components"]["schemas"]
    for item in document["paths"].values():
        for operation in item.values():
            assert operation["description"]
            assert operation["summary"]
            for status, told in operation["responses"].items():
                media = next(iter(told["content"]))
                if status >= "400" and told["description"] != "Something is not ready":
                    assert media == "application/problem+json"
                    assert told["content"][media]["examples"]
                elif status < "300":
                    assert told["content"][media]["example"]
    for name in ("Question", "Answer", "Citation", "Passage", "NewEnquiry", "GivenFeedback"):
        assert schemas[name]["description"]
        for field, schema in schemas[name]["properties"].items():
            assert schema.get("description") or field == "subject", (name, field)


def test_each_kind_of_problem_is_explained_where_its_type_leads(client):
    page = client.get("/docs").text
    document = client.get("/openapi.json").json()
    kinds = {
        example["value"]["type"]
        for item in document["paths"].values()
        for operation in item.values()
        for told in operation["responses"].values()
        for content in told["content"].values()
        for example in content.get("examples", {}).values()
    }
    assert len(kinds) >= 9
    for kind in kinds:
        path, anchor = kind.split("#")
        assert path == "/api/v1/docs"
        assert f'id="{anchor}"' in page


def test_every_link_of_the_page_leads_to_a_place_on_it(client):
    page = client.get("/docs").text
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    for call in client.get("/openapi.json").json()["paths"]:
        assert f"/api/v1{call}" in page
