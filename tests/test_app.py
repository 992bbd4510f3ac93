import os
import signal
import subprocess
import sys
import urllib.request

import app
from assistant.embeddings import load_embeddings
from assistant.pipeline import Assistant
from assistant.records import Records, address_in
from assistant.web import wording
from assistant.web.server import open_socket


def test_a_busy_port_ends_with_2_and_says_what_to_do(capsys):
    with open_socket("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        assert app.main(["--port", str(port)]) == 2
    assert f"Port {port} on 127.0.0.1 is in use" in capsys.readouterr().err


def test_a_setting_that_cannot_be_used_ends_with_2(capsys):
    assert app.main(["--port", "70000"]) == 2
    assert "CAREERS_PORT" in capsys.readouterr().err


def test_without_a_snapshot_there_are_no_guides_and_the_console_says_why(capsys, tmp_path):
    assert app._guides(Assistant(tmp_path, load_embeddings("minilm"))) == ()
    assert "python ingest.py" in capsys.readouterr().err


def test_it_says_where_to_look_and_serves_there(project, tmp_path):
    with open_socket("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
    command = [sys.executable, "app.py", "--port", str(port), "--index", str(tmp_path)]
    # What is kept goes beside the test, not into the data folder of whoever runs it.
    environment = {**os.environ, "CAREERS_DATA": str(tmp_path)}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().strip().endswith(f"http://127.0.0.1:{port}")
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=120) as response:
                assert wording.TITLE in response.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0


# A start up to where it would serve; then the packages that it has loaded.
START = """
import sys
import app
app.serve = lambda *_: print(*sorted({name.partition(".")[0] for name in sys.modules}))
sys.exit(app.main(sys.argv[1:]))
"""


def test_a_start_without_a_chat_model_loads_nothing_for_one_nor_for_old_records(project, tmp_path):
    Records(address_in(tmp_path)).close()
    with open_socket("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
    environment = {**os.environ, "CAREERS_DATA": str(tmp_path)}
    command = [sys.executable, "-c", START, "--port", str(port)]
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"gradio", "sqlalchemy"} <= loaded
    assert not loaded & {"langchain", "langsmith", "openai", "alembic"}
