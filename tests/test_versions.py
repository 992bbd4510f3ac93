from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from assistant.guides import read_text
from assistant.guides.model import Span
from assistant.versions import Versions, citation_link, version_of
from assistant.web.quoted import Standing, locate
from tests.web.scripted import LAB, cited

QUOTE = "Junior | £35,000 to £45,000 | £30,000 to £40,000"


def guide(text):
    return replace(read_text(text, "lab.md"), id=LAB.id)


def after(text, quote=QUOTE, versions=None):
    """What becomes of a quote from LAB once the guide reads otherwise."""
    kept = versions or Versions()
    name = kept.keep(LAB)
    start = LAB.source_text.index(quote)
    return locate(guide(text), Span(start, start + len(quote)), name, kept)


def test_a_link_names_the_words_their_version_and_their_section():
    versions = Versions()
    parts = urlsplit(citation_link(cited(1, QUOTE), LAB, versions))
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    start = LAB.source_text.index(QUOTE)
    assert parts.path == f"/guides/{LAB.id}"
    assert parts.fragment == "cited"
    assert asked == {
        "from": str(start),
        "to": str(start + len(QUOTE)),
        "v": version_of(LAB),
        "in": "pay",
    }
    assert versions.text(asked["v"]) == LAB.source_text


def test_a_quote_that_is_not_in_the_guide_of_now_names_no_version():
    link = citation_link(cited(1, QUOTE), guide("# Lab\n\nAll new.\n"), Versions())
    assert "v=" not in link
    assert "v=" not in citation_link(cited(1, QUOTE), None, Versions())


def test_only_our_own_pages_and_the_web_are_linked_to():
    link = "https://example.org/x"
    assert citation_link(cited(1, QUOTE, url=link), None, Versions()) == link
    for unsafe in ("javascript:alert(1)", "//example.org/guides/x", "/elsewhere", ""):
        assert citation_link(cited(1, QUOTE, url=unsafe), None, Versions()) == ""


def test_texts_outlive_the_process(tmp_path):
    name = Versions(tmp_path / "cited").keep(LAB)
    assert Versions(tmp_path / "cited").text(name) == LAB.source_text
    assert [path.name for path in (tmp_path / "cited").iterdir()] == [f"{name}.txt.gz"]


def test_a_text_is_written_once(tmp_path):
    Versions(tmp_path).keep(LAB)
    before = [path.stat().st_mtime_ns for path in tmp_path.iterdir()]
    Versions(tmp_path).keep(LAB)
    assert [path.stat().st_mtime_ns for path in tmp_path.iterdir()] == before


def test_what_is_not_kept_or_damaged_is_none(tmp_path):
    versions = Versions(tmp_path)
    (tmp_path / "0123456789ab.txt.gz").write_bytes(b"no gzip")
    for name in ("0123456789ab", "ffffffffffff", "../../etc/passwd", ""):
        assert versions.text(name) is None


def test_a_folder_that_cannot_be_written_costs_no_link(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    versions = Versions(tmp_path / "file")
    assert versions.text(versions.keep(LAB)) == LAB.source_text
    assert "can't keep the text" in caplog.text


def test_the_same_text_shows_the_words_where_they_stood():
    found = after(LAB.source_text)
    assert found.standing is Standing.HERE
    assert found.span.of(LAB.source_text) == QUOTE


def test_words_that_moved_are_found():
    text = LAB.source_text.replace("samples and", "samples, machines and")
    found = after(text)
    assert found.standing is Standing.STILL
    assert found.span.of(text) == QUOTE


def test_words_that_were_wrapped_anew_are_found():
    text = LAB.source_text.replace("Looks after samples", "Looks after\nsamples")
    found = after(text, "Looks after samples and instruments.")
    assert found.standing is Standing.STILL
    assert "Looks after\nsamples" in found.span.of(text)


def test_words_that_are_gone_are_told_as_they_were():
    found = after(LAB.source_text.replace("£45,000 |", "£47,000 |"))
    assert found.standing is Standing.GONE
    assert found.then == QUOTE


def test_part_of_a_word_is_not_the_word():
    assert after("# Lab\n\nOutFigures areas.\n", "Figures are").standing is Standing.GONE


def test_an_unknown_version_is_told():
    assert locate(LAB, Span(0, 5), "ffffffffffff", Versions()).standing is Standing.UNKNOWN
    beyond = Span(0, len(LAB.source_text) + 1)
    assert locate(LAB, beyond, "", Versions()).standing is Standing.UNKNOWN


def test_a_link_without_a_quote_has_none():
    assert locate(LAB, Span(0, 0), "", Versions()).standing is Standing.NONE
    assert locate(LAB, Span(9, 3), "", Versions()).standing is Standing.NONE


@given(st.data())
def test_a_quote_of_the_text_of_now_is_always_found_whole(data):
    text = LAB.source_text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    versions = Versions()
    found = locate(LAB, Span(start, end), versions.keep(LAB), versions)
    assert found.span == Span(start, end)


def test_a_link_that_names_a_version_goes_on_naming_it():
    versions = Versions()
    link = citation_link(cited(1, QUOTE), LAB, versions)
    later = guide("# Lab\n\nAll new.\n")
    assert citation_link(cited(1, QUOTE, url=link), later, versions) == link
