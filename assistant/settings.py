"""Settings, from the environment (prefix CAREERS_) or a .env file, read by the outermost rooms."""

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError

PROJECT = Path(__file__).resolve().parent.parent


def _or_default(value: object) -> object:
    return None if value == "default" else value


#: A number, or "default".
Temperature = Annotated[float | None, BeforeValidator(_or_default)]


class Settings(BaseSettings):
    """Every setting, with its default. Unknown CAREERS_ variables are ignored."""

    model_config = SettingsConfigDict(
        env_prefix="CAREERS_", env_file=".env", extra="ignore", frozen=True
    )

    data: Path = Field(
        PROJECT / "data", description="folder for the index, the quantised model and records"
    )
    corpus: Path = Field(
        PROJECT / "corpus", description="folder of guides that is ingested by default"
    )
    index: Path | None = Field(None, description="index folder; unset: 'index' in the data folder")
    chat_model: str = Field(
        "", description="openai:NAME, or another LangChain provider; unset: extractive answers"
    )
    chat_temperature: Temperature = Field(
        0.0, ge=0, le=2, description="how freely the model words; default: the model's own"
    )
    chat_prompt_tokens: int = Field(
        3000, ge=700, description="tokens that one prompt may take, by tiktoken's count"
    )
    chat_reply_tokens: int = Field(400, ge=50, description="tokens that one reply may take")
    chat_first_seconds: float = Field(
        10.0, gt=0, description="how long the model's first word may take"
    )
    chat_stall_seconds: float = Field(5.0, gt=0, description="how long any later word may take")
    chat_seconds: float = Field(
        30.0, gt=0, description="how long a model may take over one message in all"
    )
    chat_retries: int = Field(
        2, ge=0, le=10, description="further attempts before the first word, with growing pauses"
    )
    chat_price_prompt: float | None = Field(
        None, ge=0, description="price of a million prompt tokens; unset: no costs are shown"
    )
    chat_price_reply: float | None = Field(
        None, ge=0, description="price of a million reply tokens"
    )
    chat_currency: str = Field("USD", description="currency of the prices")
    openai_api_key: SecretStr = Field(
        SecretStr(""), validation_alias="OPENAI_API_KEY", description="key of the openai package"
    )
    openai_base_url: str = Field(
        "",
        validation_alias="OPENAI_BASE_URL",
        description="address of an OpenAI-compatible server; unset: OpenAI's own",
    )
    embedding_model: str = Field("minilm", description="minilm, or openai:NAME")
    chroma_url: str = Field("", description="address of a Chroma server; unset: embedded")
    database_url: str = Field(
        "", description="SQLAlchemy address for records; unset: SQLite in the data folder"
    )
    conversations_days: int = Field(
        90, ge=0, description="days that a kept conversation is kept; 0: for good"
    )
    feedback_days: int = Field(365, ge=0, description="days that feedback is kept; 0: for good")
    enquiries_days: int = Field(
        365, ge=0, description="days that an enquiry is kept with its reply; 0: for good"
    )
    jobs_days: int = Field(30, ge=0, description="days that a bulk job is kept; 0: for good")
    audit_days: int = Field(730, ge=0, description="days that it is kept who did what; 0: for good")
    public_url: str = Field(
        "", description="address that replies link to; unset: the chat's host and port"
    )
    letter: Path | None = Field(
        None, description="TOML file with the words around a reply; unset: our own"
    )
    review_file: Path | None = Field(
        None,
        description="where proposed eval cases go; unset: 'eval-review.jsonl' in the data folder",
    )
    keep_conversations: bool = Field(
        False, description="record what candidates ask in the chat; the page then says so"
    )
    questions_per_minute: int = Field(
        30, ge=0, description="questions that one visitor may ask in a minute; 0: no limit"
    )
    host: str = Field("127.0.0.1", description="address that the chat listens on")
    port: int = Field(7860, ge=1, le=65535, description="port that the chat listens on")

    @property
    def index_folder(self) -> Path:
        """Where the snapshots are."""
        return self.index or self.data / "index"

    @property
    def base_url(self) -> str:
        """The address of the pages, without a final slash."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def eval_review(self) -> Path:
        """The file that proposed eval cases are added to."""
        return self.review_file or self.data / "eval-review.jsonl"


def load_settings(**overrides: object) -> Settings:
    """The settings, with overrides from the command line.

    Raises:
        SettingsError: a value can't be used; the message names the variable.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        written = "_".join(str(part) for part in first["loc"]).upper()
        name = written if written.startswith("OPENAI_") else f"CAREERS_{written}"
        message = f"{name}: {first['msg']}. Correct it in the environment or in .env."
        raise SettingsError(message) from error


def unknown_variables() -> dict[str, str]:
    """CAREERS_ variables of the environment that are no setting, each with the one it is near to.

    The nearest is empty where none is near.
    """
    known = [f"CAREERS_{name}".upper() for name in Settings.model_fields]
    given = [name for name in os.environ if name.upper().startswith("CAREERS_")]
    return {
        name: next(iter(get_close_matches(name.upper(), known, 1)), "")
        for name in sorted(given)
        if name.upper() not in known
    }
