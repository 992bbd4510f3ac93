"""The ``careers`` command: ingest, ask, search, serve, evals."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from assistant.errors import CareersError

#: Each command and the module whose ``main(argv)`` runs it; imported only when asked for, since
#: gradio and Chroma are slow to load.
COMMANDS = {
    "ingest": ("assistant.commands.ingest", "read the guides and bring the index up to date"),
    "ask": (
        "assistant.commands.ask",
        "ask a question, hold a conversation, or answer a file of them",
    ),
    "search": ("assistant.commands.search", "show the passages that fit a question"),
    "enquiries": ("assistant.commands.enquiries", "answer a file of enquiries, see what is asked"),
    "users": ("assistant.commands.users", "say who may sign in at the desk"),
    "keys": ("assistant.commands.keys", "say which programs may call the API and the MCP tools"),
    "mcp": ("assistant.commands.mcp", "offer the guides to other assistants as MCP tools"),
    "records": ("assistant.commands.records", "see what is kept, and delete what is old"),
    "serve": ("app", "start the chat"),
    "doctor": ("assistant.commands.doctor", "check that all is there, and say how to mend it"),
    "evals": ("evals.__main__", "run the eval suite and its gate"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    The exit code is 0 done, 1 done with something skipped or short, 2 wrong usage or settings.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_usage())
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"careers: there is no command {name!r}.\n\n{_usage()}", file=sys.stderr)
        return 2
    run: Callable[[Sequence[str]], int] = import_module(COMMANDS[name][0]).main
    try:
        return run(rest)
    except CareersError as error:
        print(f"careers {name}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def _usage() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  careers {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items()]
    return "\n".join(
        [
            "usage: careers COMMAND [options]",
            "",
            *lines,
            "",
            "careers COMMAND --help tells the options of each.",
        ]
    )
