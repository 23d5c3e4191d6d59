"""Texts for property tests: what people write, and what nobody should."""

from __future__ import annotations

from hypothesis import strategies as st

any_text = st.text(st.characters(exclude_categories=()), max_size=80)
"""Any code points at all, lone surrogates among them."""

WORDS = (
    "my", "patient", "patients", "hartpatiënt", "the", "lady", "in", "bed", "12", "4B", "Jan", "Kim", "fake",
    "news", "#FakeNews", "#patient", "@north", "@jan", "not", "so", "sorry", "really", "IC", "ic", "🎉", "👍🏽",
    "https://www.north.edu/a", "j@north.edu", "don't", "foto's", "m’n", "co-assistent", "1d10t", "sh*t",
    '"', "'", "“", "”", "(", ")", "dr", "ask", "them", "about", "it", "de", "het", "niet", "kamer", "ﬁx",
)  # fmt: skip
GAPS = (" ", " ", " ", ". ", ", ", "\n", "\n\n", "! ", "… ", "-", "/", " - ", "? ", ": ", "  ", "\u200b", "")

sentences = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=24).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
"""Texts out of the words that the test lists know, with every kind of gap between them."""

texts = st.one_of(any_text, sentences, st.tuples(sentences, any_text, sentences).map("".join))

words = st.sampled_from(
    ("my", "patient", "the", "lady", "in", "bed", "not", "so", "sorry", "really", "fake", "news", "jan", "IC",
     "ask", "them", "about", "it", "patiënt", "foto's", "Kim", "#fakenews", "@north", "🎉", "north.edu", "12")
)  # fmt: skip
_steps = st.one_of(
    words,
    words.map(lambda word: word + "*" if word.isalpha() and len(word) > 1 else word),
    words.map(lambda word: "*" + word if word.isalpha() and len(word) > 2 else word),
    st.lists(words, min_size=1, max_size=3).map(lambda some: f"({'|'.join(some)})"),
    st.lists(words, min_size=1, max_size=2).map(lambda some: f"({'|'.join(some)}|)"),
    st.sampled_from(("<n>", "<Name>", "<@>", "<#>", "<url>", "<emoji>")),
)


@st.composite
def phrases(draw: st.DrawFn, refs: tuple[str, ...] = ()) -> str:
    """A phrase that the language allows, over the words above; it may refer to the lists named."""
    steps = st.one_of(_steps, st.sampled_from([f"{{{ref}}}" for ref in refs])) if refs else _steps
    parts = [draw(words), *draw(st.lists(steps, max_size=2))]
    if draw(st.booleans()):
        parts += [draw(st.sampled_from(("...", "..2"))), draw(words)]
    if draw(st.booleans()):
        parts.reverse()
    front, back = draw(st.sampled_from((("", ""), ("", ""), ("", ""), ("^", ""), ("", "$"), ("=", ""))))
    return front + " ".join(parts) + back
