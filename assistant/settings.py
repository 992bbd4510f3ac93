"""Settings, from the environment (prefix CAREERS_) or a .env file, read by the outermost rooms."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError

PROJECT = Path(__file__).resolve().parent.parent


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
    embedding_model: str = Field("minilm", description="minilm, or openai:NAME")
    chroma_url: str = Field("", description="address of a Chroma server; unset: embedded")
    database_url: str = Field(
        "", description="SQLAlchemy address for records; unset: SQLite in the data folder"
    )
    host: str = Field("127.0.0.1", description="address that the chat listens on")
    port: int = Field(7860, ge=1, le=65535, description="port that the chat listens on")

    @property
    def index_folder(self) -> Path:
        """Where the snapshots are."""
        return self.index or self.data / "index"


def load_settings(**overrides: object) -> Settings:
    """The settings, with overrides from the command line.

    Raises:
        SettingsError: a value can't be used; the message names the variable.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = "CAREERS_" + "_".join(str(part) for part in first["loc"]).upper()
        message = f"{name}: {first['msg']}. Correct it in the environment or in .env."
        raise SettingsError(message) from error
