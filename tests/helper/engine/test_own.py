"""What an institution says of itself is nobody's personal data."""

from __future__ import annotations

from helper.engine.builders import SAID, policy, terms
from postil.engine.own import entity_words
from postil.model.policy import Contact


def test_entity_words() -> None:
    given = policy(
        "p",
        names=("North U", "@northu"),
        domains=("WWW.North.edu",),
        vocabulary=(terms("own-handles", "@NU"),),
        contacts=(
            Contact(name=SAID, about=SAID, email="Help@North.edu", phone="+31 (0)6-12"),
            Contact(name=SAID, about=SAID),
        ),
    )
    found = entity_words(given)
    assert found.names == {"north u", "@northu"}
    assert found.domains == {"north.edu"}
    assert found.handles == {"@northu", "@nu"}
    assert found.emails == {"help@north.edu"}
    assert found.phones == {"310612"}
