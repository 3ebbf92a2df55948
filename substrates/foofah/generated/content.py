"""What the cells say: people, places, goods, dates and amounts, and columns of them.

All vocabularies were written for this generator. A ``Field`` is one kind of column; it also says
how its cells may be taken apart, which is what the column operators draw their parameters from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checkable.substrate.draw import Draw

FIRST = ["Amara", "Bogdan", "Celeste", "Dmitri", "Esther", "Farid", "Greta", "Hassan", "Ingrid", "Jovan", "Katya", "Leandro", "Mireille", "Nadim", "Odette", "Pavel", "Quentin", "Rosalind", "Soraya", "Tobias", "Ulrike", "Viktor", "Wanda", "Xiomara", "Yusuf", "Zelda", "Anselm", "Beatriz", "Callum", "Dalia", "Emeka", "Fiona", "Gideon", "Hilde", "Isidro", "Jana", "Kofi", "Lucinda", "Marek", "Noor", "Orla", "Priya", "Rafael", "Sunniva", "Teodor", "Una", "Valeria", "Wesley", "Yara", "Zoran"]
LAST = ["Abara", "Brandt", "Castellano", "Dufour", "Eriksen", "Falk", "Grimaldi", "Hargrove", "Iversen", "Jankowski", "Kimura", "Lindqvist", "Mbeki", "Novak", "Oyelaran", "Petrov", "Quispe", "Rousseau", "Santoro", "Tanaka", "Ueda", "Vasquez", "Whitlock", "Yilmaz", "Zimmer", "Alvarado", "Bergstrom", "Cheung", "Delacroix", "Engel", "Ferrante", "Gupta", "Holloway", "Ismail", "Jorgensen", "Kowalczyk", "Lamont", "Moreau", "Nwosu", "Okonkwo", "Pfeiffer", "Ramos", "Schreiber", "Thorne", "Vance", "Winslow", "Yamada", "Zapata", "Byrne", "Cardoso"]
CITIES = ["Aberfeld", "Brightwater", "Calder", "Dunmore", "Eastvale", "Fairhaven", "Glenrock", "Harlow", "Ironwood", "Juniper", "Kestrel", "Larkspur", "Millbrook", "Northgate", "Oakridge", "Pinecrest", "Quarry", "Redfern", "Stonebridge", "Thornton", "Upton", "Verbena", "Westmere", "Yarrow", "Ashby", "Bexhill", "Corwin", "Drayton", "Elmhurst", "Foxton"]
REGIONS = ["OR", "VT", "NM", "ID", "ME", "UT", "GA", "MT", "KY", "WA", "RI", "SD", "AR", "NE", "DE"]
COUNTRIES = ["Norway", "Chile", "Kenya", "Japan", "Portugal", "Canada", "Vietnam", "Ghana", "Poland", "Peru", "Iceland", "Morocco", "Austria", "Nepal", "Fiji", "Estonia", "Jordan", "Uruguay", "Latvia", "Botswana"]
STREETS = ["Alder", "Birch", "Chestnut", "Dogwood", "Elder", "Foundry", "Garnet", "Harbor", "Ivy", "Jasper", "Kiln", "Laurel", "Maple", "Nettle", "Orchard", "Poplar", "Quince", "Rowan", "Saddle", "Tannery"]
STREET_KINDS = ["St", "Ave", "Lane", "Road", "Court", "Way"]
COMPANIES = ["Bluestone", "Corvid", "Driftwood", "Emberly", "Fernhill", "Goldfinch", "Halcyon", "Inkwell", "Juno", "Kingfisher", "Lodestar", "Meridian", "Nimbus", "Otterbourne", "Peregrine", "Quillon", "Riverton", "Saltmarsh", "Tamarack", "Umbra"]
COMPANY_KINDS = ["Ltd", "Inc", "Co", "Group", "Labs", "Works"]
PRODUCTS = ["kettle", "lantern", "hammock", "toaster", "backpack", "stapler", "blender", "compass", "notebook", "drill", "ladder", "mirror", "scarf", "teapot", "umbrella", "vase", "wrench", "apron", "bucket", "candle", "doormat", "easel", "flask", "griddle", "hinge", "icepack", "jug", "kneepad", "lamp", "mallet", "napkin", "oar", "pillow", "quilt", "rake", "sieve", "tarp", "urn", "visor", "whisk"]
DEPARTMENTS = ["Sales", "Finance", "Logistics", "Research", "Support", "Legal", "Design", "Marketing", "Security", "Archive", "Kitchen", "Payroll", "Workshop", "Training"]
COURSES = ["Algebra", "Botany", "Ceramics", "Drama", "Ethics", "French", "Geology", "Harmony", "Italian", "Journalism", "Knitting", "Latin", "Mechanics", "Nutrition", "Optics", "Physics", "Rhetoric", "Statistics", "Typing", "Weaving"]
STATUSES = ["open", "closed", "pending", "shipped", "paid", "late", "draft", "active", "retired", "on hold"]
COLORS = ["amber", "beige", "coral", "crimson", "ivory", "khaki", "lilac", "magenta", "navy", "ochre", "olive", "peach", "rust", "sage", "teal", "umber", "violet"]
MATERIALS = ["brass", "canvas", "ceramic", "copper", "cork", "denim", "felt", "glass", "linen", "maple", "nylon", "oak", "slate", "steel", "wool"]
CROPS = ["barley", "beans", "beets", "carrots", "corn", "flax", "hops", "kale", "leeks", "lentils", "millet", "oats", "onions", "peas", "rye", "squash"]
SPORTS = ["archery", "badminton", "cricket", "curling", "fencing", "handball", "hockey", "judo", "rowing", "rugby", "sailing", "tennis"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
GRADES = ["A", "A-", "B+", "B", "B-", "C+", "C", "D"]
DOMAINS = ["mailbox.example", "post.example", "office.example", "campus.example"]


class DoesNotFit(Exception):
    """These draws cannot go together; draw again."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One kind of column.

    ``split`` is a delimiter that occurs exactly once in every cell; ``extract`` patterns match
    every cell and ``affix`` is text that every cell starts or ends with.
    """

    label: str
    cell: Callable[[Draw], str]
    split: str = ""
    extract: tuple[str, ...] = ()
    affix: str = ""


def _from(words: list[str]) -> Callable[[Draw], str]:
    return lambda draw: draw.pick(words)


def _count(low: int, high: int, form: str = "{}") -> Callable[[Draw], str]:
    return lambda draw: form.format(draw.integer(low, high))


def full_name(draw: Draw) -> str:
    return f"{draw.pick(FIRST)} {draw.pick(LAST)}"


def _last_first(draw: Draw) -> str:
    return f"{draw.pick(LAST)}, {draw.pick(FIRST)}"


def _city_region(draw: Draw) -> str:
    return f"{draw.pick(CITIES)}, {draw.pick(REGIONS)}"


def street(draw: Draw) -> str:
    return f"{draw.integer(2, 989)} {draw.pick(STREETS)} {draw.pick(STREET_KINDS)}"


def company(draw: Draw) -> str:
    return f"{draw.pick(COMPANIES)} {draw.pick(COMPANY_KINDS)}"


def _email(draw: Draw) -> str:
    return f"{draw.pick(FIRST).lower()}{draw.integer(1, 99)}@{draw.pick(DOMAINS)}"


def phone(draw: Draw) -> str:
    return f"{draw.integer(201, 989)}-555-{draw.integer(0, 9999):04d}"


def _iso_date(draw: Draw) -> str:
    return f"{draw.integer(2011, 2024)}-{draw.integer(1, 12):02d}-{draw.integer(1, 28):02d}"


def _slash_date(draw: Draw) -> str:
    return f"{draw.integer(1, 12)}/{draw.integer(1, 28)}/{draw.integer(2011, 2024)}"


def _money(draw: Draw) -> str:
    return f"${draw.integer(3, 4999):,}.{draw.pick(['00', '25', '50', '75', '90'])}"


def _code(draw: Draw) -> str:
    return f"{draw.pick('BCDFGHKLMNPRTVX')}{draw.pick('BCDFGHKLMNPRTVX')}-{draw.integer(100, 9999)}"


def _room(draw: Draw) -> str:
    return f"{draw.pick('ABCDEF')}{draw.integer(1, 4)}{draw.integer(0, 29):02d}"


def _time(draw: Draw) -> str:
    return f"{draw.integer(6, 21):02d}:{draw.pick(['00', '10', '15', '25', '30', '40', '45', '50'])}"


def _rating(draw: Draw) -> str:
    return f"{draw.integer(1, 9)}.{draw.integer(0, 9)}"


def _dimensions(draw: Draw) -> str:
    return f"{draw.integer(5, 95)}x{draw.integer(5, 95)}"


FIELDS: dict[str, Field] = {
    "name": Field(label="Name", cell=full_name, split=" "),
    "last-first": Field(label="Member", cell=_last_first, split=", ", extract=(r"^[A-Za-z]+",)),
    "city": Field(label="City", cell=_from(CITIES)),
    "place": Field(label="Location", cell=_city_region, split=", ", extract=(r"^[A-Za-z]+", r"[A-Z]{2}$")),
    "country": Field(label="Country", cell=_from(COUNTRIES)),
    "street": Field(label="Address", cell=street, extract=(r"^\d+",)),
    "company": Field(label="Company", cell=company, split=" "),
    "product": Field(label="Item", cell=_from(PRODUCTS)),
    "department": Field(label="Department", cell=_from(DEPARTMENTS)),
    "course": Field(label="Course", cell=_from(COURSES)),
    "status": Field(label="Status", cell=_from(STATUSES)),
    "color": Field(label="Color", cell=_from(COLORS)),
    "material": Field(label="Material", cell=_from(MATERIALS)),
    "crop": Field(label="Crop", cell=_from(CROPS)),
    "sport": Field(label="Sport", cell=_from(SPORTS)),
    "grade": Field(label="Grade", cell=_from(GRADES)),
    "email": Field(label="Email", cell=_email, split="@", extract=(r"^[a-z]+", r"\d+")),
    "phone": Field(label="Phone", cell=phone, extract=(r"^\d{3}", r"\d{4}$")),
    "date": Field(label="Date", cell=_iso_date, extract=(r"^\d{4}",)),
    "due": Field(label="Due", cell=_slash_date, extract=(r"\d{4}$", r"^\d+")),
    "price": Field(label="Price", cell=_money, affix="$"),
    "code": Field(label="Code", cell=_code, split="-", extract=(r"^[A-Z]+", r"\d+$")),
    "room": Field(label="Room", cell=_room, extract=(r"^[A-Z]", r"\d+$")),
    "time": Field(label="Time", cell=_time, split=":"),
    "quantity": Field(label="Qty", cell=_count(1, 240)),
    "stock": Field(label="Stock", cell=_count(10, 980)),
    "year": Field(label="Year", cell=_count(1975, 2024)),
    "rating": Field(label="Rating", cell=_rating),
    "weight": Field(label="Weight", cell=_count(2, 480, "{} kg"), affix=" kg", split=" ", extract=(r"^\d+",)),
    "share": Field(label="Share", cell=_count(1, 99, "{}%"), affix="%"),
    "size": Field(label="Size", cell=_dimensions, split="x", extract=(r"^\d+", r"\d+$")),
    "ticket": Field(label="Ticket", cell=_count(1001, 9899, "#{}"), affix="#"),
}
KEYS = ["name", "last-first", "city", "place", "country", "company", "product", "department", "code", "crop", "room"]
VALUES = ["quantity", "stock", "rating", "price", "share", "grade"]


def distinct_cells(field: Field, draw: Draw, count: int) -> list[str]:
    """``count`` different cells of one field. Raises DoesNotFit where the field has too few."""
    found: dict[str, None] = {}
    for _ in range(200):
        found.setdefault(field.cell(draw))
        if len(found) == count:
            return list(found)
    raise DoesNotFit(f"{field.label} has fewer than {count} values")


def record(fields: tuple[Field, ...], draw: Draw) -> list[str]:
    return [field.cell(draw) for field in fields]


def pick_fields(draw: Draw, count: int, *, key: bool = True) -> tuple[Field, ...]:
    """``count`` different fields; with ``key`` the first is one that names things."""
    first = [draw.pick(KEYS)] if key else []
    rest = [name for name in FIELDS if name not in first]
    return tuple(FIELDS[name] for name in first + draw.distinct(rest, count - len(first)))
