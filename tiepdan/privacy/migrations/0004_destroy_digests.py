"""Destroying a filed submission reaches the digests by which a repeated request is known, and drafts of acts."""

from importlib import import_module

from django.db import migrations

from tiepdan.infra.rowlevel import READER

_BEFORE = import_module("tiepdan.privacy.migrations.0003_destroy_desk")
DESTROY = import_module("tiepdan.privacy.migrations.0002_rights").DESTROY.replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)
_END = "  RETURN coalesce(gone, '{}');\n"

# A keyed digest of what was said lets a guess be tried: it goes with what was said.
DIGESTS = """
  UPDATE submissions_submission SET request_digest = '' WHERE matter_id = v.matter_id;
  UPDATE reception_reception SET request_digest = '' WHERE matter_id = v.matter_id;
  UPDATE documents_paper SET act_typed = NULL, ended_reason = '' WHERE matter_id = v.matter_id;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [
        ("privacy", "0003_destroy_desk"),
        ("documents", "0005_paper_of_act"),
        ("reception", "0005_request_digest"),
    ]
    operations = [
        migrations.RunSQL(
            DESTROY.replace(_END, DIGESTS + _BEFORE.DESK)
            + f"ALTER FUNCTION tiepdan.destroy_submission(bigint, date) OWNER TO {READER};",
            DESTROY.replace(_END, _BEFORE.DESK),
        )
    ]
