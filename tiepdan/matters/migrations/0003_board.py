"""Counts by agency for those above it: how much is open, late, large. Never a matter."""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

BOARD = """
CREATE FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date)
RETURNS TABLE (agency_id bigint, open bigint, soon bigint, late bigint, large bigint, oldest_due date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  top text := CASE acting WHEN 'oversight' THEN current_setting('tiepdan.lo', true)
                          ELSE current_setting('tiepdan.path', true) END;
BEGIN
  IF acting NOT IN ('head', 'deputy', 'oversight') OR coalesce(top, '') = ''
     OR NOT starts_with(p_lo, top) OR p_hi COLLATE "C" > (left(top, -1) || '0') COLLATE "C" THEN
    RAISE EXCEPTION 'counts are for those above the agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT p.agency_id, count(*), count(*) FILTER (WHERE p.due_on BETWEEN p_on AND p_soon),
           count(*) FILTER (WHERE p.due_on < p_on), count(*) FILTER (WHERE p.people >= 5),
           min(p.due_on) FILTER (WHERE p.due_on < p_on)
      FROM matters_participation p
     WHERE p.agency_path >= p_lo AND p.agency_path < p_hi AND p.closed_on IS NULL
       AND p.capacity NOT IN ('passed_on', 'urging')
       AND NOT (p.sealed AND tiepdan.is_excluded(p.matter_id))
     GROUP BY p.agency_id;
END $$;
"""

# An administrator sees no matter, but must not end an agency that still has some.
OPEN_LINES = """
CREATE FUNCTION tiepdan.open_lines(p_agency bigint) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v_path text;
BEGIN
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF current_setting('tiepdan.role', true) IS DISTINCT FROM 'administrator'
     OR NOT starts_with(coalesce(v_path, ''), current_setting('tiepdan.path')) THEN
    RAISE EXCEPTION 'counts are for the administrator of the agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN (SELECT count(*) FROM matters_participation WHERE agency_path = v_path AND closed_on IS NULL
    AND capacity NOT IN ('passed_on', 'urging'));
END $$;
"""


class Migration(migrations.Migration):
    """Board."""

    dependencies = [("matters", "0002_rights")]
    operations = [
        definer(BOARD, "tiepdan.board(text, text, date, date)"),
        definer(OPEN_LINES, "tiepdan.open_lines(bigint)"),
    ]
