"""The rooms depend one way, and each large package has its named home."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent

# From the bottom up: a room imports from its own storey or from below it.
STOREYS = (
    {"errors", "words", "figures", "tokens", "answer", "settings"},
    {"guides", "matters"},
    {"chunks"},
    {"late_interaction", "embeddings", "index"},
    {"retrieval", "understanding", "citations", "versions"},
    {"answering"},
    {"generation"},
    {"searching", "steering", "pipeline", "records"},
    {"chain", "accounts", "enquiries", "published"},
    {"mcp_server"},
    {"web", "commands", "evals", "app", "ingest"},
)
STOREY = {room: number for number, rooms in enumerate(STOREYS) for room in rooms}
OUTERMOST = STOREYS[-1]

# Where each package may be imported: files, or folders that end with a slash.
HOMES = {
    "chromadb": ("assistant/index/vectors.py", "evals/"),
    "langchain_chroma": ("evals/",),
    "openai": ("assistant/embeddings/", "assistant/generation/endpoint.py"),
    "langchain_openai": ("assistant/embeddings/", "assistant/generation/endpoint.py"),
    "langchain": ("assistant/generation/endpoint.py", "evals/judge.py"),
    "langchain_core": (
        "assistant/embeddings/",
        "assistant/chain.py",
        "assistant/generation/endpoint.py",
        "evals/",
    ),
    "langchain_text_splitters": ("evals/",),
    "sqlalchemy": ("assistant/records/",),
    "alembic": ("assistant/records/",),
    "argon2": ("assistant/accounts/",),
    "mcp": ("assistant/mcp_server/",),
    "mcp_types": ("assistant/mcp_server/",),
    "gradio": ("assistant/web/chat.py", "evals/"),
}


def sources():
    """Every Python file of the product, with its path in the project."""
    roots = [PROJECT / "app.py", PROJECT / "ingest.py"]
    roots += sorted((PROJECT / "assistant").rglob("*.py")) + sorted(
        (PROJECT / "evals").rglob("*.py")
    )
    return [(path.relative_to(PROJECT).as_posix(), path) for path in roots if path.exists()]


def imported(path):
    """The dotted names that a file imports, at the top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(dotted):
    """The room that a name of ours belongs to, or None: "assistant.guides.model" is of "guides"."""
    head, _, rest = dotted.partition(".")
    name = rest.partition(".")[0] if head == "assistant" else head
    return name if name in STOREY else None


def module_name(relative):
    return relative.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


SOURCES = sources()
IDS = [relative for relative, _ in SOURCES]


@pytest.mark.parametrize(("relative", "path"), SOURCES, ids=IDS)
def test_imports_point_one_way(relative, path):
    own = room(module_name(relative))
    if own is None:
        assert relative == "assistant/__init__.py", f"{relative}: give this room a storey"
        return
    upward = {name for name in imported(path) if STOREY.get(room(name) or own, 0) > STOREY[own]}
    assert not upward, f"{relative} ({own}) imports from above: {sorted(upward)}"


@pytest.mark.parametrize(("relative", "path"), SOURCES, ids=IDS)
def test_only_the_outermost_rooms_read_settings(relative, path):
    reads = any(name.startswith("assistant.settings") for name in imported(path))
    assert not reads or room(module_name(relative)) in OUTERMOST


@pytest.mark.parametrize(("relative", "path"), SOURCES, ids=IDS)
def test_each_package_is_imported_at_home(relative, path):
    for name in imported(path):
        homes = HOMES.get(name.partition(".")[0])
        assert homes is None or relative.startswith(homes), (
            f"{relative} imports {name}; its home is {homes}"
        )


@pytest.mark.parametrize(("relative", "path"), SOURCES, ids=IDS)
def test_only_settings_read_the_environment(relative, path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    reads = names & {"environ", "getenv", "environb"}
    assert not reads or relative == "assistant/settings.py"


def test_no_module_imports_itself_in_a_circle():
    modules = {module_name(relative) for relative, _ in SOURCES}
    graph = {}
    for relative, path in SOURCES:
        own = module_name(relative)
        # A module that names a sibling through their package does not depend on the package.
        graph[own] = {
            name for name in imported(path) if name in modules - {own, own.rpartition(".")[0]}
        }
    assert list(TopologicalSorter(graph).static_order())


def test_every_file_is_small_enough_to_read():
    long = {
        relative: count
        for relative, path in SOURCES
        if (count := path.read_text().count("\n")) > 300
    }
    assert not long
