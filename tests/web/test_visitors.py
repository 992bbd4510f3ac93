from assistant.web.visitors import Visitors


def test_each_visitor_has_a_limit_of_their_own():
    visitors = Visitors(2)
    assert [visitors.wait("a") for _ in range(2)] == [0, 0]
    assert visitors.wait("a") > 0
    assert visitors.wait("b") == 0


def test_the_wait_is_at_most_a_minute():
    visitors = Visitors(1)
    visitors.wait("a")
    assert 1 <= visitors.wait("a") <= 60


def test_each_kind_of_doing_is_counted_apart():
    visitors = Visitors(1)
    assert visitors.wait("a", "question") == 0
    assert visitors.wait("a", "feedback") == 0


def test_nought_is_no_limit():
    assert not any(Visitors(0).wait("a") for _ in range(100))
