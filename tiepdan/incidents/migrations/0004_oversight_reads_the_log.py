"""Who adds to a log: the place, the leader told, who was called, the home agency. Oversight reads it, as it does all content."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

SEEN = "EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id)"
PLACE = (
    "EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id"
    " AND i.agency_path = current_setting('tiepdan.path', true)) AND current_setting('tiepdan.role', true) IN"
    " ('reception_officer', 'processing_officer', 'head', 'deputy', 'coordinator', 'records_clerk', 'system')"
)
LEADER = (
    "EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id"
    " AND i.leader_id = nullif(current_setting('tiepdan.user', true), '')::bigint)"
)


def _policy(add: str) -> str:
    return f"DROP POLICY add ON incidents_logline; CREATE POLICY add ON incidents_logline FOR INSERT TO {APP} WITH CHECK ({add});"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("incidents", "0003_log_stands")]
    operations = [
        migrations.RunSQL(_policy(f"({PLACE}) OR {LEADER} OR tiepdan.concerns(incident_id)"), _policy(SEEN)),
    ]
