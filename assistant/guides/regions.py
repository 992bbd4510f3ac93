"""The region that a pay range is for, by the words beside it or at the head of its column."""

import re

from assistant.guides.money import RAISED

#: Counties and further towns, but for such as are words of their own: Bath, Down.
_COUNTIES = """
aberdeen aberdeenshire aberystwyth angus antrim argyll armagh ayrshire barnsley bedford bedfordshire
berkshire blackburn blackpool bolton bournemouth bradford buckinghamshire caithness cambridgeshire
canterbury carlisle carmarthenshire chelmsford cheltenham cheshire chester colchester cornwall
coventry crawley croydon cumbria denbighshire derby derbyshire derry devon doncaster dorset dudley
dumfries dundee durham essex exeter falkirk fermanagh flintshire gateshead gloucester
gloucestershire guildford gwynedd hampshire harrogate herefordshire hertfordshire huddersfield
inverness ipswich kent lanarkshire lancashire lancaster leicester leicestershire lincoln
lincolnshire lothian luton maidstone merseyside middlesbrough middlesex norfolk northampton
northamptonshire northumberland norwich nottinghamshire oxfordshire pembrokeshire perth perthshire
peterborough plymouth portsmouth powys preston rutland salford salisbury scarborough shropshire
solihull somerset southampton southend staffordshire stevenage stirling stockport suffolk
sunderland surrey sussex swansea swindon teesside telford torquay tyneside tyrone wakefield walsall
warrington warwickshire wigan wiltshire winchester wirral wolverhampton worcester worcestershire
wrexham york yorkshire
"""
_PLACE = re.compile(
    r"\b(?:(?:greater |inner |outer |central )?london|north|south|east|west|midlands|england"
    r"|scotland|wales|(?:northern )?ireland|rest of|outside|elsewhere|everywhere else|other areas"
    r"|regions?|regional(?:ly)?|nationwide|remote|home counties|fringe|oxford|cambridge|manchester"
    r"|leeds|birmingham|bristol|edinburgh|glasgow|cardiff|belfast|liverpool|sheffield|newcastle"
    r"|nottingham|brighton|reading|{})\b".format("|".join(_COUNTIES.split())),
    re.IGNORECASE,
)
_PLACE_FILL = (
    r"the|of|and|or|in|rest|other|areas?|city|cities|county"
    r"|mid|greater|inner|outer|based|only|uk|gb"
)
_ONLY_PLACE = re.compile(
    rf"(?:(?:{_PLACE.pattern}|\b(?:{_PLACE_FILL})\b)|[\s&,/()*-])+", re.IGNORECASE
)
_PROPER_NAME = re.compile(
    r"(?:UK|GB|EU|[A-Z][\w'’-]+)(?:(?:,? and|,| &| of(?: the)?)? [A-Z][\w'’-]+){0,4}"
)
_NO_PLACE = re.compile(
    r"\b(?:band|agenda|nhs|junior|senior|mid|lead|head|entry|total|package|base|bonus|private"
    r"|public|permanent|contract(?:or)?|pharma|typical|average|median|scale|up to|industry)\b",
    re.IGNORECASE,
)
_PAY_WORDS = re.compile(
    r"\b(?:estimated|typical|annual|average|base|basic|gross|yearly|indicative|salar(?:y|ies)|pay"
    r"|wages?|earnings|ranges?|bands?|figures?|per annum|p\.?a\.?|gbp|eur|usd|k|thousands?|000s?)\b"
    r"|[£€$()]",
    re.IGNORECASE,
)
_JOINING = (
    r"and|or|with|but|while|plus|in|for|at|of|the|across|between|from|around|about|typically"
    r"|usually|circa|c|roughly|approx|approximately|is|are|pays?|earns?|expect|salar(?:y|ies)"
    r"|often|commonly|currently"
)
_FRAMING = re.compile(
    rf"^(?:{_JOINING})\b\.?\s*|^[-–—:,;.()/\s*_+]+|[\s:;(),/*_–—{RAISED}†‡-]+$|\[\^\w+\]$|(?:^|\s+)(?:{_JOINING})\.?$",
    re.IGNORECASE,
)
REGION_COLUMN = re.compile(
    r"\b(?:region|location|area|where|place|city|nation|country)\b", re.IGNORECASE
)
#: What joins a head that spans several columns with the head of one of them.
SPANNING = " – "
_LONGEST = 60


def names_place(words: str) -> bool:
    """Whether a known place or part of the country occurs in the words."""
    return _PLACE.search(words) is not None


def is_place(words: str) -> bool:
    """Whether the words are a place and nothing else: "Rest of UK", not "Regional Manager"."""
    return names_place(words) and _ONLY_PLACE.fullmatch(words) is not None


def of_pay(words: str) -> bool:
    """Whether the words only say that figures are pay: "Typical annual salary (£)"."""
    return not unframed(_PAY_WORDS.sub(" ", words))


def is_region(words: str) -> bool:
    """Whether words beside a range name a place rather than a band, a grade or a remark."""
    if not words or len(words) > _LONGEST or re.search(r"\d", words):
        return False
    return names_place(words) or (
        _PROPER_NAME.fullmatch(words) is not None and not _NO_PLACE.search(words)
    )


def unframed(words: str) -> str:
    """Words without what only joins them to a figure: "in London, from" gives "London"."""
    previous = None
    words = words.strip()
    while previous != words:
        previous = words
        words = _FRAMING.sub("", words).strip()
    return words


def is_region_column(head: str) -> bool:
    """Whether a column is headed "Region" or the like, and not "Where you stand"."""
    return len(head.split()) < 3 and REGION_COLUMN.search(head) is not None


def column_region(head: str) -> str:
    """The region that a column's header names, without its words about pay; "" if none."""
    parts = head.split(SPANNING)
    if len(parts) > 1 and not is_place(" ".join(parts)):
        head = next((part for part in parts if names_place(part)), head)
    return unframed(" ".join(_PAY_WORDS.sub(" ", head).split())) if names_place(head) else ""
