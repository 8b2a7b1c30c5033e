"""Row-level security: what a line, what content is, and the few functions that must cross agencies."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP, NOBODY, READER, audited, content, definer, protect

RIGHTS = """
CREATE FUNCTION tiepdan.is_excluded(p_matter bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM matters_exclusion e WHERE e.matter_id = p_matter
    AND (e.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
      OR (e.agency_path <> '' AND starts_with(coalesce(current_setting('tiepdan.path', true), ''), e.agency_path))));
$$;

-- Exclusions concern sealed matters: being denounced takes nothing away from what is open to the office.
CREATE FUNCTION tiepdan.is_kept_out(p_matter bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM matters_matter m WHERE m.id = p_matter AND m.sealed) AND tiepdan.is_excluded(p_matter);
$$;

CREATE FUNCTION tiepdan.is_assigned(p_matter bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM matters_assignment a WHERE a.matter_id = p_matter AND a.ends_at IS NULL
    AND a.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
    AND a.agency_id = nullif(current_setting('tiepdan.agency', true), '')::bigint);
$$;

CREATE FUNCTION tiepdan.reads(p_matter bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  seen text := current_setting('tiepdan.sight', true);
  m record;
  line record;
BEGIN
  IF p_matter IS NULL OR coalesce(seen, '') IN ('', 'none') THEN RETURN false; END IF;
  IF seen = 'portal' THEN RETURN p_matter = current_setting('tiepdan.matter')::bigint; END IF;
  SELECT sealed, created_by INTO m FROM matters_matter WHERE id = p_matter;
  IF NOT FOUND OR (m.sealed AND tiepdan.is_excluded(p_matter)) THEN RETURN false; END IF;
  IF tiepdan.is_assigned(p_matter) THEN RETURN true; END IF;
  IF seen = 'assigned' THEN RETURN false; END IF;
  SELECT capacity INTO line FROM matters_participation
   WHERE matter_id = p_matter AND agency_path >= current_setting('tiepdan.lo') AND agency_path < current_setting('tiepdan.hi')
   LIMIT 1;
  IF NOT FOUND THEN RETURN false; END IF;
  IF NOT m.sealed THEN RETURN true; END IF;
  RETURN seen = 'office' AND line.capacity <> 'passed_on'
     AND (current_setting('tiepdan.role') = 'head' OR m.created_by = current_setting('tiepdan.user')::bigint);
END $$;

-- Oversight reads and urges; content it writes only where it is itself assigned.
CREATE FUNCTION tiepdan.writes(p_matter bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  RETURN tiepdan.reads(p_matter)
     AND (current_setting('tiepdan.sight', true) <> 'oversight' OR tiepdan.is_assigned(p_matter));
END $$;
"""

ACROSS = """
CREATE FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text,
  p_received date, p_people integer, p_field text, p_at timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_id bigint;
  v_path text;
  seen text := current_setting('tiepdan.sight', true);
BEGIN
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF NOT ((seen = 'office' AND v_path = current_setting('tiepdan.path'))
       OR (seen = 'portal' AND current_setting('tiepdan.matter') = '0')) THEN
    RAISE EXCEPTION 'a matter is opened at the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_matter (kind, sealed, agency_id, created_by, created_at)
    VALUES (p_kind, p_sealed, p_agency, current_setting('tiepdan.user')::bigint, p_at) RETURNING id INTO v_id;
  INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
      state, people, received_on)
    VALUES (v_id, p_agency, v_path, 'received', p_sealed, p_code, p_kind, p_title, p_field, 'received', p_people, p_received);
  IF seen = 'portal' THEN PERFORM set_config('tiepdan.matter', v_id::text, true); END IF;
  RETURN v_id;
END $$;

CREATE FUNCTION tiepdan.join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_id bigint;
BEGIN
  IF NOT tiepdan.reads(p_matter) OR current_setting('tiepdan.sight') IN ('portal', 'oversight') THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
      state, people, received_on)
    SELECT p.matter_id, a.id, a.path, p_capacity, p.sealed, p.code, p.kind, p.title, p.field_code, 'received', p.people,
           p_received
      FROM matters_participation p, agencies_agency a WHERE p.matter_id = p_matter AND a.id = p_agency ORDER BY p.id LIMIT 1
    ON CONFLICT (matter_id, agency_id) DO UPDATE SET capacity = excluded.capacity, received_on = excluded.received_on,
      state = excluded.state, closed_on = NULL
    RETURNING id INTO v_id;
  RETURN v_id;
END $$;

