"""Row-level security of incidents: the agency of the place, oversight, the home agency, and whoever was called."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, content, definer, protect

CONCERNS = """
CREATE FUNCTION tiepdan.concerns(p_incident bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM incidents_homenotice h WHERE h.incident_id = p_incident
      AND h.agency_path = current_setting('tiepdan.path', true)
      AND current_setting('tiepdan.role', true) IN ('reception_officer', 'processing_officer', 'head', 'deputy', 'coordinator',
        'records_clerk', 'system'))
    OR EXISTS (SELECT 1 FROM incidents_callout c WHERE c.incident_id = p_incident
      AND c.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;
"""

HERE = "agency_path = current_setting('tiepdan.path', true)"
ROLE = (
    "current_setting('tiepdan.role', true) IN ('reception_officer', 'processing_officer', 'head', 'deputy', 'coordinator',"
    " 'records_clerk', 'system')"
)
OWN = f"{HERE} AND {ROLE}"
OVERSIGHT = (
    "(current_setting('tiepdan.sight', true) = 'oversight' AND agency_path >= current_setting('tiepdan.lo', true)"
    " AND agency_path < current_setting('tiepdan.hi', true))"
)
MINE = "user_id = nullif(current_setting('tiepdan.user', true), '')::bigint"
OFFICE = "EXISTS (SELECT 1 FROM incidents_office o WHERE o.id = office_id)"
SITUATION = "EXISTS (SELECT 1 FROM incidents_situation s WHERE s.id = situation_id)"
SEEN = "EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id)"
OWN_INCIDENT = f"EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id AND i.{HERE}) AND {ROLE}"
LEADER = "leader_id = nullif(current_setting('tiepdan.user', true), '')::bigint"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("incidents", "0001_initial"), ("matters", "0002_rights")]
    operations = [
        migrations.RunSQL(
            f"GRANT SELECT ON incidents_homenotice, incidents_callout, incidents_incident TO {READER};",
            migrations.RunSQL.noop,
        ),
        definer(CONCERNS, "tiepdan.concerns(bigint)"),
        protect("incidents_office", see=OWN),
        protect("incidents_situation", see=OFFICE),
        protect("incidents_contact", see=SITUATION, delete=True),
        protect(
            "incidents_incident",
            see=f"({OWN}) OR {OVERSIGHT} OR {LEADER} OR tiepdan.concerns(id)",
            add=OWN,
            change=f"({OWN}) OR {LEADER}",
        ),
        content("incidents_incidentmatter"),
        protect("incidents_logline", see=SEEN, add=SEEN),
        protect("incidents_callout", see=SEEN, add=OWN_INCIDENT, change=f"({OWN_INCIDENT}) OR {MINE}"),
        protect("incidents_homenotice", see=SEEN, add=OWN_INCIDENT, change=f"({OWN_INCIDENT}) OR {HERE}"),
        *(
            audited(f"incidents_{name}")
            for name in (
                "office", "situation", "contact", "incident", "incidentmatter", "logline", "callout", "homenotice",
            )
        ),
    ]  # fmt: skip
