"""`postil doctor`: what is well and what is not, in plain sentences, each with what to do about it."""

from __future__ import annotations

import argparse
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import postil
from postil.cli.packs_status import updates
from postil.cli.patient import Patient, Remark
from postil.cli.rules import folder_argument, pack_folder
from postil.cli.service import sentences, standings
from postil.cli.whose_extension import look_at_browsers
from postil.cli.whose_port import who_listens
from postil.config import HOST, PORT, state_folder, version
from postil.errors import PostilError
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load
from postil.rulebook.problems import counted
from postil.server import storage
from postil.server.client import ask
from postil.server.pairing import Pairing
from postil.server.pairings import read

REFUSALS: Mapping[str, tuple[str, str]] = {
    "kid": (
        "{count} came from a browser whose pairing is gone.",
        "In that browser: Postil's options, Forget; then `postil pair` and paste the new line there.",
    ),
    "pinned": (
        "{count} came from another extension than the one that was paired.",
        "If you installed the extension anew, or moved its folder: `postil pair`, and paste the line in its options.",
    ),
    "stale": (
        "{count} came with a time that is more than half a minute off.",
        "The clock was set while the browser ran: restart the browser. If it goes on, set the computer's clock.",
    ),
}
"""Why the helper refuses what an honest browser asks, and what to do about it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("--port", type=int, default=PORT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Print every remark; 0 where all is well, 1 where something is not."""
    patient = Patient(options.port, options.rules, state_folder())
    remarks = [remark for look in LOOKS for remark in look(patient)]
    for remark in remarks:
        print(f"{'!' if remark.remedy else ' '} {remark.sentence}")
        if remark.remedy:
            print(f"    to do: {remark.remedy}")
    return 1 if any(remark.remedy for remark in remarks) else 0


def look_at_port(patient: Patient) -> Iterator[Remark]:
    """Whether the helper answers, and else who has its port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        taken = probe.connect_ex((HOST, patient.port)) == 0
    if not taken:
        yield Remark(
            f"The helper does not run: nothing listens on port {patient.port}.",
            "Run `postil serve`, or `postil service install` to start it at log-in.",
        )
        return
    pinned = [pairing for pairing in patient.pairings() if pairing.origin]
    if not pinned:
        yield Remark(f"Port {patient.port} is in use by {who_listens(patient.port) or 'some program'}.")
        return
    yield from _ask_helper(patient, pinned[0])


def _ask_helper(patient: Patient, pairing: Pairing) -> Iterator[Remark]:
    try:
        health = ask(pairing, "/v1/health", {}, port=patient.port)
    except PostilError:
        yield _no_answer(patient, pairing)
        return
    if not health["ok"]:
        yield Remark(
            f"The helper runs, and cannot say how it is: {health['error']}", "Try again in a moment."
        )
        return
    refused = ", ".join(f"{reason} {count}" for reason, count in sorted(health["refused"].items())) or "none"
    yield Remark(
        f"The helper answers: version {health['version']}, up for {health['uptime_s'] // 60} minutes, "
        f"{health['checks']} drafts checked, requests refused: {refused}."
    )
    if health["version"] != version():
        yield Remark(
            f"It is another version than this one, which is {version()}.",
            "Stop it; what runs next is this one. `postil service install` does it for the start at log-in.",
        )
    for reason, (sentence, remedy) in REFUSALS.items():
        if count := health["refused"].get(reason, 0):
            yield Remark(sentence.format(count=f"{count} questions" if count > 1 else "A question"), remedy)


def _no_answer(patient: Patient, pairing: Pairing) -> Remark:
    who = who_listens(patient.port) or "some program"
    if "postil serve" in who:
        return Remark(
            f"A helper runs ({who}), and refuses the pairing {pairing.name}: it was started with other pairings "
            "than yours, or cannot read them.",
            "Stop it, then run `postil serve`; if it is another account's, one of you at a time can use Postil.",
        )
    return Remark(
        f"Port {patient.port} is in use by {who}, which does not answer as the helper does.",
        "Stop that program, then run `postil serve`.",
    )


def look_at_service(_patient: Patient) -> Iterator[Remark]:
    """Whether it starts at log-in. That it does not is a choice, and nothing to mend."""
    try:
        found = standings()
    except PostilError as error:
        yield Remark(error.what, error.remedy)
        return
    if not found:
        yield Remark("It is started by hand; `postil service install` has it start at log-in.")
    for standing in found:
        yield from (Remark(sentence, remedy) for sentence, remedy in sentences(standing))


def look_at_folder(patient: Patient) -> Iterator[Remark]:
    """Whether the pairings lie where others cannot get at them."""
    if not patient.folder.exists():
        yield Remark(f"Nothing is stored yet in {patient.folder}.")
        return
    try:
        storage.check_folder(patient.folder)
        read(patient.folder)
    except PostilError as error:
        yield Remark(f"{error.what} ({error.where})", error.remedy)
    else:
        yield Remark(f"{patient.folder} is shut to other accounts.")


def look_at_pairings(patient: Patient) -> Iterator[Remark]:
    """Whether a browser may ask."""
    pairings = patient.pairings()
    pinned = [pairing.name for pairing in pairings if pairing.origin]
    waiting = [pairing.name for pairing in pairings if not pairing.origin and pairing.is_live(time.time())]
    if pinned:
        yield Remark(f"Paired: {', '.join(pinned)}.")
    else:
        yield Remark(
            "No browser is paired.", "Run `postil pair` and paste its line into the extension's options."
        )
    if waiting:
        yield Remark(f"Waiting for their line to be pasted: {', '.join(waiting)}.")


def look_at_clock(patient: Patient) -> Iterator[Remark]:
    """Whether the clock went back: sealed requests are good for half a minute."""
    made = Path(postil.__file__).stat().st_mtime
    latest = max((pairing.created for pairing in patient.pairings()), default=0)
    if max(latest, made) - time.time() > 1:
        what = "a pairing was made" if latest > made else "Postil was installed"
        yield Remark(
            f"The clock went back: {what} in what is now the future.",
            "Set the clock of this computer; if it is right, pair anew.",
        )
    else:
        yield Remark("The clock has not gone back.")


def look_at_rules(patient: Patient) -> Iterator[Remark]:
    """Whether drafts can be checked at all."""
    try:
        found = load(patient.rules or pack_folder() or rules_folder())
    except PostilError as error:
        yield Remark(error.what, error.remedy)
        return
    if isinstance(found, Rulebook):
        yield Remark(f"The rules are in order: {len(found.policies)} policies, {len(found.topics)} topics.")
    else:
        yield Remark(
            f"The rules have {counted(len(found), 'problem')}, so nothing is checked.",
            "Run `postil rules check`.",
        )


def look_at_updates(_patient: Patient) -> Iterator[Remark]:
    """Where policy updates come from, and which pack is in force."""
    return (Remark(*line) for line in updates())


LOOKS: tuple[Callable[[Patient], Iterator[Remark]], ...] = (
    look_at_port,
    look_at_service,
    look_at_folder,
    look_at_pairings,
    look_at_browsers,
    look_at_clock,
    look_at_updates,
    look_at_rules,
)
"""What is looked at, in this order."""
