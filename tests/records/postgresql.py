"""A real PostgreSQL server in a folder of its own, on a unix socket, never as root."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path


def find_server():
    """The folder with initdb, pg_ctl and postgres; None if PostgreSQL is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        folders.insert(0, Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextmanager
def running(programs):
    """Start a server; gives the address of its first database, and stops it afterwards."""
    # Below the system's own temporary folder: a socket's path may have 107 bytes only, and pytest's
    # folders are closed to the user that the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    user = group = None
    if os.geteuid() == 0:
        known = pwd.getpwnam(next(name for name in ("postgres", "nobody") if _exists(name)))
        user, group = known.pw_uid, known.pw_gid
        os.chown(folder, user, group)

    def run(program, *arguments):
        done = subprocess.run(
            [str(programs / program), *arguments],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            user=user,
            group=group,
            extra_groups=None if user is None else [],
        )
        assert done.returncode == 0, done.stderr

    data = folder / "data"
    server = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
    try:
        run("initdb", "-D", str(data), "-U", "careers", "-A", "trust", "-E", "UTF8", "--no-sync")
        log = str(folder / "log")
        run("pg_ctl", "-D", str(data), "-o", server, "-l", log, "-w", "-t", "60", "start")
        try:
            yield f"postgresql://careers@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def _exists(user):
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
