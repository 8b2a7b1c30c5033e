"""The one function that moves what is open from an agency to those that follow, and the counts before and after."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, definer

# An administrator prepares and sees no matter; the head approves and need not see every one (a sealed matter in which they
# are denounced goes too). So the rows are moved here, for a handover that two people have signed and whose day has come.
# Conflict of interest holds: no matter goes to an agency kept out of it, no opening goes anywhere, and who was kept out with
# the old agency is kept out with the new one.
SUCCEED = """
CREATE FUNCTION tiepdan.succeed(p_handover bigint, p_at timestamptz, p_on date)
RETURNS TABLE (moved_matter bigint, moved_to bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  h record;
  v record;
  t record;
  heir record;
  old bigint;
  own text := coalesce(current_setting('tiepdan.path', true), '');
  kept bigint;
  kept_rows bigint[];
  run bigint[];
  n integer := 0;
BEGIN
  SELECT * INTO h FROM matters_handover WHERE id = p_handover FOR UPDATE;
  IF NOT FOUND OR h.state <> 'approved' OR h.effect_on > p_on OR own = '' OR NOT starts_with(h.agency_path, own)
     OR coalesce(current_setting('tiepdan.role', true), '') NOT IN ('head', 'system') THEN
    RAISE EXCEPTION 'not a handover to be done' USING ERRCODE = 'insufficient_privilege';
  END IF;
  old := h.predecessor_id;
  SELECT a.id, a.path, a.level INTO heir FROM matters_handoverpart p JOIN agencies_agency a ON a.id = p.successor_id
   WHERE p.handover_id = h.id AND p.main;
  FOR v IN SELECT * FROM matters_participation WHERE agency_id = old AND closed_on IS NULL AND capacity <> 'passed_on'
            ORDER BY id FOR UPDATE LOOP
    SELECT a.id, a.path INTO t FROM agencies_agency a
     WHERE a.id = coalesce((SELECT m.to_agency_id FROM matters_move m JOIN matters_handoverpart p
                              ON p.handover_id = m.handover_id AND p.successor_id = m.to_agency_id
                             WHERE m.handover_id = h.id AND m.matter_id = v.matter_id), heir.id);
    -- Kept out of it: then the nearest agency above the old one that is not.
    IF EXISTS (SELECT 1 FROM matters_exclusion e WHERE e.matter_id = v.matter_id AND e.agency_path <> ''
                  AND starts_with(t.path, e.agency_path)) THEN
      SELECT a.id, a.path INTO t FROM agencies_agency a
       WHERE starts_with(h.agency_path, a.path) AND a.id <> old AND NOT EXISTS (SELECT 1 FROM matters_exclusion e
         WHERE e.matter_id = v.matter_id AND e.agency_path <> '' AND starts_with(a.path, e.agency_path))
       ORDER BY length(a.path) DESC LIMIT 1;
      IF NOT FOUND THEN RAISE EXCEPTION 'nobody may take matter %', v.matter_id USING ERRCODE = 'check_violation'; END IF;
    END IF;
    INSERT INTO matters_move (handover_id, matter_id, from_agency_id, to_agency_id, to_path, why, register_number, received_on,
        done)
      VALUES (h.id, v.matter_id, old, t.id, t.path, 'main', v.register_number, v.received_on, true)
      ON CONFLICT (handover_id, matter_id) DO UPDATE SET to_agency_id = t.id, to_path = t.path, done = true,
        register_number = excluded.register_number,
        why = CASE WHEN matters_move.to_agency_id = t.id THEN matters_move.why ELSE 'kept_out' END;
    -- Who is also posted at the new agency goes on with it; the others are released, and its head names somebody.
    kept := (SELECT p.user_id FROM accounts_post p WHERE p.user_id = v.handler_id AND p.agency_id = t.id
              AND p.starts_on <= greatest(p_on, h.effect_on) AND (p.ends_before IS NULL OR p.ends_before > p_on) LIMIT 1);
    INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
        state, people, received_on, due_on, handler_id)
      VALUES (v.matter_id, t.id, t.path, v.capacity, v.sealed, v.code, v.kind, v.title, v.field_code, v.state, v.people,
        v.received_on, v.due_on, kept)
      ON CONFLICT (matter_id, agency_id) DO UPDATE SET state = excluded.state, closed_on = NULL,
        capacity = CASE WHEN matters_participation.capacity = 'settling' THEN 'settling' ELSE excluded.capacity END,
        due_on = least(matters_participation.due_on, excluded.due_on),
        handler_id = coalesce(matters_participation.handler_id, excluded.handler_id);
    UPDATE matters_participation SET capacity = 'passed_on', closed_on = greatest(h.effect_on, v.received_on), due_on = NULL,
      handler_id = NULL WHERE id = v.id;
    UPDATE matters_clock SET agency_id = t.id, agency_path = t.path
     WHERE matter_id = v.matter_id AND agency_id = old AND status IN ('open', 'paused');
    kept_rows := ARRAY(SELECT a.id FROM matters_assignment a JOIN accounts_post p ON p.user_id = a.user_id AND p.agency_id = t.id
       AND p.starts_on <= greatest(p_on, h.effect_on) AND (p.ends_before IS NULL OR p.ends_before > p_on)
     WHERE a.matter_id = v.matter_id AND a.agency_id = old AND a.ends_at IS NULL);
    UPDATE matters_assignment SET ends_at = p_at WHERE matter_id = v.matter_id AND agency_id = old AND ends_at IS NULL;
    INSERT INTO matters_assignment (matter_id, user_id, agency_id, duty, starts_at)
      SELECT DISTINCT matter_id, user_id, t.id, duty, p_at FROM matters_assignment WHERE id = ANY (kept_rows)
      ON CONFLICT DO NOTHING;
    UPDATE submissions_opening SET ends_at = p_at
     WHERE matter_id = v.matter_id AND agency_path = h.agency_path AND status IN ('granted', 'used') AND ends_at > p_at;
    UPDATE submissions_opening SET status = 'denied', decided_at = p_at
     WHERE matter_id = v.matter_id AND agency_path = h.agency_path AND status = 'asked';
    UPDATE matters_matter SET agency_id = t.id WHERE id = v.matter_id AND agency_id = old;
    UPDATE submissions_submission SET agency_id = t.id WHERE matter_id = v.matter_id AND agency_id = old;
    UPDATE cases_case SET agency_id = t.id,
      handler_id = (SELECT a.user_id FROM matters_assignment a WHERE a.matter_id = v.matter_id AND a.agency_id = t.id
                     AND a.user_id = handler_id AND a.ends_at IS NULL LIMIT 1),
      leader_id = (SELECT a.user_id FROM matters_assignment a WHERE a.matter_id = v.matter_id AND a.agency_id = t.id
                     AND a.user_id = leader_id AND a.ends_at IS NULL LIMIT 1),
      superior_id = nullif(superior_id, t.id)
     WHERE matter_id = v.matter_id AND agency_id = old AND closed_on IS NULL;
    UPDATE cases_case SET superior_id = nullif(t.id, agency_id)
     WHERE matter_id = v.matter_id AND superior_id = old AND closed_on IS NULL;
    UPDATE cases_urging SET to_agency_id = t.id WHERE matter_id = v.matter_id AND to_agency_id = old AND answered_on IS NULL;
    UPDATE routing_proposal SET agency_id = t.id WHERE matter_id = v.matter_id AND agency_id = old AND approved IS NULL;
    UPDATE routing_transfer SET to_agency_id = t.id
     WHERE matter_id = v.matter_id AND to_agency_id = old AND taken_on IS NULL AND from_agency_id <> t.id;
    UPDATE routing_transfer SET taken_on = h.effect_on
     WHERE matter_id = v.matter_id AND to_agency_id = old AND taken_on IS NULL AND from_agency_id = t.id;
    UPDATE documents_paper SET agency_id = t.id, agency_path = t.path, template_id = NULL
     WHERE matter_id = v.matter_id AND agency_id = old AND status IN ('draft', 'submitted', 'reviewed', 'approved');
    n := n + 1;
    moved_matter := v.matter_id;
    moved_to := t.id;
    RETURN NEXT;
  END LOOP;
  INSERT INTO matters_exclusion (matter_id, agency_path, reason)
    SELECT DISTINCT e.matter_id, p.successor_path, e.reason FROM matters_exclusion e
      JOIN matters_handoverpart p ON p.handover_id = h.id AND NOT starts_with(h.agency_path, p.successor_path)
     WHERE e.agency_path = h.agency_path
       AND NOT EXISTS (SELECT 1 FROM matters_participation l WHERE l.matter_id = e.matter_id AND l.agency_id = p.successor_id)
       AND NOT EXISTS (SELECT 1 FROM matters_exclusion k WHERE k.matter_id = e.matter_id AND k.agency_path = p.successor_path);
  -- What hangs on no matter goes to the main one: tasks and reports owed, plans coordinated, requests and letters.
  UPDATE plans_taskagency l SET status = 'released', reason = 'Cơ quan đã bàn giao', answered_at = p_at
   WHERE l.agency_id = old AND l.status IN ('given', 'accepted', 'objected')
     AND EXISTS (SELECT 1 FROM plans_taskagency o WHERE o.task_id = l.task_id AND o.agency_id = heir.id);
  UPDATE plans_progress g SET agency_path = heir.path FROM plans_taskagency l
   WHERE l.id = g.line_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_evidence e SET agency_path = heir.path FROM plans_progress g JOIN plans_taskagency l ON l.id = g.line_id
   WHERE g.id = e.progress_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_obstacle o SET agency_path = heir.path FROM plans_taskagency l
   WHERE l.id = o.line_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_taskurging u SET agency_path = heir.path FROM plans_taskagency l
   WHERE l.id = u.line_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_taskagency SET agency_id = heir.id, agency_path = heir.path
   WHERE agency_id = old AND status IN ('given', 'accepted', 'objected');
  UPDATE plans_report r SET agency_id = heir.id, agency_path = heir.path
   WHERE r.agency_id = old AND r.status IN ('due', 'returned') AND NOT EXISTS (SELECT 1 FROM plans_report o
     WHERE o.duty_id = r.duty_id AND o.agency_id = heir.id AND o.starts_on = r.starts_on);
  UPDATE plans_obstacle SET via_id = heir.id, via_path = heir.path WHERE via_path = h.agency_path AND status = 'told';
  UPDATE plans_obstacle SET to_id = heir.id, to_path = heir.path WHERE to_path = h.agency_path AND answered_at IS NULL;
  UPDATE plans_report SET via_path = heir.path WHERE via_path = h.agency_path AND received_at IS NULL;
  UPDATE plans_report SET to_path = heir.path WHERE to_path = h.agency_path AND received_at IS NULL;
  UPDATE plans_reportduty SET via_path = heir.path WHERE via_path = h.agency_path AND ended_at IS NULL;
  UPDATE plans_reportduty SET to_path = heir.path WHERE to_path = h.agency_path AND ended_at IS NULL;
  UPDATE plans_reportduty SET agencies = (SELECT jsonb_agg(DISTINCT CASE WHEN one = to_jsonb(old) THEN to_jsonb(heir.id) ELSE one END)
      FROM jsonb_array_elements(agencies) AS one) WHERE agencies @> to_jsonb(old) AND ended_at IS NULL;
  run := ARRAY(SELECT id FROM plans_plan WHERE agency_id = old AND closed_at IS NULL);
  IF cardinality(run) > 0 THEN
    UPDATE plans_progress g SET coordinator_path = heir.path FROM plans_taskagency l WHERE l.id = g.line_id AND l.plan_id = ANY (run);
    UPDATE plans_evidence e SET coordinator_path = heir.path FROM plans_progress g JOIN plans_taskagency l ON l.id = g.line_id
     WHERE g.id = e.progress_id AND l.plan_id = ANY (run);
    UPDATE plans_obstacle o SET coordinator_path = heir.path FROM plans_taskagency l WHERE l.id = o.line_id AND l.plan_id = ANY (run);
    UPDATE plans_taskurging u SET coordinator_path = heir.path FROM plans_taskagency l WHERE l.id = u.line_id AND l.plan_id = ANY (run);
    UPDATE plans_registerentry r SET coordinator_path = heir.path FROM plans_task k WHERE k.id = r.task_id AND k.plan_id = ANY (run);
    UPDATE plans_task SET coordinator_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_taskagency SET coordinator_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_report SET coordinator_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_reportduty SET agency_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_plan SET above_path = heir.path WHERE implements_id = ANY (run);
    UPDATE plans_plan SET agency_id = heir.id, agency_path = heir.path WHERE id = ANY (run);
  END IF;
  UPDATE plans_task SET agency_path = heir.path WHERE agency_path = h.agency_path AND status NOT IN ('done', 'withdrawn');
  UPDATE privacy_datarequest SET agency_id = heir.id, agency_path = heir.path WHERE agency_id = old AND state = 'open';
  UPDATE documents_personalletter SET agency_id = heir.id, agency_path = heir.path WHERE agency_id = old AND state = 'waiting';
  UPDATE cases_obligation SET agency_id = heir.id WHERE agency_id = old AND done_on IS NULL;
  UPDATE matters_handover SET state = 'done', done_at = p_at, moved = n WHERE id = h.id;
