"""The board counts groups from the number of people that the caller read in the rules (LI-13).

The function of the release before stays for its web machines that still run.
"""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

BOARD = """
CREATE OR REPLACE FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer)
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
           count(*) FILTER (WHERE p.due_on < p_on), count(*) FILTER (WHERE p.people >= p_large),
           min(p.due_on) FILTER (WHERE p.due_on < p_on)
      FROM matters_participation p
     WHERE p.agency_path >= p_lo AND p.agency_path < p_hi AND p.closed_on IS NULL
       AND p.capacity NOT IN ('passed_on', 'urging')
       AND NOT (p.sealed AND tiepdan.is_excluded(p.matter_id))
     GROUP BY p.agency_id;
END $$;
"""


class Migration(migrations.Migration):
    """The number is an argument."""

    dependencies = [("matters", "0010_read_sooner")]
    operations = [
        definer(BOARD, "tiepdan.board(text, text, date, date, integer)"),
    ]
