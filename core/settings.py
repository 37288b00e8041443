"""Settings, read once from the environment (`INSPECTION_...`) or a `.env` file."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
SHIPPED_PROMPTS = ROOT / "assistant" / "data" / "practice_prompts.csv"


class Engine(StrEnum):
    """What the models run on."""

    ONNX = "onnx"
    TORCH = "torch"


class Settings(BaseSettings):
    """What a council can set. Every field `x` is the variable `INSPECTION_X`."""

    model_config = SettingsConfigDict(
        env_prefix="INSPECTION_", env_file=".env", extra="ignore", frozen=True
    )

    organisation: str = Field("", description="our council's name; 'we' and 'our' mean it")
    organisation_also: tuple[str, ...] = Field(
        (), description='other names of our council, as JSON: ["LBTH"]'
    )
    corpus: Path = Field(ROOT / "corpus", description="the folder of documents")
    index: Path = Field(ROOT / "var" / "index", description="where the index is kept")
    embedder: Engine = Field(Engine.ONNX, description="what the models run on: onnx or torch")
    models: Path = Field(
        ROOT / "var" / "models", description="where the ONNX models are kept, made on first use"
    )
    register_url: str = Field(
        "",
        description="the register's database if not SQLite in the index folder: postgresql+psycopg://",
    )
    sample_corpus: Path = Field(
        ROOT / "corpus", description="the papers that come with the product"
    )
    max_file_mb: int = Field(100, ge=1, description="files above this size are not read")
    max_pages: int = Field(2000, ge=1, description="files with more pages are not read")
    max_read_seconds: int = Field(120, ge=1, description="longest time to read one file")
    allow_changes: bool | None = Field(
        None,
        description="may documents be added, changed and deleted on the screen? Unless set: only "
        "where the server listens on this machine alone",
    )
    max_question_characters: int = Field(2000, ge=100, description="longest question")
    practice_prompts: Path = Field(
        SHIPPED_PROMPTS, description="the bank of practice prompts for Rehearse, a CSV file"
    )
    max_rehearsal_characters: int = Field(
        6000, ge=500, description="longest answer to a practice prompt"
    )
    model: str = Field(
        "",
        pattern=r"^$|^[a-z][a-z0-9_]*:.+$",
        description="the chat model that words answers, as 'provider:name'; none unless set. "
        "Providers: ollama, openai, azure_openai, anthropic",
    )
    model_url: str = Field(
        "", description="where the model's server is, unless it is the provider's own address"
    )
    model_key: SecretStr = Field(
        SecretStr(""), description="the key for it, unless the provider's own variable holds it"
    )
    model_api_version: str = Field(
        "", description="Azure OpenAI only: the version of its interface"
    )
    model_where: str = Field(
        "", description="where text goes, in words for staff: 'our own Azure, UK South'"
    )
    model_seconds: float = Field(
        30.0, gt=0, le=600, description="longest time that an answer's wording may take"
    )
    model_tokens: int = Field(700, ge=50, le=4000, description="longest answer, in tokens")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
