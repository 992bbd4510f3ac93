"""What follows from a guide alone: worked out once, kept with the guide and no part of it."""

import pickle

from assistant.guides import read_text
from assistant.guides.once import once_a_guide
from assistant.index.manifest import decode_guides, encode_guides

TEXT = "# Roofer\n\nThey mend roofs.\n"


def test_work_is_done_once_for_each_guide_and_each_thing_asked():
    done = []

    @once_a_guide
    def headed(guide, *, sign):
        done.append(sign)
        return f"{sign} {guide.role}"

    one, other = read_text(TEXT, "roofer.md"), read_text(TEXT, "roofer.md")
    assert [headed(one, sign="#"), headed(one, sign="#")] == ["# Roofer"] * 2
    assert headed(one, sign="*") == "* Roofer"
    assert done == ["#", "*"]
    headed(other, sign="#")
    assert done == ["#", "*", "#"]


def test_what_is_kept_is_no_part_of_the_guide():
    guide = read_text(TEXT, "roofer.md")
    before = encode_guides((guide,))
    once_a_guide(lambda guide: guide.role)(guide)
    assert encode_guides((guide,)) == before
    assert decode_guides(before) == (guide,)
    assert pickle.loads(pickle.dumps(guide)) == guide