CREATE FUNCTION tiepdan.tell_lines(p_matter bigint, p_state text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT tiepdan.reads(p_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_participation SET state = p_state
   WHERE matter_id = p_matter AND capacity IN ('passed_on', 'assisting', 'urging')
     AND agency_id <> current_setting('tiepdan.agency')::bigint;
END $$;

CREATE FUNCTION tiepdan.notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint,
  p_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') = '' THEN
    RAISE EXCEPTION 'nobody acts' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_notice (agency_id, agency_path, user_id, role, kind, code, matter_id, made_at)
    SELECT p_agency, path, p_user, p_role, p_kind, p_code, p_matter, p_at FROM agencies_agency WHERE id = p_agency;
END $$;
"""

IN_SCOPE = "agency_path >= current_setting('tiepdan.lo', true) AND agency_path < current_setting('tiepdan.hi', true)"
SIGHT = "current_setting('tiepdan.sight', true)"
AT_PORTAL = f"({SIGHT} = 'portal' AND matter_id = nullif(current_setting('tiepdan.matter', true), '')::bigint)"
LINE = (
    f"({IN_SCOPE} AND NOT (sealed AND tiepdan.is_excluded(matter_id)) AND ({SIGHT} IN ('office', 'oversight', 'service')"
    f" OR ({SIGHT} = 'assigned' AND tiepdan.is_assigned(matter_id)))) OR {AT_PORTAL}"
)
OWN_LINE = (
    "EXISTS (SELECT 1 FROM matters_participation line WHERE line.matter_id = {table}.matter_id"
    " AND line.agency_id = {table}.agency_id)"
)
MINE = "user_id = nullif(current_setting('tiepdan.user', true), '')::bigint"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("matters", "0001_initial"), ("accounts", "0002_enter"), ("audit", "0002_chain")]
    operations = [
        # First the grants and policies that let the reader's functions work, then the functions, then what uses them.
        migrations.RunSQL(
            f"GRANT SELECT ON matters_matter, matters_participation, matters_assignment, matters_exclusion TO {READER};"
            f" GRANT INSERT ON matters_notice TO {READER};",
            migrations.RunSQL.noop,
        ),
        definer(
            RIGHTS,
            "tiepdan.is_excluded(bigint)",
            "tiepdan.is_kept_out(bigint)",
            "tiepdan.is_assigned(bigint)",
            "tiepdan.reads(bigint)",
            "tiepdan.writes(bigint)",
        ),
        definer(
            ACROSS,
            "tiepdan.open_matter(bigint, text, boolean, text, text, date, integer, text, timestamptz)",
            "tiepdan.join_matter(bigint, bigint, text, date)",
            "tiepdan.tell_lines(bigint, text)",
            "tiepdan.notify(bigint, bigint, text, text, text, bigint, timestamptz)",
        ),
        # Matters and lines are added by the functions above alone: a line of one's own would open the matter. For the same
        # reason a line keeps its matter and its agency, and becomes again a line that works only for who reads the matter.
        protect("matters_matter", see="tiepdan.reads(id)", add=NOBODY, change="tiepdan.writes(id)"),
        protect(
            "matters_participation",
            see=LINE,
            add=NOBODY,
            change=f"{SIGHT} <> 'oversight' AND (capacity = 'passed_on' OR tiepdan.reads(matter_id))",
        ),
        migrations.RunSQL(
            f"REVOKE UPDATE ON matters_participation FROM {APP};"
            f" GRANT UPDATE (capacity, kind, title, field_code, state, register_number, people, received_on, due_on,"
            f" handler_id, closed_on) ON matters_participation TO {APP};",
            migrations.RunSQL.noop,
        ),
        content("matters_assignment"),
        content("matters_exclusion"),
        protect(
            "matters_clock",
            see=f"{OWN_LINE.format(table='matters_clock')} OR {AT_PORTAL}",
            add="tiepdan.writes(matter_id)",
        ),
        protect(
            "matters_notice",
            see=f"({MINE} OR (user_id IS NULL AND agency_path = current_setting('tiepdan.path', true)"
            " AND role = current_setting('tiepdan.role', true))) AND NOT tiepdan.is_kept_out(matter_id)",
            add=NOBODY,
        ),
        migrations.RunSQL(
            "ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;"
            f"CREATE POLICY reader ON audit_entry TO {READER} USING (true) WITH CHECK (true);"
            f"CREATE POLICY add ON audit_entry FOR INSERT TO {APP} WITH CHECK (true);"
            f"CREATE POLICY see ON audit_entry FOR SELECT TO {APP} USING (tiepdan.reads(matter_id) OR (matter_id IS NULL"
            f" AND {IN_SCOPE} AND current_setting('tiepdan.role', true) IN ('head', 'administrator', 'oversight')));",
            migrations.RunSQL.noop,
        ),
        audited("matters_matter"),
        audited("matters_assignment"),
    ]
