"""What the commands share: the options that say which index, and the Assistant over it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.embeddings import load_embeddings
from assistant.generation.options import ModelOptions, Prices
from assistant.pipeline import Assistant
from assistant.records import Records, address_in
from assistant.settings import Settings, load_settings
from assistant.versions import Versions

if TYPE_CHECKING:
    from assistant.generation.writer import Writer


def add_index_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--index DIR`` to a command's options."""
    parser.add_argument(
        "--index",
        type=Path,
        metavar="DIR",
        help="index folder (default: the setting CAREERS_INDEX, else data/index)",
    )


def add_records_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--database URL`` to a command's options."""
    parser.add_argument(
        "--database",
        metavar="URL",
        help="address of the records (default: the setting CAREERS_DATABASE_URL, else SQLite in "
        "the data folder)",
    )


def open_records(database: str | None) -> Records:
    """The records, by the settings.

    Raises:
        CareersError: a setting is wrong, or the records can't be opened.
    """
    settings = load_settings(database_url=database)
    return Records(settings.database_url or address_in(settings.data))


def open_assistant(index: Path | None) -> Assistant:
    """The assistant over an index folder, by the settings.

    Raises:
        CareersError: a setting is wrong, or there is no snapshot that can be used.
    """
    settings = load_settings(index=index)
    assistant = Assistant(
        settings.index_folder,
        load_embeddings(settings.embedding_model),
        settings.chroma_url,
        open_writer(settings),
        Versions(settings.data / "cited"),
    )
    assistant.sources()
    return assistant


def open_writer(settings: Settings) -> "Writer | None":
    """Who words the answers by the settings; None where no chat model is set.

    Raises:
        SettingsError: there is no such model, or its package or key is missing.
    """
    if not settings.chat_model:
        return None
    # LangChain and the vendors' packages are slow to load, and needed by nobody without a model.
    from assistant.generation.endpoint import ChatEndpoint
    from assistant.generation.writer import Writer

    options = model_options(settings)
    return Writer(ChatEndpoint(options), options)


def model_options(settings: Settings) -> ModelOptions:
    """The chat model's name and limits by the settings."""
    prices = (settings.chat_price_prompt, settings.chat_price_reply)
    return ModelOptions(
        name=settings.chat_model,
        temperature=settings.chat_temperature,
        prompt_tokens=settings.chat_prompt_tokens,
        reply_tokens=settings.chat_reply_tokens,
        first_seconds=settings.chat_first_seconds,
        stall_seconds=settings.chat_stall_seconds,
        whole_seconds=settings.chat_seconds,
        retries=settings.chat_retries,
        prices=None
        if None in prices
        else Prices(prices[0] or 0.0, prices[1] or 0.0, settings.chat_currency),
        api_key=settings.openai_api_key.get_secret_value(),
        base_url=settings.openai_base_url,
    )
