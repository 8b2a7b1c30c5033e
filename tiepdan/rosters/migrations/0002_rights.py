"""Row-level security of rosters: the own agency, and whoever serves in the task force, wherever they work."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

SERVES = """
CREATE FUNCTION tiepdan.serves(p_force bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_member m WHERE m.force_id = p_force AND m.left_on IS NULL
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;

-- A calendar program has no login: the secret in its address says whose published shifts it may read.
CREATE FUNCTION tiepdan.duty_feed(p_hash text, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (duty_id bigint, starts_at timestamptz, ends_at timestamptz, standby boolean, shift text, post text,
  setup jsonb, title text, force text, roster text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.starts_at, d.ends_at, d.standby, d.shift, d.post, r.setup, r.title, t.name, r.code
    FROM rosters_calendarfeed f
    JOIN accounts_user u ON u.id = f.user_id AND u.is_active
    JOIN rosters_member m ON m.user_id = f.user_id AND m.left_on IS NULL
    JOIN rosters_dutyshift d ON d.member_id = m.id AND d.published
    JOIN rosters_roster r ON r.id = d.roster_id
    JOIN rosters_taskforce t ON t.id = r.force_id
   WHERE f.token_hash = p_hash AND f.revoked_at IS NULL AND d.starts_at >= p_from AND d.starts_at < p_until
   ORDER BY d.starts_at LIMIT 2000;
$$;

CREATE FUNCTION tiepdan.feed_known(p_hash text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_calendarfeed f JOIN accounts_user u ON u.id = f.user_id AND u.is_active
    WHERE f.token_hash = p_hash AND f.revoked_at IS NULL);
$$;
"""

HERE = "agency_path = current_setting('tiepdan.path', true)"
ROLE = "current_setting('tiepdan.role', true) IN ('coordinator', 'head', 'deputy', 'records_clerk', 'system')"
FORCE = "EXISTS (SELECT 1 FROM rosters_taskforce t WHERE t.id = force_id)"
OWN_FORCE = f"EXISTS (SELECT 1 FROM rosters_taskforce t WHERE t.id = force_id AND t.{HERE}) AND {ROLE}"
ROSTER = "EXISTS (SELECT 1 FROM rosters_roster r WHERE r.id = roster_id)"
OWN_ROSTER = f"EXISTS (SELECT 1 FROM rosters_roster r WHERE r.id = roster_id AND r.{HERE}) AND {ROLE}"
MINE = "user_id = nullif(current_setting('tiepdan.user', true), '')::bigint"
TABLES = "taskforce", "member", "roster", "dutyshift", "calendarfeed"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("rosters", "0001_initial"), ("accounts", "0002_enter"), ("audit", "0002_chain")]
    operations = [
        migrations.RunSQL(
            f"GRANT SELECT ON {', '.join(f'rosters_{name}' for name in TABLES)} TO {READER};", migrations.RunSQL.noop
        ),
        definer(
            SERVES,
            "tiepdan.serves(bigint)",
            "tiepdan.duty_feed(text, timestamptz, timestamptz)",
            "tiepdan.feed_known(text)",
        ),
        protect("rosters_taskforce", see=f"{HERE} OR tiepdan.serves(id)", add=f"{HERE} AND {ROLE}"),
        protect("rosters_member", see=FORCE, add=OWN_FORCE),
        protect("rosters_roster", see=f"{HERE} OR tiepdan.serves(force_id)", add=f"{HERE} AND {ROLE}"),
        protect("rosters_solving", see=ROSTER, delete=True),
        protect("rosters_wish", see=ROSTER, delete=True),
        protect("rosters_dutyshift", see=ROSTER, add=OWN_ROSTER, change=ROSTER, delete=True),
        protect("rosters_swap", see="EXISTS (SELECT 1 FROM rosters_dutyshift d WHERE d.id = duty_id)"),
        protect("rosters_handover", see=ROSTER),
        protect("rosters_calendarfeed", see=MINE),
        protect("rosters_allowancerate", see=HERE, add=f"{HERE} AND {ROLE}"),
        *(
            audited(f"rosters_{name}")
            for name in (
                "taskforce", "member", "roster", "wish", "dutyshift", "swap", "handover", "calendarfeed", "allowancerate",
            )
        ),
    ]  # fmt: skip
