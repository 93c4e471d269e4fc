"""Checks of what is cited: within one document, and across the documents of an archive."""

from . import (
    cited_after_citing,
    date_conflict,
    incomplete_number,
    issuer_against_code,
    issuer_conflict,
    number_out_of_series,
    older_than_its_basis,
    plan_of_a_past_year,
    same_subject_other_year,
    subject_conflict,
    superseded,
    two_issuers,
    type_against_code,
    year_against_date,
)

DOCUMENT_CHECKS = (
    type_against_code.CHECK,
    issuer_against_code.CHECK,
    incomplete_number.CHECK,
    year_against_date.CHECK,
    cited_after_citing.CHECK,
    older_than_its_basis.CHECK,
    two_issuers.CHECK,
    plan_of_a_past_year.CHECK,
)
ARCHIVE_CHECKS = (
    date_conflict.CHECK,
    issuer_conflict.CHECK,
    subject_conflict.CHECK,
    same_subject_other_year.CHECK,
    number_out_of_series.CHECK,
    superseded.CHECK,
)
