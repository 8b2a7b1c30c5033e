"""Words that stand in very many texts are looked for from the newest line of the office on, not in the whole country."""

from __future__ import annotations

from django.db import migrations

from tiepdan.infra.rowlevel import definer

FIND = """
-- The lines of the own office from the newest on, until enough were found. Sorting and collecting are switched off, because
-- the planner does not know what the settings hold and would read all lines first.
CREATE FUNCTION tiepdan.find_newest_words(p_query tsquery, p_limit integer) RETURNS TABLE (matter_id bigint, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET enable_sort = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  SELECT n.matter_id, ts_rank(n.words, p_query)
    FROM (SELECT l.matter_id, s.words
            FROM matters_participation l JOIN submissions_searchtext s ON s.matter_id = l.matter_id
           WHERE l.agency_path = current_setting('tiepdan.path') AND s.words @@ p_query
           ORDER BY l.received_on DESC, l.id DESC OFFSET 0) AS n  -- OFFSET 0: the right is asked of what was found only
   WHERE tiepdan.reads(n.matter_id) LIMIT p_limit;
$$;

CREATE OR REPLACE FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) RETURNS TABLE (matter_id bigint, rank real)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  seen text := coalesce(current_setting('tiepdan.sight', true), '');
  plan json;
BEGIN
  IF seen = 'assigned' THEN  -- who sees only what is assigned: those few texts
    RETURN QUERY SELECT s.matter_id, ts_rank(s.words, p_query) AS r FROM submissions_searchtext s
     WHERE s.matter_id IN (SELECT a.matter_id FROM matters_assignment a WHERE a.ends_at IS NULL
                              AND a.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint)
       AND s.words @@ p_query AND tiepdan.reads(s.matter_id) ORDER BY r DESC, s.matter_id DESC LIMIT p_limit;
    RETURN;
  END IF;
  IF seen = 'office' THEN
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM submissions_searchtext WHERE words @@ ' || quote_literal(p_query::text)
      || '::tsquery' INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::real > 2000 + 0.01 *
       (SELECT c.reltuples FROM pg_catalog.pg_class c WHERE c.oid = 'submissions_searchtext'::regclass) THEN
      RETURN QUERY SELECT n.matter_id, n.rank FROM tiepdan.find_newest_words(p_query, p_limit) AS n;
      RETURN;
    END IF;
  END IF;
  -- The range of the lines is asked first: it costs a tenth of asking for the right.
  RETURN QUERY SELECT s.matter_id, ts_rank(s.words, p_query) AS r FROM submissions_searchtext s
   WHERE s.words @@ p_query
     AND (seen NOT IN ('office', 'oversight') OR EXISTS (
           SELECT 1 FROM matters_participation l WHERE l.matter_id = s.matter_id
              AND l.agency_path >= current_setting('tiepdan.lo') AND l.agency_path < current_setting('tiepdan.hi')))
     AND tiepdan.reads(s.matter_id) ORDER BY r DESC, s.matter_id DESC LIMIT p_limit;
END $$;
"""

BEFORE = """
DROP FUNCTION tiepdan.find_newest_words(tsquery, integer);
CREATE OR REPLACE FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) RETURNS TABLE (matter_id bigint, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.matter_id, ts_rank(s.words, p_query) AS r FROM submissions_searchtext s
   WHERE s.words @@ p_query AND tiepdan.reads(s.matter_id) ORDER BY r DESC, s.matter_id DESC LIMIT p_limit;
END $$;
"""


class Migration(migrations.Migration):
    """What is found stays the same while fewer than a page's worth are found; of more, the newest."""

    dependencies = [("submissions", "0008_second_stage"), ("matters", "0010_read_sooner")]
    operations = [
        definer(FIND, "tiepdan.find_newest_words(tsquery, integer)"),
        migrations.RunSQL(migrations.RunSQL.noop, BEFORE),
    ]
