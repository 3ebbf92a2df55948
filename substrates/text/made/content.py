"""Believable lines to transform: names, addresses, codes, amounts, dates. All written for this generator.

Each kind is a function from a stream of choices to one line; ``KINDS`` names them.
"""

from __future__ import annotations

from collections.abc import Callable

from checkable.substrate.draw import Draw

FIRST = ("Amara", "Benedikt", "Carmen", "Dilip", "Eleni", "Farid", "Greta", "Hiroshi", "Ines", "Jonas", "Keira", "Luca",
         "Mirela", "Nadim", "Oona", "Pavel", "Rosa", "Samir", "Tereza", "Ulf", "Vera", "Wanjiku", "Yusuf", "Zora")
LAST = ("Abbott", "Brandt", "Castellanos", "Dimitrova", "Eriksen", "Ferreira", "Gupta", "Haddad", "Ivanov", "Jansen",
        "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov", "Quispe", "Rossi", "Schneider", "Tanaka",
        "Ueda", "Varga", "Whitfield", "Yilmaz")
CITIES = ("Aarhus", "Bologna", "Cork", "Dresden", "Evora", "Fribourg", "Galway", "Haarlem", "Izmir", "Jaipur", "Kazan",
          "Leeds", "Malmo", "Nantes", "Oporto", "Poznan", "Quito", "Riga", "Split", "Turku", "Utrecht", "Vigo")
COUNTRIES = ("Denmark", "Italy", "Ireland", "Germany", "Portugal", "Switzerland", "Turkey", "India", "France", "Poland",
             "Ecuador", "Latvia", "Croatia", "Finland", "Spain", "Norway")
GOODS = ("oak table", "wool blanket", "copper kettle", "desk lamp", "garden hose", "paper tray", "steel bolt",
         "glass jar", "canvas bag", "rubber seal", "linen shirt", "cedar plank", "brass hinge", "clay pot",
         "cotton rope", "wax candle", "tin whistle", "silk scarf")
COLOURS = ("red", "amber", "olive", "teal", "navy", "plum", "ivory", "slate", "coral", "sand", "jade", "rust")
FRUITS = ("apple", "plum", "quince", "cherry", "fig", "lemon", "melon", "pear", "date", "mango", "papaya", "grape")
ADJECTIVES = ("annual", "draft", "final", "internal", "monthly", "open", "quarterly", "revised", "signed", "weekly")
PAPERS = ("budget", "contract", "invoice", "ledger", "minutes", "offer", "report", "roster", "schedule", "survey")
DEPARTMENTS = ("Sales", "Finance", "Research", "Support", "Legal", "Design", "Logistics", "Training")
DOMAINS = ("example.org", "mail.example", "post.example", "office.example", "example.net")
FOLDERS = ("archive", "budgets", "contracts", "invoices", "offers", "public", "reports", "shared", "surveys")
SUFFIXES = ("txt", "csv", "pdf", "md", "json", "docx")


def person(draw: Draw) -> str:
    middle = [draw.pick(FIRST)] if draw.chance(0.35) else []
    return " ".join([draw.pick(FIRST), *middle, draw.pick(LAST)])


def plain_person(draw: Draw) -> str:
    return f"{draw.pick(FIRST)} {draw.pick(LAST)}"


def loose_person(draw: Draw) -> str:
    """A name in no case of letters in particular."""
    style = draw.pick((str.upper, str.lower, str.swapcase))
    return style(person(draw))


def sorted_person(draw: Draw) -> str:
    return f"{draw.pick(LAST)}, {draw.pick(FIRST)}"


def email(draw: Draw) -> str:
    return f"{draw.pick(FIRST)}.{draw.pick(LAST)}@{draw.pick(DOMAINS)}".lower()


def iso_date(draw: Draw) -> str:
    return f"{draw.integer(1978, 2024)}-{draw.integer(1, 12):02d}-{draw.integer(1, 28):02d}"


def slash_date(draw: Draw) -> str:
    """Month first, as Americans write."""
    return f"{draw.integer(1, 12):02d}/{draw.integer(1, 28):02d}/{draw.integer(1978, 2024)}"


def clock_time(draw: Draw) -> str:
    return f"{draw.integer(1, 12)}:{draw.integer(0, 59):02d} {draw.pick(('am', 'pm'))}"


