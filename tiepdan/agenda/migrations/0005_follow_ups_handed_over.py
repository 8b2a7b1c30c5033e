"""What a session left to do goes on at the agency that follows: it sees the session, the visit and the task, and reports on the task.

The session itself stays with the agency that held it, and so do its other visits.
"""

from importlib import import_module

from django.db import migrations

from tiepdan.infra.rowlevel import definer

_RIGHTS = import_module("tiepdan.agenda.migrations.0002_rights")
_BOOK = import_module("tiepdan.reception.migrations.0002_rights").BOOK
_HELD = f"({_RIGHTS.HERE}) OR {_RIGHTS.OVERSIGHT}"
_BEFORE = f"{_RIGHTS.SESSION} AND {_RIGHTS.VISIT}"
_KEPT = f"{_RIGHTS.KEPT_SESSION} AND {_RIGHTS.VISIT}"
_TAKEN = f"{_RIGHTS.VISIT} AND ({_RIGHTS.KEPT_SESSION} OR ({_RIGHTS.KEEPS}))"

OWES = """
CREATE FUNCTION tiepdan.owes_of_session(p_session bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_followup f WHERE f.session_id = p_session
                  AND f.agency_path = nullif(current_setting('tiepdan.path', true), '')
                  AND current_setting('tiepdan.sight', true) IN ('office', 'service'));
$$;

CREATE FUNCTION tiepdan.owes_of_visit(p_visit bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_followup f JOIN reception_reception r ON r.id = f.visit_id
                  WHERE f.visit_id = p_visit AND f.agency_path = nullif(current_setting('tiepdan.path', true), '')
                    AND current_setting('tiepdan.sight', true) IN ('office', 'service')
                    AND NOT (r.sealed AND tiepdan.is_excluded(r.matter_id)));
$$;
"""


def _policies(session: str, visit: str, task: str) -> str:
    return (
        f"ALTER POLICY see ON agenda_receptionsession USING ({session});"
        f"ALTER POLICY see ON reception_reception USING ({visit});"
        f"ALTER POLICY change ON agenda_followup WITH CHECK (({_BEFORE}) AND ({task}));"
    )


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("agenda", "0004_appointment_rights"), ("reception", "0005_request_digest")]
    operations = [
        definer(OWES, "tiepdan.owes_of_session(bigint)", "tiepdan.owes_of_visit(bigint)"),
        migrations.RunSQL(
            _policies(f"{_HELD} OR tiepdan.owes_of_session(id)", f"{_BOOK} OR tiepdan.owes_of_visit(id)", _TAKEN),
            _policies(_HELD, _BOOK, _KEPT),
        ),
    ]
