"""Destroying a filed submission reaches what the desk and the processing hold of it: visitors, receipts, reasons."""

from importlib import import_module

from django.db import migrations

from tiepdan.infra.rowlevel import READER

DESTROY = import_module("tiepdan.privacy.migrations.0002_rights").DESTROY

# Of the book and the chain the line, the numbers, the days and who did what stay; what was said and who came go.
DESK = """
  UPDATE reception_visitor SET name = '', envelope = NULL, identity_kind = '', standing_papers = '[]'
   WHERE reception_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE reception_reception SET summary = '', content = '', demands = '', earlier_handling = '', settled_by = '',
         interpreter = '', outcome_note = '', refusal_facts = '{}', reply_note = '' WHERE matter_id = v.matter_id;
  UPDATE reception_receipt SET items = '[]' WHERE matter_id = v.matter_id;
  UPDATE routing_proposal SET reason = '', decision_note = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE routing_transfer SET reason = '', reply = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE documents_paper SET cancel_reason = '', returned_note = '' WHERE matter_id = v.matter_id;
  RETURN coalesce(gone, '{}');
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [
        ("privacy", "0002_rights"),
        ("reception", "0004_sealed_visitors"),
        ("routing", "0002_rights"),
    ]
    operations = [
        migrations.RunSQL(
            DESTROY.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
                "  RETURN coalesce(gone, '{}');\n", DESK
            )
            + f"ALTER FUNCTION tiepdan.destroy_submission(bigint, date) OWNER TO {READER};",
            DESTROY.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        )
    ]
