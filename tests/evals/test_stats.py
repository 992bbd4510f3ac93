import pytest

from evals.stats import estimate, mcnemar


def width(figure):
    return figure.high - figure.low


def test_the_interval_holds_the_mean_and_is_the_same_twice():
    values = [1.0] * 8 + [0.0] * 2
    figure = estimate(values, range(10))
    assert figure.value == 0.8
    assert width(figure) > 0
    assert 0.4 < (figure.low or 0) < 0.8 < (figure.high or 0) <= 1
    assert figure == estimate(values, range(10))


def test_the_order_of_cases_leaves_no_mark():
    values, clusters = [1.0, 0.0, 1.0, 1.0, 0.0], ["a", "b", "c", "a", "b"]
    turned = estimate(values[::-1], clusters[::-1])
    assert turned == estimate(values, clusters)


def test_cases_that_go_together_make_the_interval_wider():
    values = [1.0] * 10 + [0.0] * 10
    alone = estimate(values, range(20))
    together = estimate(values, [n // 5 for n in range(20)])
    assert width(together) > width(alone)


def test_three_right_of_three_are_not_certain():
    """Exact interval of 3 of 3: from the cube root of .025 to 1; of 0 of 3, from 0 to 1 less it."""
    assert estimate([1.0] * 3, range(3)).low == pytest.approx(0.025 ** (1 / 3), abs=1e-6)
    assert estimate([1.0] * 3, range(3)).high == 1.0
    assert estimate([0.0] * 3, range(3)).high == pytest.approx(1 - 0.025 ** (1 / 3), abs=1e-6)
    assert estimate([0.0] * 3, range(3), share=False).high == 0.0


def test_nothing_to_count_is_not_a_number():
    assert estimate([], []).value is None
    assert estimate([], []).count == 0


@pytest.mark.parametrize(
    ("better", "worse", "p"),
    [(0, 0, 1.0), (0, 5, 2 / 32), (5, 0, 2 / 32), (1, 1, 1.0), (2, 8, 2 * 56 / 1024)],
)
def test_mcnemar_worked_by_hand(better, worse, p):
    """Twice the tail of a fair coin: of 10 throws at most 2 heads in 1 + 10 + 45 = 56 of 1024."""
    assert mcnemar(better, worse) == pytest.approx(p, abs=1e-6)
