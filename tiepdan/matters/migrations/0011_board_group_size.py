"""Boards count groups from the number that the caller read in the rules (LI-13), and read once who is kept out of what.

The function of the release before stays for its web machines that still run.
"""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

# As tiepdan.is_excluded says it, for all matters at once.
KEPT_OUT = """(SELECT e.matter_id FROM matters_exclusion e
    WHERE e.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
       OR (e.agency_path <> '' AND starts_with(coalesce(current_setting('tiepdan.path', true), ''), e.agency_path)))"""

BOARDS = f"""
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
       AND NOT (p.sealed AND p.matter_id IN {KEPT_OUT})
     GROUP BY p.agency_id;
END $$;

-- What row-level security shows of the own office's lines, counted: never a matter, never a title.
CREATE OR REPLACE FUNCTION tiepdan.board_of_handlers(p_on date, p_soon date, p_large integer)
RETURNS TABLE (handler_id bigint, open bigint, soon bigint, late bigint, large bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  office text := current_setting('tiepdan.path', true);
BEGIN
  IF coalesce(current_setting('tiepdan.role', true), '') NOT IN ('head', 'deputy') OR coalesce(office, '') = '' THEN
    RAISE EXCEPTION 'counts are for those who lead the office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT p.handler_id, count(*), count(*) FILTER (WHERE p.due_on BETWEEN p_on AND p_soon),
           count(*) FILTER (WHERE p.due_on < p_on), count(*) FILTER (WHERE p.people >= p_large)
      FROM matters_participation p
     WHERE p.agency_path = office AND p.closed_on IS NULL AND p.capacity NOT IN ('passed_on', 'urging')
       AND NOT (p.sealed AND p.matter_id IN {KEPT_OUT})
     GROUP BY p.handler_id;
END $$;
"""


class Migration(migrations.Migration):
    """The functions."""

    dependencies = [("matters", "0010_read_sooner")]
    operations = [
        definer(
            BOARDS,
            "tiepdan.board(text, text, date, date, integer)",
            "tiepdan.board_of_handlers(date, date, integer)",
        ),
    ]
