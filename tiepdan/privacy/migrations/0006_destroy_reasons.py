"""Destroying reaches why something was voided and, of a filed submission too, what hung on its visits and online sessions."""

from importlib import import_module
from typing import Final

from django.db import migrations

_CASE: Final[str] = import_module("tiepdan.privacy.migrations.0005_destroy_case").DESTROY
_DESK: Final[str] = import_module("tiepdan.privacy.migrations.0003_destroy_desk").DESK
_FILED = import_module("tiepdan.privacy.migrations.0004_destroy_digests")
_END: Final = "  RETURN coalesce(gone, '{}');\n"
_VOIDED: Final = "void_reason = CASE void_reason WHEN '' THEN '' ELSE '(đã tiêu hủy)' END"
_CHANGES: Final = (
    ("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
    ("destroyed_on = p_on WHERE matter_id", f"destroyed_on = p_on, {_VOIDED} WHERE matter_id"),
    ("reply_note = '', request_digest = ''", f"reply_note = '', request_digest = '', {_VOIDED}"),
    ("signing_refusal = ''", "signing_refusal = '', late_reason = ''"),
)
# The same as of the record of a case.
_HUNG_ON_IT: Final = f"""
  UPDATE submissions_submission SET attacked_number = '', {_VOIDED} WHERE id = v.id;
  UPDATE reception_reception SET {_VOIDED} WHERE matter_id = v.matter_id;
  UPDATE agenda_followup SET content = '', contact = '', result = ''
   WHERE visit_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE online_onlinesession SET reason = '', contact = '', closing_reason = '', signing_refusal = '', late_reason = ''
   WHERE matter_id = v.matter_id;
  UPDATE online_onlinepoint SET contact = '', attendance = '[]' WHERE matter_id = v.matter_id;
  UPDATE online_onlinebreak SET note = '' WHERE matter_id = v.matter_id;
"""


def _case() -> str:
    text = _CASE
    for old, new in _CHANGES:
        if text.count(old) != 1:
            raise ValueError(old)
        text = text.replace(old, new)
    return text


def _filed() -> str:
    if _FILED.DESTROY.count(_END) != 1:
        raise ValueError(_END)
    return str(_FILED.DESTROY.replace(_END, _FILED.DIGESTS + _DESK.replace(_END, _HUNG_ON_IT + _END)))


class Migration(migrations.Migration):
    """Both functions, as before but for what more they empty."""

    dependencies = [
        ("privacy", "0005_destroy_case"),
        ("agenda", "0004_appointment_rights"),
        ("online", "0002_rights"),
    ]
    operations = [
        migrations.RunSQL(_case(), migrations.RunSQL.noop),
        migrations.RunSQL(_filed(), migrations.RunSQL.noop),
    ]
