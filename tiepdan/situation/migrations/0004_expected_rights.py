"""Row-level security of who was asked: the agency asked, the one that asks, oversight of the latter. Both see the window."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP, audited, definer, protect

HERE = "agency_path = current_setting('tiepdan.path', true)"
ROLE = "current_setting('tiepdan.role', true) IN ('coordinator', 'head', 'deputy', 'records_clerk', 'system')"
ASKING = "series_path = current_setting('tiepdan.path', true)"
OVERSIGHT = (
    "(current_setting('tiepdan.sight', true) = 'oversight' AND {0} >= current_setting('tiepdan.lo', true)"
    " AND {0} < current_setting('tiepdan.hi', true))"
)
ASKED = """
CREATE FUNCTION tiepdan.was_asked(p_series bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM situation_expected e WHERE e.series_id = p_series
    AND e.agency_path = current_setting('tiepdan.path', true));
$$;

-- An answer to a window is seen by who asked, also before its first report is sent: that is how a missing one is known.
CREATE FUNCTION tiepdan.answers_here(p_under bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM situation_expected e WHERE e.series_id = p_under
    AND e.series_path = current_setting('tiepdan.path', true));
$$;
"""
SEE = (
    f"({HERE} AND {ROLE}) OR {OVERSIGHT.format('agency_path')}"
    f" OR ((tiepdan.was_sent(id) OR tiepdan.was_asked(id) OR tiepdan.answers_here(under_id)) AND {ROLE})"
)


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("situation", "0003_expected")]
    operations = [
        protect(
            "situation_expected",
            see=f"(({HERE} OR {ASKING}) AND {ROLE}) OR {OVERSIGHT.format('series_path')}",
            add=f"{ASKING} AND {ROLE}",
        ),
        audited("situation_expected"),
        definer(ASKED, "tiepdan.was_asked(bigint)", "tiepdan.answers_here(bigint)"),
        migrations.RunSQL(
            f"""
DROP POLICY see ON situation_reportseries;
DROP POLICY change ON situation_reportseries;
CREATE POLICY see ON situation_reportseries FOR SELECT TO {APP} USING ({SEE});
CREATE POLICY change ON situation_reportseries FOR UPDATE TO {APP} USING ({SEE}) WITH CHECK ({HERE} AND {ROLE});
""",
            migrations.RunSQL.noop,
        ),
    ]
