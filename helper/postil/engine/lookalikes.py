"""Letters that pass for Latin ones: what Unicode's own compatibility tables do not know.

Each pair of rows reads downwards: the letter above looks like the letter below it.
"""
# ruff: noqa: RUF001 - look-alikes are its subject

from __future__ import annotations

_CYRILLIC = ("аеорсухіјѕһԁԛԝвнкмтьѵҽӏ", "aeopcyxijshdqwbhkmtbvel")
_GREEK = ("αβεηικνορτυχω", "abenikvoptuxw")
_SMALL_CAPITALS = ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_LATIN = ("øđħłŧıɑɡɩ", "odhltiagi")

LOOKALIKES: dict[str, str] = {
    one: other
    for above, below in (_CYRILLIC, _GREEK, _SMALL_CAPITALS, _LATIN)
    for one, other in zip(above, below, strict=True)
} | {"ß": "ss", "æ": "ae", "œ": "oe"}
"""Lower-case letter -> the plain letters it stands for."""

# Negative circled and squared capitals, which have no decomposition of their own.
STYLED: dict[str, str] = {
    chr(first + index): chr(ord("A") + index) for first in (0x1F150, 0x1F170) for index in range(26)
}
"""A letter in a box or a disc -> the capital in it."""

FANCY = "ᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢ"
"""Small capitals of which phonetics makes no use."""
SMALL_CAPITALS: dict[str, str] = dict(zip(FANCY + "ʙɢʜɪʟɴʀʏ", "acdefjkmopstuvwzbghilnry", strict=True))
"""A small capital -> its plain letter. Those that phonetics uses are fancy dress only beside the others."""

APOSTROPHES = "'’‘‛′´ʼʹ＇"
QUOTES = '"“”„‟«»″〝〞＂'
DASHES = "-‐‑‒–—―−﹣－"
