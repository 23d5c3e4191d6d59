"""What is read at a glance is what is read in full; and what is wrong is never passed over."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from postil.rulebook.find import rules_folder
from postil.rulebook.glance import glance
from postil.rulebook.load import load, read_file
from postil.rulebook.source import compose
from postil.rulebook.terms_file import TERMS_FILE

HERE = Path(__file__).parent
FILE = Path("some.yaml")
PLAIN = (HERE / "sample" / "terms" / "patients.yaml").read_text(encoding="utf-8")
SIGNS = st.text(alphabet="ab: -#\n[]{}\"'@*&!%|>?,\t`~<=.1é🔪\r\u2028\xa0", max_size=12)
ITEMS = st.one_of(
    st.sampled_from(
        (
            *("no", "Null", "~", "=", "<<", "1.5", "0x1f", "2026-11-22", "22:00", ".inf", "on", "oN", "- a"),
            *("a b*", "(a|b|)", "ask ... it", "..2", "it's", "'t", "'a'", '"a"', '"a\\"', "'a''b'", '"a" b'),
            *("a: b", "a:b", "a :b", "a #b", "a#b", "# a", '"# a"', '"a: b"', "a,b", "a, b", "{a}", '"{a}"'),
            *("[a]", "a]", "&a b", "*a", "!a", "a!", "|", "> a", "%a", "@a", "`a", "a?", "? a", "a ", '" a"'),
            *("", '""', "é", "🔪", "a\tb", "a\n    b", "--- a", "...", "x" * 1100, "<n> a", "$", "^a"),
        )
    ),
    SIGNS,
)
BREAKS = st.sampled_from((", ", ", ", ",\n  ", ",", ",\n", " , ", ",\n\n  ", ", # a\n  "))


def agrees(raw: bytes) -> bool:
    """Whether `raw` is read at a glance; if so, it is read in full as the same list without a problem."""
    found = glance(raw)
    entry = read_file(compose(FILE, raw), TERMS_FILE)
    assert found is None or (found == entry.value and not entry.sheet.problems)
    assert found is None or list(found.phrases) == list(entry.value.phrases)
    return found is not None


@settings(max_examples=400)
@given(st.integers(0, len(PLAIN)), st.integers(0, 10), SIGNS)
def test_a_file_that_somebody_scribbled_in(at: int, length: int, scribble: str) -> None:
    agrees((PLAIN[:at] + scribble + PLAIN[at + length :]).encode())


@given(st.integers(0, 200), st.binary(max_size=3))
def test_bytes_that_are_no_text(at: int, scribble: bytes) -> None:
    raw = PLAIN.encode()
    agrees(raw[:at] + scribble + raw[at:])


@settings(max_examples=400)
@given(
    st.lists(st.tuples(ITEMS, BREAKS), min_size=1, max_size=4),
    st.sampled_from(("en: [{}]\n", "en: [\n  {}\n  ]\n", "except:\n  nl: [{}]\n", "en: [a,\n{}]\n")),
)
@example([("ward", ", "), ('"on"', ", ")], "en: [{}]\n")
def test_items_in_brackets(items: list[tuple[str, str]], column: str) -> None:
    inner = "".join(part for pair in items for part in pair)[: -len(items[-1][1])]
    agrees(f"terms: t\nabout: A.\nnl: [x]\n{column.format(inner)}".encode())


@settings(max_examples=400)
@given(
    st.lists(ITEMS, min_size=1, max_size=4), st.sampled_from(("en:", "except:\n  nl:", "ambiguous:\n  nl:"))
)
def test_items_with_dashes(items: list[str], head: str) -> None:
    indent = "    " if "\n" in head else "  "
    lines = "".join(f"{indent}- {item}\n" for item in items)
    agrees(f"terms: t\nabout: A.\nnl: [x]\n{head}\n{lines}".encode())


@given(st.lists(ITEMS, min_size=2, max_size=2), st.sampled_from(("true", "false", "yes", "", '"true"')))
def test_heads(words: list[str], masked: str) -> None:
    agrees(f"# a\nterms: {words[0]}\nabout: {words[1]}\nmasked: {masked}\nen: [x]\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        "terms: t\nabout: A.\nen: [a, \"on\", it's, (b|c) d]\nnl:\n  - e f\n  - '{g}'\n",
        "# note\nterms: t\nabout: A, b: no\nmasked: true\nen: [a]\nexcept:\n  en: [b]\nambiguous:\n  en: [a]\n",
    ],
)
def test_plain_files_are_read_at_a_glance(text: str) -> None:
    assert agrees(text.replace(": no", "; no").encode())


@pytest.mark.parametrize(
    "rest",
    [
        *("", "en: []\n", "en: [a]\nen: [b]\n", "en: [a]\nambiguous:\n  en: [b]\n", "en: [a]\nexcept:\n"),
        *("en: [a]\nexcept:\n  en: [b]\nexcept:\n  nl: [c]\n", "duthc: [a]\n", "en: [a]", "en: [no]\n"),
    ],
)
def test_what_is_wrong_or_rare_is_not(rest: str) -> None:
    assert not agrees(f"terms: t\nabout: A.\n{rest}".encode())


def test_nearly_all_lists_of_ours_are_read_at_a_glance() -> None:
    files = sorted((rules_folder() / "terms").glob("*.yaml"))
    read = [agrees(file.read_bytes()) for file in files]
    assert sum(read) > 0.9 * len(read)


@settings(max_examples=150)
@given(at=st.integers(0, len(PLAIN)), scribble=ITEMS)
@example(at=PLAIN.index("patient*"), scribble="{nobody} ")
@example(at=PLAIN.index("patient*"), scribble="(")
@example(at=PLAIN.index("patient*"), scribble="{denials} {patients} ")
def test_the_same_is_found_without_it(
    tmp_path_factory: pytest.TempPathFactory, at: int, scribble: str
) -> None:
    folder = tmp_path_factory.mktemp("glance") / "rules"
    shutil.copytree(HERE / "sample", folder)
    text = PLAIN[:at] + scribble + PLAIN[at:]
    (folder / "terms" / "patients.yaml").write_text(text, encoding="utf-8", newline="")
    found = load(folder)
    with patch("postil.rulebook.load.glance", lambda _: None):
        assert load(folder) == found
