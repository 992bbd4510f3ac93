"""The office as the settings say."""

from assistant.accounts import Accounts
from assistant.embeddings import TextEmbedder
from assistant.enquiries.answering import Answering
from assistant.enquiries.desk import Desk
from assistant.enquiries.letter import load_letter
from assistant.records import Records
from assistant.settings import Settings
from assistant.web.desk.insight import Remembering
from assistant.web.desk.office import Office
from assistant.web.desk.working import Workers
from assistant.web.site import Site


def open_office(
    settings: Settings,
    assistant: Answering,
    embeddings: TextEmbedder,
    site: Site,
    records: Records,
) -> Office:
    """What the desk's pages work with.

    Args:
        settings: name the letter, the address that replies link to, and the review file.
        assistant: answers the enquiries.
        embeddings: tells which questions are alike.
        site: the guides and the texts that citations were taken from.
        records: where everything is kept.

    Raises:
        SettingsError: the letter can't be used.
    """
    desk = Desk(records, assistant, load_letter(settings.base_url, settings.letter))
    return Office(
        records=records,
        accounts=Accounts(records),
        desk=desk,
        workers=Workers(desk, records),
        guides=site.guides,
        embed=Remembering(embeddings),
        review_file=settings.eval_review,
        versions=site.versions,
    )
