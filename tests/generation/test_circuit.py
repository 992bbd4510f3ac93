"""The circuit: opens after failures in a row, lets one call try, closes when it goes well."""

from concurrent.futures import ThreadPoolExecutor

from assistant.generation.circuit import LONGEST_REST, Circuit


def opened(now, failures=3, rest=10):
    circuit = Circuit(failures, rest, lambda: now[0])
    for _ in range(failures):
        assert circuit.allows()
        circuit.failed()
    return circuit


def test_it_opens_only_after_failures_in_a_row():
    circuit = Circuit(failures=3)
    for _ in range(5):
        circuit.failed()
        circuit.failed()
        circuit.succeeded()
    assert circuit.state == "closed"
    assert circuit.allows()


def test_an_open_one_lets_nothing_through_until_it_has_rested():
    now = [0.0]
    circuit = opened(now)
    assert (circuit.state, circuit.allows()) == ("open", False)
    now[0] = 9.9
    assert not circuit.allows()
    now[0] = 10.1
    assert circuit.state == "half-open"
    assert circuit.allows()


def test_of_many_at_once_one_may_try_a_half_open_one():
    now = [0.0]
    circuit = opened(now)
    now[0] = 11.0
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: circuit.allows(), range(64))) == 1


def test_a_try_that_goes_well_closes_it_and_one_that_fails_doubles_the_rest():
    now = [0.0]
    circuit = opened(now)
    now[0] = 11.0
    assert circuit.allows()
    circuit.failed()
    now[0] = 22.0
    assert circuit.allows()
    circuit.failed()
    now[0] = 33.0
    assert not circuit.allows()
    now[0] = 43.0
    assert circuit.allows()
    circuit.succeeded()
    assert circuit.state == "closed"


def test_a_reader_who_leaves_does_not_hold_the_one_try_for_ever():
    now = [0.0]
    circuit = opened(now)
    now[0] = 11.0
    assert circuit.allows()
    circuit.gave_up()
    assert circuit.allows()


def test_what_the_server_asks_for_opens_it_at_once_but_not_for_hours():
    now = [0.0]
    circuit = Circuit(failures=3, rest=10, clock=lambda: now[0])
    circuit.failed(retry_after=86_400)
    assert circuit.state == "open"
    now[0] = LONGEST_REST + 1
    assert circuit.allows()
