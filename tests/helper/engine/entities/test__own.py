from __future__ import annotations

import pytest

from helper.engine.entities.finding import LEEDS


@pytest.mark.parametrize("host", ["leeds.ac.uk", "www.leeds.ac.uk", "mail.LEEDS.ac.uk"])
def test_a_domain_and_what_lies_in_it_are_its_own(host: str) -> None:
    assert LEEDS.owns_host(host)


@pytest.mark.parametrize("host", ["notleeds.ac.uk", "ac.uk", "leeds.ac.uk.example.org", ""])
def test_others_are_not(host: str) -> None:
    assert not LEEDS.owns_host(host)
