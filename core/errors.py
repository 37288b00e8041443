"""Everything that can go wrong in a way that a person should be told about."""

from __future__ import annotations

from enum import StrEnum


class InspectionReadyError(Exception):
    """Base of our own errors; its text is fit for the screen."""


class UnreadableReason(StrEnum):
    """Why a file could not be read, in words for its owner."""

    ENCRYPTED = "it is encrypted or password-protected; save a copy without the password"
    DAMAGED = "it is damaged or not the kind of file that its name says"
    SCANNED = "it is a scan: pictures of pages without text; run text recognition (OCR) on it first"
    EMPTY = "it is empty"
    NO_TEXT = "it holds no text"
    TOO_LARGE = "it is larger than the limit"
    TOO_MANY_PAGES = "it has more pages than the limit"
    TOO_SLOW = "reading it took longer than the limit"
    UNKNOWN_FORMAT = "its format is not one that can be read"
    CHILD_LEVEL_DATA = (
        "it looks like a list of individual children (such as Annex A data) and is refused; "
        "child-level data does not belong here"
    )
    BAD_NAME = "its name holds characters that are not text; rename it"
    FAULT = "Inspection Ready failed on it; please tell whoever runs it"
    NOT_ALLOWED = "the file could not be opened; check its permissions"


class UnreadableFile(InspectionReadyError):
    """A file that cannot be read; `reason` says why, `detail` adds to it ('sheet List 1')."""

    def __init__(self, reason: UnreadableReason, detail: str = "") -> None:
        super().__init__(f"{reason.value}{f' ({detail})' if detail else ''}")
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[UnreadableReason, str]]:
        """Lets the error cross from the reading process to ours."""
        return type(self), (self.reason, self.detail)


class IndexMissing(InspectionReadyError):
    """There is no index at the place named; it has to be built first."""


class RegisterTooNew(InspectionReadyError):
    """The register's tables are of a later release than this one."""


class UnknownDocument(InspectionReadyError):
    """The register holds no such document (any more)."""


class IndexBusy(InspectionReadyError):
    """Another process is writing the index; only one may at a time."""


class WeightsChanged(InspectionReadyError):
    """The embedding model's file is not the published one."""


class EngineNotMade(InspectionReadyError):
    """The ONNX engine could not be made on this machine; the reference engine serves."""


class CorpusMissing(InspectionReadyError):
    """The corpus folder does not exist or is not a folder."""


class NotTaken(InspectionReadyError):
    """A file that was handed in and cannot be kept in the corpus folder."""


class PromptWrong(InspectionReadyError):
    """A file of `prompts/` is missing or not of the form that its step needs."""


class BadBank(InspectionReadyError):
    """The bank of practice prompts cannot be read; its text names the line and the column."""


class ModelTrouble(StrEnum):
    """Why a chat model's words are not shown, in words for the screen."""

    NOT_INSTALLED = "the package for this provider is not installed"
    SETTINGS = "its settings were refused"
    UNREACHABLE = "its server could not be reached"
    REFUSED = "its server refused the request"
    BROKEN = "its server failed"
    TOO_SLOW = "it took too long"
    EMPTY = "it wrote nothing"
    UNCHECKED = "what it wrote could not be borne out by the documents"


class ModelFailed(InspectionReadyError):
    """A chat model gave no words that can be shown; `trouble` says why."""

    def __init__(self, trouble: ModelTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