END $$;
"""

# Counts of lines in a period, of the own agency, of one that it followed, or of one below: numbers, never a matter. What was
# handed over is counted where it was received, once; at the new agency it is "taken over", so that the sum goes on.
FIGURES = """
CREATE FUNCTION tiepdan.follows(p_agency bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH RECURSIVE heirs(id) AS (
    SELECT p.successor_id FROM matters_handoverpart p JOIN matters_handover h ON h.id = p.handover_id
     WHERE h.predecessor_id = p_agency AND h.state = 'done'
    UNION
    SELECT p.successor_id FROM heirs JOIN matters_handover h ON h.predecessor_id = heirs.id AND h.state = 'done'
      JOIN matters_handoverpart p ON p.handover_id = h.id)
  SELECT EXISTS (SELECT 1 FROM heirs WHERE id = nullif(current_setting('tiepdan.agency', true), '')::bigint);
$$;

CREATE FUNCTION tiepdan.figures_of(p_agency bigint, p_from date, p_until date)
RETURNS TABLE (kind text, open_before bigint, received bigint, taken_over bigint, handed_over bigint, finished bigint,
  open_after bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  top text := CASE acting WHEN 'oversight' THEN current_setting('tiepdan.lo', true)
                          ELSE current_setting('tiepdan.path', true) END;
  v_path text := (SELECT path FROM agencies_agency WHERE id = p_agency);
BEGIN
  IF acting NOT IN ('head', 'deputy', 'oversight', 'reception_officer', 'processing_officer', 'records_clerk')
     OR coalesce(top, '') = '' OR v_path IS NULL
     OR NOT (v_path = top OR (acting IN ('head', 'deputy', 'oversight') AND starts_with(v_path, top))
             OR tiepdan.follows(p_agency)) THEN
    RAISE EXCEPTION 'counts are for the agency, those above it and those that follow' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    WITH line AS (
      SELECT p.kind AS kind, p.received_on, p.closed_on, come.effect_on AS came_on, gone.effect_on AS went_on,
             coalesce(come.effect_on, p.received_on) AS here_on
        FROM matters_participation p
        LEFT JOIN LATERAL (SELECT max(h.effect_on) AS effect_on FROM matters_move m JOIN matters_handover h ON h.id = m.handover_id
           WHERE m.matter_id = p.matter_id AND m.to_agency_id = p.agency_id AND m.done) come ON true
        LEFT JOIN LATERAL (SELECT max(h.effect_on) AS effect_on FROM matters_move m JOIN matters_handover h ON h.id = m.handover_id
           WHERE m.matter_id = p.matter_id AND m.from_agency_id = p.agency_id AND m.done) gone ON true
       WHERE p.agency_path = v_path AND NOT (p.sealed AND tiepdan.is_excluded(p.matter_id))
         AND p.capacity <> 'urging' AND (p.capacity <> 'passed_on' OR p.closed_on IS NOT NULL))
    SELECT l.kind::text,
           count(*) FILTER (WHERE here_on < p_from AND (closed_on IS NULL OR closed_on >= p_from)),
           count(*) FILTER (WHERE came_on IS NULL AND here_on BETWEEN p_from AND p_until),
           count(*) FILTER (WHERE came_on BETWEEN p_from AND p_until),
           count(*) FILTER (WHERE went_on IS NOT NULL AND closed_on BETWEEN p_from AND p_until AND here_on <= p_until),
           count(*) FILTER (WHERE went_on IS NULL AND closed_on BETWEEN p_from AND p_until AND here_on <= p_until),
           count(*) FILTER (WHERE here_on <= p_until AND (closed_on IS NULL OR closed_on > p_until))
      FROM line l GROUP BY l.kind ORDER BY 1;
END $$;

-- The books of an agency that ended are read by who follows it: number, day and what it was, in the words of the line.
CREATE FUNCTION tiepdan.former_numbers(p_agency bigint, p_book text, p_from date, p_until date)
RETURNS TABLE (number integer, given_on date, document_type text, code text, kind text, title text, cancelled text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT tiepdan.follows(p_agency) OR coalesce(current_setting('tiepdan.role', true), '') NOT IN
     ('head', 'deputy', 'reception_officer', 'processing_officer', 'records_clerk') THEN
    RAISE EXCEPTION 'the books are for those that follow' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT n.number, n.given_on, r.document_type::text,
           CASE WHEN tiepdan.reads(n.matter_id) THEN l.code::text ELSE '' END, coalesce(l.kind, '')::text,
           CASE WHEN l.sealed OR l.id IS NULL THEN '' ELSE l.title::text END, n.cancel_reason::text
      FROM documents_registernumber n JOIN documents_register r ON r.id = n.register_id
      LEFT JOIN matters_participation l ON l.matter_id = n.matter_id AND l.agency_id = p_agency
     WHERE r.agency_id = p_agency AND r.book = p_book AND n.given_on BETWEEN p_from AND p_until
       AND (n.matter_id IS NULL OR NOT tiepdan.is_kept_out(n.matter_id))
     ORDER BY n.given_on, r.document_type, n.number LIMIT 5000;
END $$;
"""


class Migration(migrations.Migration):
    """The functions."""

    initial = True
    dependencies = [
        ("matters", "0007_handover_rights"),
        ("cases", "0005_named_parts_rights"),
        ("plans", "0004_work_rights"),
        ("privacy", "0002_rights"),
        ("routing", "0003_chain"),
        ("reception", "0002_rights"),
        ("documents", "0004_paper_life_rights"),
        ("submissions", "0004_ready"),
    ]
    operations = [
        migrations.RunSQL(
            f"GRANT SELECT ON accounts_post, agencies_agency, tiepdan.seal_setting TO {READER};",
            migrations.RunSQL.noop,
        ),
        definer(SUCCEED, "tiepdan.succeed(bigint, timestamptz, date)"),
        definer(
            FIGURES,
            "tiepdan.follows(bigint)",
            "tiepdan.figures_of(bigint, date, date)",
            "tiepdan.former_numbers(bigint, text, date, date)",
        ),
    ]
