"""Index the twelve smallest hashes of a sketch instead of all sixty-four: a fifth of the size, and as good at finding."""

import django.contrib.postgres.indexes
from django.db import migrations, models

# Like the function before it but for what it probes: hashes[1:12], as the index has it.
FIND = """
CREATE OR REPLACE FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[],
  p_skip bigint, p_limit integer) RETURNS TABLE (submission_id bigint, readable boolean, code text, agency_name text,
  received_on date, status text, kind text, shared integer, mine integer, theirs integer, same_author boolean,
  same_decision boolean, letter_number integer, letter_symbol text, letter_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  probe integer[];
  v_end integer := CASE WHEN p_size > cardinality(p_hashes) THEN p_hashes[cardinality(p_hashes)] ELSE 2147483647 END;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') NOT IN ('office', 'assigned', 'service') THEN RETURN; END IF;
  SELECT array_agg(rare.hash) INTO probe
    FROM (SELECT t.hash FROM unnest(p_hashes) AS t(hash) WHERE t.hash <> ALL (tiepdan.common_hashes())
           ORDER BY t.hash LIMIT 24) AS rare;
  RETURN QUERY
  WITH near AS (
    (SELECT k.* FROM duplicates_sketch k WHERE k.hashes[1:12] && probe LIMIT 3000)
    UNION
    (SELECT k.* FROM duplicates_sketch k WHERE k.attacked_hash = p_attacked ORDER BY k.id DESC LIMIT 100)
  ), counted AS (
    SELECT k.submission_id, k.matter_id, coalesce(k.attacked_hash = p_attacked, false) AS same_decision, n.mine, n.theirs, n.shared
      FROM near k,
      LATERAL (SELECT least(v_end, CASE WHEN k.size > cardinality(k.hashes) THEN k.hashes[cardinality(k.hashes)]
                                        ELSE 2147483647 END) AS top) AS t,
      LATERAL (SELECT (SELECT count(*) FROM unnest(p_hashes) AS a(hash) WHERE a.hash <= t.top)::integer AS mine,
                      (SELECT count(*) FROM unnest(k.hashes) AS b(hash) WHERE b.hash <= t.top)::integer AS theirs,
                      (SELECT count(*) FROM unnest(k.hashes) AS b(hash) WHERE b.hash <= t.top AND b.hash = ANY (p_hashes))::integer
                        AS shared) AS n
     WHERE k.submission_id IS DISTINCT FROM p_skip
  ), judged AS (
    SELECT c.*, m.sealed, tiepdan.reads(c.matter_id) AS readable,
           EXISTS (SELECT 1 FROM submissions_party p WHERE p.submission_id = c.submission_id
                     AND p.number_hash = ANY (p_authors)) AS same_author
      FROM (SELECT * FROM counted WHERE same_decision OR shared > 0
             ORDER BY shared::real / greatest(least(mine, theirs), 1) DESC, submission_id DESC LIMIT 100) AS c
      JOIN matters_matter m ON m.id = c.matter_id
  )
  SELECT j.submission_id, j.readable, CASE WHEN j.readable THEN s.code::text END, a.name::text, s.received_on, s.status::text,
         s.kind::text, j.shared, j.mine, j.theirs, j.same_author, j.same_decision, l.number, l.symbol::text, l.dated_on
    FROM judged j
    JOIN submissions_submission s ON s.id = j.submission_id
    JOIN agencies_agency a ON a.id = s.agency_id
    LEFT JOIN LATERAL (
      SELECT p.number, p.symbol, p.dated_on FROM documents_paper p
       WHERE p.matter_id = j.matter_id AND p.status = 'issued'
         AND p.form_key IN ('TT05-2021/02', 'TT05-2021/03', 'XLD-2014/04', 'XLD-2014/06', 'house/forward-petition-feedback')
       ORDER BY p.dated_on DESC, p.id DESC LIMIT 1) AS l ON true
   WHERE (j.readable OR NOT j.sealed) AND s.status <> 'voided'
   ORDER BY j.shared::real / greatest(least(j.mine, j.theirs), 1) DESC, j.same_decision DESC, s.received_on DESC, s.id DESC
   LIMIT p_limit;
END $$;
"""


class Migration(migrations.Migration):
    """A leaner index."""

    dependencies = [("duplicates", "0003_find_repeats")]
    operations = [
        migrations.AddIndex(
            model_name="sketch",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("hashes")[0:12], name="sketch_smallest", fastupdate=False
            ),
        ),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="sketch", name="sketch_hashes"),
    ]
