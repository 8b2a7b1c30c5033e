"""Row-level security of situation reports: the own agency, and who a report was sent to."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

HERE = "agency_path = current_setting('tiepdan.path', true)"
ROLE = "current_setting('tiepdan.role', true) IN ('coordinator', 'head', 'deputy', 'records_clerk', 'system')"
OVERSIGHT = (
    "(current_setting('tiepdan.sight', true) = 'oversight' AND agency_path >= current_setting('tiepdan.lo', true)"
    " AND agency_path < current_setting('tiepdan.hi', true))"
)
RECEIVED = f"(sent_at IS NOT NULL AND receiver_path = current_setting('tiepdan.path', true) AND {ROLE})"
SENT = """
CREATE FUNCTION tiepdan.was_sent(p_series bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM situation_situationreport r WHERE r.series_id = p_series AND r.sent_at IS NOT NULL
    AND r.receiver_path = current_setting('tiepdan.path', true));
$$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("situation", "0001_initial"), ("accounts", "0002_enter"), ("audit", "0002_chain")]
    operations = [
        migrations.RunSQL(f"GRANT SELECT ON situation_situationreport TO {READER};", migrations.RunSQL.noop),
        definer(SENT, "tiepdan.was_sent(bigint)"),
        protect(
            "situation_reportseries",
            see=f"({HERE} AND {ROLE}) OR {OVERSIGHT} OR (tiepdan.was_sent(id) AND {ROLE})",
            add=f"{HERE} AND {ROLE}",
        ),
        protect(
            "situation_situationreport",
            see=f"({HERE} AND {ROLE}) OR {OVERSIGHT} OR {RECEIVED}",
            add=f"{HERE} AND {ROLE}",
        ),
        audited("situation_reportseries"),
        audited("situation_situationreport"),
    ]
