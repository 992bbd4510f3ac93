"""`python -m evals`: the command that says whether answers got better or worse."""

import importlib
import sys
from collections.abc import Sequence

from rich.console import Console

from assistant.errors import CareersError
from evals.options import parse
from evals.run import run

COMMANDS = (
    *("speed", "against_stock", "crash", "calibrate", "mutants", "lint", "judge"),
    *("compare", "injections", "page_speed", "enquiries_speed", "ablation"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 (good), 1 (fell short) or 2 (wrong usage)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    console = Console()
    try:
        if arguments and arguments[0] in COMMANDS:
            command = importlib.import_module(f"evals.{arguments[0]}")
            return int(command.main(arguments[1:]))
        return run(parse(arguments), console)
    except CareersError as error:
        console.print(str(error), style="red", markup=False)
        return 2


if __name__ == "__main__":
    sys.exit(main())
