"""Asking for repeats across agencies: the lawful minimum, and of a sealed matter nothing to who does not read it."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, definer

# Hashes so common that looking them up would read a part of the table: the planner's own statistics know them. The view
# pg_stats shows them to the owner of the table alone, so this function stays with the owner.
COMMON = f"""
CREATE FUNCTION tiepdan.common_hashes() RETURNS integer[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(e.hash), '{{}}') FROM pg_stats s, pg_class c,
    unnest(s.most_common_elems::text::integer[], s.most_common_elem_freqs[1:cardinality(s.most_common_elems::text::integer[])])
      AS e(hash, freq)
   WHERE s.schemaname = 'public' AND s.tablename = 'duplicates_sketch' AND s.attname = 'hashes'
     AND c.oid = 'public.duplicates_sketch'::regclass AND e.freq * greatest(c.reltuples, 1) > 200;
$$;
REVOKE ALL ON FUNCTION tiepdan.common_hashes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tiepdan.common_hashes() TO {READER};
"""

# Only papers that tell where a submission went are named; they were sent to the citizen who brings the same text again.
FIND = """
CREATE FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[],
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
    (SELECT k.* FROM duplicates_sketch k WHERE k.hashes && probe LIMIT 3000)
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

CREATE FUNCTION tiepdan.root_matter(p_matter bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH RECURSIVE up(id, same_as_id, step) AS (
    SELECT id, same_as_id, 0 FROM matters_matter WHERE id = p_matter
    UNION ALL SELECT m.id, m.same_as_id, step + 1 FROM up JOIN matters_matter m ON m.id = up.same_as_id WHERE step < 20)
  SELECT id FROM up ORDER BY step DESC LIMIT 1;
$$;

CREATE FUNCTION tiepdan.compare_sketches(p_submission bigint, p_earlier bigint) RETURNS TABLE (root_matter bigint,
  shared integer, mine integer, theirs integer, same_decision boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT 1 FROM submissions_submission s WHERE s.id = p_submission AND tiepdan.reads(s.matter_id)) THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT tiepdan.root_matter(m.id), n.shared, n.mine, n.theirs, coalesce(x.attacked_hash = y.attacked_hash, false)
    FROM submissions_submission s
    JOIN matters_matter m ON m.id = s.matter_id
    LEFT JOIN duplicates_sketch x ON x.submission_id = p_submission
    LEFT JOIN duplicates_sketch y ON y.submission_id = p_earlier,
    LATERAL (SELECT least(
        CASE WHEN x.size > cardinality(x.hashes) THEN x.hashes[cardinality(x.hashes)] ELSE 2147483647 END,
        CASE WHEN y.size > cardinality(y.hashes) THEN y.hashes[cardinality(y.hashes)] ELSE 2147483647 END) AS top) AS t,
    LATERAL (SELECT (SELECT count(*) FROM unnest(x.hashes) AS a(hash) WHERE a.hash <= t.top)::integer AS mine,
                    (SELECT count(*) FROM unnest(y.hashes) AS b(hash) WHERE b.hash <= t.top)::integer AS theirs,
                    (SELECT count(*) FROM unnest(y.hashes) AS b(hash) WHERE b.hash <= t.top AND b.hash = ANY (x.hashes))::integer
                      AS shared) AS n
   WHERE s.id = p_earlier AND s.status <> 'voided' AND s.id <> p_submission
     AND (tiepdan.reads(s.matter_id) OR (NOT m.sealed AND (n.shared > 0 OR x.attacked_hash = y.attacked_hash)));
END $$;

CREATE FUNCTION tiepdan.put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_matter bigint;
BEGIN
  SELECT matter_id INTO v_matter FROM submissions_submission WHERE id = p_submission;
  IF v_matter IS NULL OR NOT tiepdan.reads(v_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_hashes IS NULL THEN
    DELETE FROM duplicates_sketch WHERE submission_id = p_submission;
    RETURN false;
  END IF;
  INSERT INTO duplicates_sketch (submission_id, matter_id, hashes, size, attacked_hash)
    VALUES (p_submission, v_matter, p_hashes, p_size, p_attacked)
    ON CONFLICT (submission_id) DO UPDATE SET hashes = excluded.hashes, size = excluded.size,
      attacked_hash = excluded.attacked_hash, matter_id = excluded.matter_id;
  RETURN true;
END $$;
"""


class Migration(migrations.Migration):
    """The functions."""

    dependencies = [("duplicates", "0002_rights"), ("documents", "0002_rights")]
    operations = [
        migrations.RunSQL(f"GRANT DELETE ON duplicates_sketch TO {READER};", migrations.RunSQL.noop),
        migrations.RunSQL(COMMON, migrations.RunSQL.noop),
        definer(
            FIND,
            "tiepdan.find_repeats(integer[], integer, integer, bytea[], bigint, integer)",
            "tiepdan.root_matter(bigint)",
            "tiepdan.compare_sketches(bigint, bigint)",
            "tiepdan.put_sketch(bigint, integer[], integer, integer)",
        ),
    ]
