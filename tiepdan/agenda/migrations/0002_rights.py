"""Row-level security of sessions: the own agency and oversight; what was announced is public through one function."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

HERE = (
    "agency_path = current_setting('tiepdan.path', true)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'assigned', 'none', 'service')"
)
OVERSIGHT = (
    "(current_setting('tiepdan.sight', true) = 'oversight' AND agency_path >= current_setting('tiepdan.lo', true)"
    " AND agency_path < current_setting('tiepdan.hi', true))"
)
KEEPS = (
    "agency_path = current_setting('tiepdan.path', true) AND current_setting('tiepdan.role', true)"
    " IN ('reception_officer', 'head', 'deputy', 'records_clerk', 'system')"
)
# Subqueries are bound by the policies of the table they read: who does not see the session or the visit sees nothing of it.
SESSION = "EXISTS (SELECT 1 FROM agenda_receptionsession s WHERE s.id = session_id)"
KEPT_SESSION = f"EXISTS (SELECT 1 FROM agenda_receptionsession s WHERE s.id = session_id AND {KEEPS.replace('agency_path', 's.agency_path')})"
VISIT = "EXISTS (SELECT 1 FROM reception_reception r WHERE r.id = visit_id)"
PUBLIC = """
CREATE FUNCTION tiepdan.public_sessions(p_agency bigint, p_from date, p_to date)
RETURNS TABLE (code text, chair text, chair_name text, chair_title text, kind text, held_on date, starts_at time, ends_at time,
               place text, mode text, focus text, participants text, status text, announced_on date, delegate_name text,
               delegate_title text, moved_from date, move_reason text, cancel_reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.code, s.chair, s.chair_name, s.chair_title, s.kind, s."on", s.starts_at, s.ends_at, s.place, s.mode, s.focus,
         s.participants, s.status, s.announced_on, s.delegate_name, s.delegate_title, m.from_on, coalesce(m.reason, ''),
         s.cancel_reason
    FROM agenda_receptionsession s
    LEFT JOIN LATERAL (SELECT v.from_on, v.reason FROM agenda_sessionmove v
                        WHERE v.session_id = s.id AND v.was_announced ORDER BY v.id DESC LIMIT 1) m ON true
   WHERE s.agency_id = p_agency AND s.announced_on IS NOT NULL AND s."on" BETWEEN p_from AND p_to
   ORDER BY s."on", s.starts_at;
$$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [
        ("agenda", "0001_initial"),
        ("reception", "0002_rights"),
        ("accounts", "0002_enter"),
        ("audit", "0002_chain"),
    ]
    operations = [
        protect("agenda_receptionsession", see=f"({HERE}) OR {OVERSIGHT}", add=KEEPS),
        protect("agenda_sessionmove", see=SESSION, add=KEPT_SESSION),
        protect("agenda_sessionvisit", see=f"{SESSION} AND {VISIT}", add=f"{KEPT_SESSION} AND {VISIT}"),
        protect("agenda_followup", see=f"{SESSION} AND {VISIT}", add=f"{KEPT_SESSION} AND {VISIT}"),
        migrations.RunSQL(
            f"GRANT SELECT ON agenda_receptionsession, agenda_sessionmove TO {READER};", migrations.RunSQL.noop
        ),
        definer(PUBLIC, "tiepdan.public_sessions(bigint, date, date)"),
        audited("agenda_receptionsession"),
        audited("agenda_sessionmove"),
        audited("agenda_sessionvisit"),
        audited("agenda_followup"),
    ]
