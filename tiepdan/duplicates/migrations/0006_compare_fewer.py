"""Texts that came shortly before are looked through first; those are compared whole that share most of the smallest hashes."""

from __future__ import annotations

from django.db import migrations

FIND = """
CREATE OR REPLACE FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[],
  p_skip bigint, p_limit integer) RETURNS TABLE (submission_id bigint, readable boolean, code text, agency_name text,
  received_on date, status text, kind text, shared integer, mine integer, theirs integer, same_author boolean,
  same_decision boolean, letter_number integer, letter_symbol text, letter_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  probe integer[];
  common integer[] := tiepdan.common_hashes();  -- asked once: named in the query it would be asked for each hash
  -- Who writes again mostly does so within the year: what came shortly before is looked through first.
  v_here bigint := coalesce((SELECT id FROM duplicates_sketch WHERE submission_id = p_skip),
                            (SELECT max(id) FROM duplicates_sketch));
  v_near bigint := v_here - 100000;
  v_end integer := CASE WHEN p_size > cardinality(p_hashes) THEN p_hashes[cardinality(p_hashes)] ELSE 2147483647 END;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') NOT IN ('office', 'assigned', 'service') THEN RETURN; END IF;
  SELECT array_agg(rare.hash) INTO probe
    FROM (SELECT t.hash FROM unnest(p_hashes) AS t(hash) WHERE t.hash <> ALL (common)
           ORDER BY t.hash LIMIT 24) AS rare;
  RETURN QUERY
  WITH wide AS MATERIALIZED (
    (SELECT k.* FROM duplicates_sketch k WHERE k.hashes[1:12] && probe AND k.id BETWEEN v_near AND v_here LIMIT 5000)
    UNION ALL
    (SELECT k.* FROM duplicates_sketch k WHERE k.hashes[1:12] && probe AND k.id NOT BETWEEN v_near AND v_here LIMIT 2500)
  ), ranked AS (
    SELECT w.id FROM wide w, LATERAL unnest(w.hashes[1:12]) AS u(hash) JOIN unnest(probe) AS p(hash) USING (hash)
     GROUP BY w.id ORDER BY count(*) DESC, w.id DESC LIMIT 500
  ), near AS (
    -- Phrases that many use bring thousands of texts together; a repeat shares more of the smallest hashes than they do.
    SELECT w.id, w.submission_id, w.matter_id, w.hashes, w.size, w.attacked_hash FROM wide w JOIN ranked USING (id)
  ), same AS (
    SELECT k.id, k.submission_id, k.matter_id, k.hashes, k.size, k.attacked_hash
      FROM duplicates_sketch k WHERE k.attacked_hash = p_attacked ORDER BY k.id DESC LIMIT 100
  ), found AS (
    SELECT * FROM near UNION ALL SELECT * FROM same WHERE id NOT IN (SELECT id FROM near)
  ), reach AS (
    -- Of both sketches only hashes up to where the shorter ends can be told apart.
    SELECT k.*, least(v_end, CASE WHEN k.size > cardinality(k.hashes) THEN k.hashes[cardinality(k.hashes)] ELSE 2147483647 END) AS top
      FROM found k WHERE k.submission_id IS DISTINCT FROM p_skip
  ), met AS (
    SELECT r.id, count(*)::integer AS shared
      FROM reach r, LATERAL unnest(r.hashes) AS u(hash) JOIN unnest(p_hashes) AS w(hash) USING (hash)
     WHERE hash <= r.top GROUP BY r.id
  ), counted AS (
    -- Sketches are sorted, so their hashes up to a place are counted by halving.
    SELECT r.submission_id, r.matter_id, coalesce(r.attacked_hash = p_attacked, false) AS same_decision,
           width_bucket(r.top, p_hashes) AS mine, width_bucket(r.top, r.hashes) AS theirs, coalesce(m.shared, 0) AS shared
      FROM reach r LEFT JOIN met m USING (id)
  ), judged AS (
    SELECT c.*, m.sealed, tiepdan.reads(c.matter_id) AS readable,
           EXISTS (SELECT 1 FROM submissions_party p WHERE p.submission_id = c.submission_id
                     AND p.number_hash = ANY (p_authors)) AS same_author
      FROM (SELECT * FROM counted WHERE same_decision OR shared > 0
             ORDER BY shared::real / greatest(least(mine, theirs), 1) DESC, submission_id DESC LIMIT 60) AS c
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
    """More of the true repeats in a country's volume, with less work."""

    dependencies = [("duplicates", "0005_find_sooner")]
    operations = [migrations.RunSQL(FIND, migrations.RunSQL.noop)]
