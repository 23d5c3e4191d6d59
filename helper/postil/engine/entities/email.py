"""E-mail addresses, also those hidden from robots (`name [at] host dot nl`); not those of a desk."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import settle
from postil.engine.page import Page, Span

_LOCAL = r"(?<![\w@.%+'-])(?P<local>\w(?:[\w.%+'-]*\w)?)"
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_PLAIN = re.compile(rf"{_LOCAL}@(?P<host>(?:{_LABEL}\.)+[^\W\d_]{{2,}})(?![\w@-])")

# Hidden: the @ in brackets, or in a word with the dots in words too, or before a host that gives mailboxes.
_AT = r"\s{0,2}[\[({<]\s?(?:at|@|apenstaartje|apestaartje)\s?[\])}>]\s{0,2}"
_AT_WORD = r"(?:\s(?:at|apenstaartje|apestaartje)\s|\s@\s)"
_DOT_WORD = r"(?:\s{0,2}[\[({<]\s?(?:dot|punt|\.)\s?[\])}>]\s{0,2}|\s(?:dot|punt)\s|\s\.\s?(?=[a-z]))"
_ENDS = r"(?:nl|com|org|net|edu|eu|de|be|fr|co|uk|ac|info|me|io)\b"
_HOST = rf"{_LABEL}(?:(?:{_DOT_WORD}|\.){_LABEL})*?"
_TAIL = rf"{_ENDS}(?:(?:{_DOT_WORD}|\.){_ENDS})*"
_BOXES = (
    "gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton|protonmail|ziggo|kpnmail|xs4all|planet|gmx|aol"
)
_MAILBOXES = rf"(?P<host>(?:{_BOXES})(?:{_DOT_WORD}|\.)(?:co\.uk|{_ENDS}))"
_HIDDEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LOCAL}{_AT}(?P<host>{_HOST}(?:{_DOT_WORD}|\.){_TAIL})",
        rf"{_LOCAL}{_AT_WORD}(?P<host>{_HOST}{_DOT_WORD}{_TAIL})",
        rf"{_LOCAL}{_AT_WORD}{_MAILBOXES}",
    )
)
_BRACKET = re.compile(r"[\[({<] ?(?:@|[Aa][Tt]|[Aa]pe)")
_SIGNS = frozenset(
    {"dot", "punt", *_BOXES.split("|")}
    | {
        f"{box}.{end}"
        for box in _BOXES.split("|")
        for end in ("com", "nl", "co.uk", "be", "me", "net", "de", "fr")
    }
)
_DOT = re.compile(_DOT_WORD, re.IGNORECASE)

# Desks, not people: the first part of the address, or its ending.
_ROLE_WORDS = (
    "aanmelden aanmelding abuse admin admissions alumni avg balie bestuur bibliotheek boekingen bookings "
    "careers chair committee comms communicatie communication communications community conference congres "
    "contact department dept desk dpo editor editorial editors enquiries enquiry events faculteit faculty "
    "feedback fg finance frontoffice general hallo hello help helpdesk hr hrm info informatie information "
    "inschrijving inschrijvingen international it jobs klachten klantenservice lab library loket mail "
    "marketing media meldpunt news nieuws no noreply office onderwijs opleidingen payments penningmeester "
    "pers planning post postmaster press pressoffice privacy receptie reception recruitment redactie "
    "registry reservations reserveringen sales school secretariaat secretariat secretaris secretary "
    "security service servicedesk student studentenzaken students studie studieadvies study subscriptions "
    "support team tickets uni university vacatures vereniging voorlichting voorzitter webmaster "
    "webredactie website welcome werkenbij"
)
_ROLES = frozenset(_ROLE_WORDS.split())
_ROLE_ENDS = (
    "office",
    "desk",
    "team",
    "service",
    "services",
    "secretariaat",
    "commissie",
    "loket",
    "enquiries",
)


def find(page: Page, words: EntityWords) -> tuple[Span, ...]:
    """Every address that is not the institution's own or a desk's."""
    text = page.plain
    found = list(_PLAIN.finditer(text)) if "@" in text else []
    if _BRACKET.search(text) or not _SIGNS.isdisjoint(page.words):
        found += [m for pattern in _HIDDEN for m in pattern.finditer(text)]
    return settle(Span(*m.span()) for m in found if not _is_public(m, words))


def _is_public(match: re.Match[str], words: EntityWords) -> bool:
    local, host = match["local"].lower(), _DOT.sub(".", match["host"]).lower()
    first = re.split(r"[.+_-]", local, maxsplit=1)[0]
    return (
        words.owns_host(host)
        or f"{local}@{host}" in words.emails
        or first in _ROLES
        or local.endswith(_ROLE_ENDS)
    )
