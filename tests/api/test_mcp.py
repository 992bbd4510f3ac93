"""The MCP tools, called by the package's own client over both transports."""

import re
import sys

import anyio
import httpx2
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from assistant.mcp_server import guides_server
from assistant.published import published_answer
from assistant.records.values import Scope

PAY = "What does a senior backend engineer earn in London?"
CAREERS = "import sys; from assistant.commands.main import main; sys.exit(main())"
FIRST = "What does a senior backend engineer earn?"


def bearer(secret):
    """The header that carries a secret; none without one."""
    return {"Authorization": f"Bearer {secret}"} if secret else {}


async def over_http(api, secret, use, **options):
    """Use a client of the served tools with this key."""
    async with httpx2.AsyncClient(headers=bearer(secret), timeout=60) as http:
        transport = streamable_http_client(f"{api.address}/mcp", http_client=http)
        async with Client(transport, **options) as client:
            return await use(client)


async def over_stdio(index_folder, folder, use, **options):
    """Use a client of the command ``careers mcp``, started as its own process."""
    command = StdioServerParameters(
        command=sys.executable,
        args=["-c", CAREERS, "mcp", "--index", str(index_folder)],
        env={"CAREERS_DATA": str(folder), "CAREERS_PUBLIC_URL": "https://careers.example"},
    )
    async with Client(command, **options) as client:
        return await use(client)


async def both_tools(client):
    """What a host does: list the tools, ask, ask on, search."""
    listed = await client.list_tools()
    asked = await client.call_tool("ask_careers_guides", {"question": PAY})
    on = await client.call_tool(
        "ask_careers_guides", {"question": "and in Leeds?", "earlier_questions": [FIRST]}
    )
    found = await client.call_tool("search_guides", {"query": "on-call", "k": 2})
    return listed.tools, asked, on, found


def check(results, api):
    """What must hold, however the tools were called."""
    tools, asked, on, found = results
    assert [tool.name for tool in tools] == ["ask_careers_guides", "search_guides"]
    for tool in tools:
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.destructive_hint is False
        assert tool.description
        assert tool.output_schema["type"] == "object"
    expected = published_answer(api.parts.assistant.ask(PAY), "https://careers.example")
    given = asked.structured_content
    assert given | {"timings_ms": {}} == expected.model_dump(mode="json") | {"timings_ms": {}}
    text = asked.content[0].text
    assert text.startswith("Status: answered")
    numbers = {int(number) for number in re.findall(r"^\[(\d+)\]", text, re.MULTILINE)}
    assert numbers == {citation["number"] for citation in given["citations"]}
    assert "https://careers.example/guides/backend-engineer" in text
    # A link that is shared still shows what was quoted when the guide has changed.
    assert all("&v=" in citation["url"] for citation in given["citations"])
    assert "Rest of UK: £65,000 to £90,000" in on.structured_content["text"]
    passages = found.structured_content["passages"]
    assert len(passages) == 2
    assert all(passage["text"] in found.content[0].text for passage in passages)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_tools_over_http(mode, api):
    _, secret = api.key(Scope.ASK)

    async def run():
        return await over_http(api, secret, both_tools, mode=mode)

    check(anyio.run(run), api)


def test_the_tools_over_standard_input_and_output(api, index_folder, tmp_path):
    # Starting a process takes its time: here the handshake that most hosts still use.
    async def run():
        return await over_stdio(index_folder, tmp_path, both_tools, mode="legacy")

    check(anyio.run(run), api)


@pytest.mark.parametrize("of", ["nobody", "wrong", "revoked", "enquiries"])
def test_over_http_a_key_is_needed_that_may_ask(of, api):
    key, secret = api.key(Scope.ENQUIRIES if of == "enquiries" else Scope.ASK)
    if of == "revoked":
        api.parts.accounts.revoke_key(key.id, "test")
    secret = {"nobody": "", "wrong": "careers_wrong"}.get(of, secret)

    async def run():
        return await over_http(api, secret, both_tools)

    with pytest.RaisesGroup(MCPError, flatten_subgroups=True):
        anyio.run(run)
    refused = httpx2.post(f"{api.address}/mcp", headers=bearer(secret))
    assert refused.status_code == (403 if of == "enquiries" else 401)


def test_a_page_of_another_site_is_refused(api):
    _, secret = api.key(Scope.ASK)
    headers = bearer(secret) | {"Origin": "https://elsewhere.example"}
    assert httpx2.post(f"{api.address}/mcp", headers=headers).status_code == 403


def test_calls_count_towards_the_limit_of_the_key(api):
    _, secret = api.key(Scope.ASK, per_minute=1)
    url = f"{api.address}/mcp"
    statuses = [httpx2.post(url, headers=bearer(secret)).status_code for _ in range(2)]
    assert statuses[1] == 429
    assert statuses[0] != 429


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("ask_careers_guides", {}),
        ("ask_careers_guides", {"question": ""}),
        ("ask_careers_guides", {"question": "x" * 20_001}),
        ("search_guides", {"query": "pay", "k": 0}),
    ],
)
def test_wrong_arguments_are_told_to_the_model(tool, arguments, api):
    async def run():
        async with Client(guides_server(api.parts.assistant)) as client:
            return await client.call_tool(tool, arguments)

    told = anyio.run(run)
    assert told.is_error
    assert "validation error" in told.content[0].text


def test_without_guides_the_model_is_told_so(tmp_path):
    from assistant.embeddings import MiniLM
    from assistant.pipeline import Assistant

    async def run():
        async with Client(guides_server(Assistant(tmp_path / "none", MiniLM()))) as client:
            asked = await client.call_tool("ask_careers_guides", {"question": PAY})
            found = await client.call_tool("search_guides", {"query": PAY})
            return asked, found

    asked, found = anyio.run(run)
    assert asked.is_error
    assert asked.structured_content["status"] == "failed"
    assert found.is_error
    assert "ingest" in found.content[0].text


def test_many_call_at_once_and_each_gets_their_own_answer(api):
    _, secret = api.key(Scope.ASK)
    questions = [f"What does a {level} backend engineer earn?" for level in ("junior", "lead")] * 6
    answers = {}

    async def all_at_once(client):
        async def ask(place, question):
            answers[place] = await client.call_tool("ask_careers_guides", {"question": question})

        async with anyio.create_task_group() as group:
            for place, question in enumerate(questions):
                group.start_soon(ask, place, question)

    async def run():
        await over_http(api, secret, all_at_once)

    anyio.run(run)
    given = [answers[place].structured_content["question"] for place in range(len(questions))]
    assert given == questions
