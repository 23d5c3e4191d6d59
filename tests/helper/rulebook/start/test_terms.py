from __future__ import annotations

import yaml

from postil.rulebook.shelf import Shelf
from postil.rulebook.start.terms import write


def test_the_answers_stand_in_the_file() -> None:
    answers = {"about": 'Say "x": here', "en": "app, apps*", "nl": "'s avonds"}
    made = write("apps", answers, Shelf(terms={}, topics={}, policies={}))
    assert yaml.safe_load(made["terms/apps.yaml"]) == {
        "terms": "apps",
        "about": 'Say "x": here',
        "en": ["app", "apps*"],
        "nl": ["'s avonds"],
    }
