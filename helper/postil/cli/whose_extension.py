"""Which browsers have the extension, and which of them are paired."""

from __future__ import annotations

from collections.abc import Iterator

from postil.cli.browsers import profiles
from postil.cli.patient import Patient, Remark


def look_at_browsers(patient: Patient) -> Iterator[Remark]:
    """Whether the extension and the pairings fit together. Browsers in unusual places are not seen, so none is missed."""
    names = {pairing.origin: pairing.name for pairing in patient.pairings() if pairing.origin}
    every = list(profiles())
    having = [one for one in every if one.origin]
    for one in having:
        where = f"{one.browser} (profile {one.name})"
        if name := names.get(one.origin or ""):
            yield Remark(f"{where} has the extension, paired as {name}.")
        else:
            yield Remark(
                f"{where} has the extension, and is not paired.",
                "Run `postil pair` and paste its line into the extension's options there.",
            )
    if not every:
        yield Remark("No browser's profile lies in its usual place, so none is looked at.")
    elif not having and not names:
        browsers = ", ".join(dict.fromkeys(one.browser for one in every))
        yield Remark(
            f"No browser has the extension, as far as can be seen ({browsers}).",
            "Install it from the browser's store, or load `extension/src`.",
        )
    lost = sorted(names[origin] for origin in names.keys() - {one.origin for one in having})
    if having and lost:
        yield Remark(
            f"Paired, and in no browser that can be seen: {', '.join(lost)}. "
            "What was installed anew is paired anew; `postil unpair` takes the old one away."
        )
