"""Numbers that are made, not taken from anybody: valid ones, and those that only look alike."""

from __future__ import annotations

from random import Random


def digits(random: Random, count: int) -> str:
    """So many digits, the first not 0."""
    return str(random.randrange(1, 10)) + "".join(str(random.randrange(10)) for _ in range(count - 1))


def one_wrong(random: Random, number: str) -> str:
    """The same number with one digit another, not the first."""
    places = [at for at, char in enumerate(number) if char.isdigit()][1:]
    at = random.choice(places)
    other = random.choice([char for char in "0123456789" if char != number[at]])
    return number[:at] + other + number[at + 1 :]


def bsn(random: Random) -> str:
    """Nine digits that pass the eleven test, in one of its spellings."""
    while True:
        number = digits(random, 8)
        last = sum(int(char) * weight for char, weight in zip(number, range(9, 1, -1), strict=True)) % 11
        if last < 10:
            number += str(last)
            return random.choice(
                [
                    number,
                    number,
                    f"{number[:4]}.{number[4:6]}.{number[6:]}",
                    f"{number[:3]} {number[3:6]} {number[6:]}",
                ]
            )


def nhs_number(random: Random) -> str:
    """Ten digits with their check digit, in one of its spellings."""
    while True:
        number = digits(random, 9)
        last = (
            11 - sum(int(char) * weight for char, weight in zip(number, range(10, 1, -1), strict=True)) % 11
        )
        if last != 10:
            number += str(last % 11)
            return random.choice(
                [
                    number,
                    f"{number[:3]} {number[3:6]} {number[6:]}",
                    f"{number[:3]}-{number[3:6]}-{number[6:]}",
                ]
            )


def british_phone(random: Random) -> str:
    """A mobile number, or one of a town's, as people write them."""
    mobile = random.choice(["74", "75", "77", "78", "79"]) + digits(random, 3)[:2] + digits(random, 6)
    town = random.choice(["113", "114", "121", "131", "151", "161"])
    line = random.choice("234567") + digits(random, 6)
    return random.choice(
        [
            f"0{mobile[:4]} {mobile[4:]}",
            f"0{mobile}",
            f"+44 {mobile[:4]} {mobile[4:]}",
            f"+44 (0){mobile[:4]} {mobile[4:]}",
            f"0044{mobile}",
            f"0{mobile[:4]} {mobile[4:7]} {mobile[7:]}",
            f"0{town} {line[:3]} {line[3:]}",
            f"(0{town}) {line[:3]} {line[3:]}",
            f"0{town}-{line[:3]}-{line[3:]}",
        ]
    )


def dutch_phone(random: Random) -> str:
    """A mobile number, or one of a town's, as people write them."""
    mobile = random.choice("123458") + digits(random, 7)
    town = random.choice(["20", "30", "10", "70", "71", "24", "50"])
    line = random.choice("234567") + digits(random, 6)
    return random.choice(
        [
            f"06-{mobile}",
            f"06 {mobile}",
            f"06{mobile}",
            f"06 {mobile[:2]} {mobile[2:4]} {mobile[4:6]} {mobile[6:]}",
            f"+31 6 {mobile}",
            f"+316{mobile}",
            f"0031 6 {mobile}",
            f"+31 (0)6 {mobile}",
            f"0{town}-{line}",
            f"0{town} {line[:3]} {line[3:]}",
        ]
    )


def isbn(random: Random) -> str:
    """A book's number of thirteen digits."""
    body = "978" + digits(random, 9)
    last = -sum(int(char) * (3 if at % 2 else 1) for at, char in enumerate(body)) % 10
    return f"{body[:3]}-{body[3]}-{body[4:8]}-{body[8:]}-{last}"
