"""What a head's session left to do goes on where its matter goes, otherwise at the main successor."""

from importlib import import_module

from django.db import migrations

from tiepdan.infra.rowlevel import READER

_BEFORE = import_module("tiepdan.succession.migrations.0002_office_closes").CLOSE
_PLACE = "  -- The calendar: from the day on nobody is received there.\n"
TASKS = """
  -- What a session left to do is done by who follows; the session stays with the agency that held it.
  RETURN QUERY
    UPDATE agenda_followup f SET agency_path = coalesce((SELECT m.to_path FROM matters_move m
        WHERE m.handover_id = h.id AND m.done AND m.matter_id = r.matter_id LIMIT 1), heir.path)
      FROM reception_reception r WHERE r.id = f.visit_id AND f.agency_path = h.agency_path AND f.done_on IS NULL
    RETURNING 'follow_up:' || f.id;
"""


def _replacing(sql: str) -> str:
    return sql.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION") + (
        f"ALTER FUNCTION tiepdan.close_office(bigint, timestamptz, date) OWNER TO {READER};"
    )


class Migration(migrations.Migration):
    """The function."""

    dependencies = [("succession", "0002_office_closes"), ("agenda", "0005_follow_ups_handed_over")]
    operations = [
        migrations.RunSQL(_replacing(_BEFORE.replace(_PLACE, TASKS + "\n" + _PLACE)), _replacing(_BEFORE)),
    ]
