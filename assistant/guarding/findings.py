"""What the guard can find, and how the screen names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What kind of personal data was found; `label` is its name on the screen."""

    NHS_NUMBER = "nhs_number"
    DATE_OF_BIRTH = "date_of_birth"
    CASE_NUMBER = "case_number"
    PHONE = "phone"
    ADDRESS = "address"
    EMAIL = "email"
    UPN = "upn"
    NATIONAL_INSURANCE_NUMBER = "national_insurance_number"
    IDENTITY_DOCUMENT = "identity_document"
    SOCIAL_HANDLE = "social_handle"
    CHILD_NAME = "child_name"

    @property
    def label(self) -> str:
        """The kind with its article, as it stands in a sentence."""
        return _LABELS[self]


_LABELS = {
    FindingKind.NHS_NUMBER: "an NHS number",
    FindingKind.DATE_OF_BIRTH: "a date of birth",
    FindingKind.CASE_NUMBER: "a case number",
    FindingKind.PHONE: "a phone number",
    FindingKind.ADDRESS: "a home address",
    FindingKind.EMAIL: "an email address",
    FindingKind.UPN: "a unique pupil number",
    FindingKind.NATIONAL_INSURANCE_NUMBER: "a National Insurance number",
    FindingKind.IDENTITY_DOCUMENT: "the number of an identity document",
    FindingKind.SOCIAL_HANDLE: "a social media name",
    FindingKind.CHILD_NAME: "the name of a child or of their family",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Where one piece of personal data stands in the cleaned text. Holds no words of it."""

    kind: FindingKind
    start: int
    end: int
