"""TimeML as the tools of the field read it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.dates import read_dates
from briefing.dates.timeml import timeml

MONDAY = date(2022, 1, 10)


def parsed(text, published=MONDAY, name="a.txt"):
    return etree.fromstring(timeml(text, read_dates(text, published), published, name).encode())


def test_each_expression_is_marked_with_id_type_and_value():
    """Identifiers are given once, t0 is the publication date, a modifier stands where there is one."""
    tree = parsed("They meet later this week, for six hours, every Monday at 3 p.m.")
    tags = [dict(tag.attrib) for tag in tree.find("TEXT")]

    assert dict(tree.find("DCT/TIMEX3").attrib) == {
        "tid": "t0",
        "type": "DATE",
        "value": "2022-01-10",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    assert [tag["tid"] for tag in tags] == [f"t{n}" for n in range(1, len(tags) + 1)]
    assert tags[0] == {"tid": "t1", "type": "DATE", "value": "2022-W02", "mod": "END"}
    assert {tag["type"] for tag in tags} <= {"DATE", "TIME", "DURATION", "SET"}


def test_a_document_without_a_publication_date_says_so():
    """The creation time is there, and unknown."""
    assert parsed("in May 2021", None).find("DCT/TIMEX3").get("value") == "XXXX-XX-XX"


@given(st.text(alphabet=st.sampled_from(list("ab <>&\"'\r\n\t\x00\x0b\ud800\ufffe😀١2022-01 ")), max_size=60))
def test_the_text_comes_back_code_point_by_code_point(text):
    """What XML can hold is unchanged; what it can't is one replacement character each."""
    back = "".join(parsed(text, name=text).find("TEXT").itertext())

    assert len(back) == len(text)
    assert all(b in (a, "\ufffd") for a, b in zip(text, back, strict=True))
    assert all(a == b for a, b in zip(text, back, strict=True) if a not in "\x00\x0b\ud800\ufffe")
