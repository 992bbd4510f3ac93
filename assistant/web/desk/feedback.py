"""What visitors of the chat thought of their answers."""

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from assistant.web.desk.guarding import SignedIn, TheOffice
from assistant.web.desk.inbox import PAGE, PageNumber, Show
from assistant.web.desk.rendering import draw
from assistant.web.markup import safe_html

router = APIRouter()

#: The filters: name in the address, words, what they hold.
THUMBS: tuple[tuple[str, str, bool | None], ...] = (
    ("", "Thumbs down", False),
    ("up", "Thumbs up", True),
    ("all", "All", None),
)


@router.get("/feedback")
def feedback_page(
    session: SignedIn, office: TheOffice, show: Show = "", page: PageNumber = 1, said: Show = ""
) -> Response:
    """Thumbs, newest first, each with the question and the answer that it is for."""
    chosen = next((each for each in THUMBS if each[0] == show), THUMBS[0])
    name, _, helpful = chosen
    book = office.records.feedback
    found = book.find(helpful=helpful, limit=PAGE, offset=(page - 1) * PAGE)
    total = book.count(helpful=helpful)
    return draw(
        "feedback.html",
        session,
        thumbs=[
            # Every answer is made safe where it is drawn: whatever stands in it is data.
            {"feedback": each, "answer": Markup(safe_html(each.given.answer))}
            for each in found
        ],
        filters=[
            {"words": words, "count": book.count(helpful=which), "name": own, "here": own == name}
            for own, words, which in THUMBS
        ],
        show=name,
        page=page,
        pages=max(1, -(-total // PAGE)),
        said=said,
    )