def phone(draw: Draw) -> str:
    digits = "".join(str(draw.integer(0, 9)) for _ in range(9))
    number = str(draw.integer(2, 9)) + digits
    style = draw.pick(("{}-{}-{}", "{}.{}.{}", "({}) {} {}", "{} {} {}"))
    return style.format(number[:3], number[3:6], number[6:])


def card(draw: Draw) -> str:
    return " ".join("".join(str(draw.integer(0, 9)) for _ in range(4)) for _ in range(4))


def number(draw: Draw) -> str:
    return str(draw.integer(1, 9 * 10 ** draw.integer(3, 8)) + 1000)


def small_number(draw: Draw) -> str:
    return str(draw.integer(1, 10 ** draw.integer(1, 4)))


def amount(draw: Draw) -> str:
    return f"{draw.integer(1, 4000)}.{draw.integer(0, 99):02d} EUR"


def part_code(draw: Draw) -> str:
    letters = "".join(draw.pick("ABCDEFGHKLMNPRSTUVWX") for _ in range(draw.integer(2, 3)))
    return f"{letters}-{draw.integer(100, 9999)}-{draw.pick('XYZQRW')}{draw.integer(1, 9)}"


def shelf(draw: Draw) -> str:
    return f"{draw.pick('ABCDEFGH')}{draw.integer(1, 40)}/{draw.pick(COLOURS)}/{draw.integer(1, 900)}"


def order(draw: Draw) -> str:
    """Goods with a quantity and a price."""
    return f"{draw.integer(1, 60)} x {draw.pick(GOODS)} at {draw.integer(1, 300)}.{draw.integer(10, 99)}"


def place(draw: Draw) -> str:
    return f"{draw.pick(CITIES)}, {draw.pick(COUNTRIES)}"


def address(draw: Draw) -> str:
    return f"{draw.pick(LAST)} Street {draw.integer(1, 240)}, {draw.integer(10000, 99999)} {draw.pick(CITIES)}"


def fruits(draw: Draw) -> str:
    return ",".join(draw.distinct(FRUITS, draw.integer(3, 5)))


def repeated_colours(draw: Draw) -> str:
    some = draw.distinct(COLOURS, draw.integer(2, 4))
    return ";".join(draw.shuffled([*some, *(draw.pick(some) for _ in range(draw.integer(1, 3)))]))


def staff(draw: Draw) -> str:
    return f"{plain_person(draw)} ({draw.pick(DEPARTMENTS)})"


def log(draw: Draw) -> str:
    day, level = iso_date(draw), draw.pick(("INFO", "WARN", "ERROR", "DEBUG"))
    return f"{day} [{level}] {draw.pick(PAPERS)} of {draw.pick(CITIES)} saved"


def heading(draw: Draw) -> str:
    return f"{draw.pick(ADJECTIVES)} {draw.pick(PAPERS)} {draw.pick(CITIES)} {draw.integer(2001, 2024)}".title()


def phrase(draw: Draw) -> str:
    return " ".join([draw.pick(COLOURS), *draw.distinct(GOODS, draw.integer(1, 2))])


def loose_phrase(draw: Draw) -> str:
    """Words with more blanks than needed."""
    words = phrase(draw).split()
    return " " * draw.integer(0, 2) + "".join(word + " " * draw.integer(1, 4) for word in words)


def file_path(draw: Draw) -> str:
    folders = [draw.pick(FOLDERS), *([draw.pick(CITIES).lower()] if draw.chance(0.5) else [])]
    return f"/{'/'.join(folders)}/{draw.pick(ADJECTIVES)}_{draw.integer(1, 99)}.{draw.pick(SUFFIXES)}"


def setting(draw: Draw) -> str:
    return f"{draw.pick(ADJECTIVES)}_{draw.pick(PAPERS)}={draw.integer(1, 5000)}"


def identifier(draw: Draw) -> str:
    words = [draw.pick(ADJECTIVES), draw.pick(PAPERS), *([draw.pick(COLOURS)] if draw.chance(0.5) else [])]
    return words[0] + "".join(word.capitalize() for word in words[1:])


KINDS: dict[str, Callable[[Draw], str]] = {
    made.__name__.replace("_", "-"): made
    for made in (
        person, plain_person, loose_person, sorted_person, email, iso_date, slash_date, clock_time, phone, card, number,
        small_number, amount, part_code, shelf, order, place, address, fruits, repeated_colours, staff, log, heading,
        phrase, loose_phrase, file_path, setting, identifier,
    )
}
