from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "insta pw: ⟦Careers!2026⟧",
        "password: ⟦hunter2!⟧",
        "wachtwoord is ⟦P@ssw0rd1⟧",
        "pw=⟦S3cret!word⟧",
        "⟦AKIAIOSFODNN7EXAMPLE⟧ leaked",
        "use ⟦xoxb-123456789012-abcdef⟧",
        "⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl⟧",
        "postgres://me:⟦s3cret⟧@db.example.org",
        "save the date: Zorg2030!",
        "score: 3-2!",
        "the answer is 68%!",
        "see: https://example.org/?a=1",
        "thanks: @bob_1",
        "it is 2026!",
        "tag: #Leeds_2026",
        "my mail: a_1@b.nl",
        "eyJust kidding",
        "the price: €12,50*",
    ],
)
def test_secrets_that_show_themselves(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("credential", text) == wanted


@pytest.mark.parametrize("prefix", ["ghp_", "gho_", "github_pat_", "glpat-", "sk-proj-", "sk_live_", "npm_"])
def test_tokens_by_their_prefix(prefix: str) -> None:
    token = prefix + "aB3" * 12
    assert found("credential", f"oops {token}, sorry") == [token]


def test_a_private_key_is_found_whole() -> None:
    key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\nZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----"
    assert found("credential", f"here:\n{key}\nthanks") == [key]
    assert found("credential", "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----") == []
