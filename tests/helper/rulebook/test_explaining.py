from __future__ import annotations

from pathlib import Path

from postil.model.draft import Draft
from postil.model.policy import Rulebook
from postil.rulebook.explaining import explain
from postil.rulebook.load import load
from postil.rulebook.proof.bench import Bench


def told(folder: Path, text: str, topic: str | None = None) -> list[str]:
    found = load(folder)
    assert isinstance(found, Rulebook)
    return explain(Bench(found), Draft(text=text, policy="leeds"), topic).splitlines()


def test_a_topic_that_speaks(sample: Path) -> None:
    lines = told(sample, "The patient in room 12 goes home")
    assert lines[0] == "patient-privacy speaks, as a warning. What it looks for is there."
    assert lines[1] == '  It would say: "This reads like a patient\'s case"'
    assert lines[2] == "  By: leeds/1-care"
    assert lines[3].startswith(
        "  yes a word of the list `patients`, with a word of the list `case-details` near it"
    )
    assert lines[3].endswith(': "patient", "room 12"')
    assert lines[4:6] == ["  Exception: Writing as a patient.", "  no  a word of the list `own-illness`"]
    assert lines[6:] == ['  `case-details` finds "room 12"', '  `patients` finds "patient"']


def test_an_exception_that_holds(sample: Path) -> None:
    lines = told(sample, "As a patient myself I lay in room 12")
    assert lines[0] == "patient-privacy stays silent. An exception applies: Writing as a patient."
    assert '  yes a word of the list `own-illness`: "As a patient myself"' in lines


def test_a_topic_that_found_some_words_is_told_in_brief(sample: Path) -> None:
    assert told(sample, "Patients everywhere") == [
        "patient-privacy stays silent. What it looks for is not there.",
        '  `patients` finds "Patients"',
    ]


def test_a_topic_that_is_named_is_told_whole(sample: Path) -> None:
    assert len(told(sample, "Nothing", "patient-privacy")) == 6


def test_a_text_far_from_all(sample: Path) -> None:
    assert told(sample, "Nothing") == ["No topic comes near this text."]


def test_parts_and_what_was_not_seen(sample: Path) -> None:
    path = sample / "topics" / "patient-privacy.yaml"
    text = path.read_text(encoding="utf-8")
    cases = """\
cases:
  - name: loud
    when: {all: [{existence: {terms: patients}}, {not: {existence: {terms: denials, in: bio}}}]}
  - name: other
    when: {who: staff}
"""
    path.write_text(text[: text.index("when:")] + cases + text[text.index("exceptions:") :], encoding="utf-8")
    lines = told(sample, "Patients")
    assert lines[3:7] == [
        "  Case: loud",
        "  ?   all of these",
        '    yes a word of the list `patients`: "Patients"',
        "    ?   no word of the list `denials` in the bio (not seen: the bio)",
    ]
    assert lines[7:9] == ["  Case: other", "  no  the writer is a member of staff"]


def test_what_did_not_decide_is_left_out_unless_the_whole_is_asked_for(sample: Path) -> None:
    path = sample / "topics" / "patient-privacy.yaml"
    text = path.read_text(encoding="utf-8")
    when = (
        "when: {any: [{existence: {terms: patients}}, {who: staff}, {all: [{who: staff}, {reply: true}]}]}\n"
    )
    path.write_text(text[: text.index("when:")] + when + text[text.index("exceptions:") :], encoding="utf-8")
    assert told(sample, "Patients")[3:5] == [
        "  yes one of these (and 2 more)",
        '    yes a word of the list `patients`: "Patients"',
    ]
    assert told(sample, "Nobody", "patient-privacy")[3] == "  no  one of these (3, none of which holds)"
    found = load(sample)
    assert isinstance(found, Rulebook)
    whole = explain(Bench(found), Draft(text="Patients", policy="leeds"), whole=True).splitlines()
    assert whole[3:9] == [
        "  yes one of these",
        '    yes a word of the list `patients`: "Patients"',
        "    no  the writer is a member of staff",
        "    no  all of these",
        "      no  the writer is a member of staff",
        "      no  it answers another post",
    ]


def test_a_topic_that_no_clause_binds_here_is_told_in_brief(sample: Path) -> None:
    found = load(sample)
    assert isinstance(found, Rulebook)
    draft = Draft(text="The patient in room 12", policy="leeds", surface="profile")
    lines = explain(Bench(found), draft).splitlines()
    assert lines[0].startswith("patient-privacy stays silent. No clause")
    assert len(lines) == 3
