"""Destroying a record also empties why a paper or a visit was voided and why an online session began late."""

from importlib import import_module
from typing import Final

from django.db import migrations

_BEFORE: Final[str] = import_module("tiepdan.privacy.migrations.0005_destroy_case").DESTROY
_VOIDED: Final = "void_reason = CASE void_reason WHEN '' THEN '' ELSE '(đã tiêu hủy)' END"
_CHANGES: Final = (
    ("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
    ("destroyed_on = p_on WHERE matter_id", f"destroyed_on = p_on, {_VOIDED} WHERE matter_id"),
    ("reply_note = '', request_digest = ''", f"reply_note = '', request_digest = '', {_VOIDED}"),
    ("signing_refusal = ''", "signing_refusal = '', late_reason = ''"),
)


def _after() -> str:
    text = _BEFORE
    for old, new in _CHANGES:
        if text.count(old) != 1:
            raise ValueError(old)
        text = text.replace(old, new)
    return text


class Migration(migrations.Migration):
    """The function, as before but for what more it empties."""

    dependencies = [("privacy", "0005_destroy_case"), ("online", "0002_rights")]
    operations = [migrations.RunSQL(_after(), migrations.RunSQL.noop)]
