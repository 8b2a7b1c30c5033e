"""Destroying the record of a closed case: what keeps it, and the one function that may empty it."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, definer

# Asked across agencies: a second complaint lies elsewhere. Only the codes come back.
HOLDS = """
CREATE FUNCTION tiepdan.holds_of_case(p_case bigint) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v record;
  held text[] := '{}';
BEGIN
  SELECT id, matter_id, code INTO v FROM cases_case WHERE id = p_case;
  IF NOT FOUND OR NOT tiepdan.reads(v.matter_id) THEN
    RAISE EXCEPTION 'not a case of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM matters_clock WHERE matter_id = v.matter_id AND status IN ('open', 'paused')) THEN
    held := held || 'limit'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_obligation WHERE case_id = v.id AND done_on IS NULL) THEN
    held := held || 'obligation'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_courtfile WHERE matter_id = v.matter_id AND judged_on IS NULL) THEN
    held := held || 'court'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_review WHERE matter_id = v.matter_id AND result = '') THEN
    held := held || 'review'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_protection WHERE matter_id = v.matter_id
              AND (decided_on IS NULL OR (granted AND ended_on IS NULL))) THEN
    held := held || 'protection'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_urging WHERE matter_id = v.matter_id AND answered_on IS NULL) THEN
    held := held || 'urging'::text; END IF;
  IF EXISTS (SELECT 1 FROM agenda_followup f JOIN reception_reception r ON r.id = f.visit_id
              WHERE r.matter_id = v.matter_id AND f.done_on IS NULL) THEN
    held := held || 'follow_up'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_case o WHERE o.id <> v.id AND o.closed_on IS NULL AND (o.matter_id = v.matter_id
              OR o.code IN (SELECT l.code FROM cases_link l WHERE l.case_id = v.id AND l.ended_on IS NULL)
              OR o.id IN (SELECT l.case_id FROM cases_link l WHERE l.code = v.code AND l.ended_on IS NULL)))
     OR EXISTS (SELECT 1 FROM submissions_submission s WHERE s.matter_id = v.matter_id AND s.closed_on IS NULL) THEN
    held := held || 'other_case'::text; END IF;
  RETURN held;
END $$;
"""

# Asked again here: the head's own agency, closed, the period of the agency's list over, nothing that holds it. Of the file of the
# case its words, people and files go. What the matter shares, the submission above all, goes with its last record. States, days,
# codes and figures stay, for the register, the statistics and the chain; so does the hash of the PIN, by which its citizen still
# learns that it ended.
DESTROY = """
CREATE FUNCTION tiepdan.destroy_case(p_case bigint, p_on date) RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v record;
  years integer;
  last boolean;
  papers bigint[];
  gone bigint[];
BEGIN
  SELECT c.id, c.matter_id, c.submission_id, c.closed_on, a.path INTO v FROM cases_case c
    JOIN agencies_agency a ON a.id = c.agency_id
   WHERE c.id = p_case AND c.destroyed_on IS NULL AND c.closed_on IS NOT NULL AND a.path = current_setting('tiepdan.path', true);
  IF NOT FOUND OR current_setting('tiepdan.role', true) <> 'head' OR NOT tiepdan.writes(v.matter_id) THEN
    RAISE EXCEPTION 'not to be destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT l.value::integer INTO years FROM agencies_localrule l JOIN agencies_agency a ON a.id = l.agency_id
   WHERE l.code = 'case_record_years' AND l.withdrawn_at IS NULL AND l.starts_on <= least(p_on, current_date + 1)
     AND starts_with(v.path, a.path)
   ORDER BY length(a.path) DESC, l.starts_on DESC, l.id DESC LIMIT 1;
  IF years IS NULL OR v.closed_on + make_interval(years => years) >= least(p_on, current_date + 1)
     OR tiepdan.holds_of_case(v.id) <> '{}' THEN
    RAISE EXCEPTION 'not to be destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  last := NOT EXISTS (SELECT 1 FROM cases_case o WHERE o.matter_id = v.matter_id AND o.id <> v.id AND o.destroyed_on IS NULL);
  SELECT coalesce(array_agg(p.id), '{}') INTO papers FROM documents_paper p WHERE p.matter_id = v.matter_id AND (last OR p.id IN (
    SELECT paper_id FROM cases_step WHERE case_id = v.id UNION SELECT paper_id FROM cases_session WHERE case_id = v.id
    UNION SELECT paper_id FROM cases_extension WHERE case_id = v.id));
  SELECT array_agg(f) INTO gone FROM (
    SELECT file_id AS f FROM cases_evidence WHERE case_id = v.id AND file_id IS NOT NULL
    UNION SELECT file_id FROM documents_paper WHERE id = ANY (papers) AND file_id IS NOT NULL
    UNION SELECT file_id FROM documents_signedcopy WHERE paper_id = ANY (papers)
    UNION SELECT file_id FROM submissions_attachment WHERE last AND matter_id = v.matter_id) AS held;

  DELETE FROM documents_signedcopy WHERE paper_id = ANY (papers);
  UPDATE documents_paper SET file_id = NULL, values = '{}', sealed_values = NULL, recipients = '[]', act_typed = NULL,
         cancel_reason = '', returned_note = '', ended_reason = '' WHERE id = ANY (papers);
  UPDATE documents_delivery SET addressee_name = '', proof = '' WHERE paper_id = ANY (papers);
  DELETE FROM cases_protectiondetail WHERE protection_id IN (SELECT id FROM cases_protection WHERE case_id = v.id);
  DELETE FROM cases_note WHERE case_id = v.id;
  UPDATE cases_protection SET protector = '', reason = '' WHERE case_id = v.id;
  UPDATE cases_step SET note = '', facts = facts - 'to' WHERE case_id = v.id;
  UPDATE cases_extension SET reason = '' WHERE case_id = v.id;
  UPDATE cases_suspension SET reason = '' WHERE case_id = v.id;
  UPDATE cases_session SET place = '', chair = '', present = '[]', minutes = '', agreed = '', still_open = '', envelope = NULL
   WHERE case_id = v.id;
  UPDATE cases_evidence SET title = '(đã tiêu hủy)', supplied_by = '', note = '', file_id = NULL WHERE case_id = v.id;
  UPDATE cases_finding SET issue = '', basis = '', proposal = '' WHERE case_id = v.id;
  UPDATE cases_obligation SET what = '', done_note = '' WHERE case_id = v.id;
  UPDATE cases_publication SET place = '' WHERE case_id = v.id;
  UPDATE cases_link SET what = '' WHERE case_id = v.id;
  UPDATE cases_mandate SET name = '', document = '', scope = '', end_reason = '' WHERE case_id = v.id;
  UPDATE cases_courtfile SET effect_note = '' WHERE case_id = v.id;
  UPDATE cases_review SET signs = '', remedy = '' WHERE case_id = v.id;
  UPDATE plans_reviewedcase SET opinion = '', way = '', leader = '', result = '' WHERE case_id = v.id;
  UPDATE plans_enforcementflag SET what = '', reason = '' WHERE case_id = v.id;
  UPDATE cases_case SET complexity_note = '', outcome_note = '', destroyed_on = p_on WHERE id = v.id;
  IF NOT last THEN RETURN coalesce(gone, '{}'); END IF;

  UPDATE cases_urging SET text = '', answer = '' WHERE matter_id = v.matter_id;
  DELETE FROM submissions_attachment WHERE matter_id = v.matter_id;
  DELETE FROM submissions_sealedidentity WHERE matter_id = v.matter_id;
  DELETE FROM submissions_searchtext WHERE matter_id = v.matter_id;
  DELETE FROM duplicates_sketch WHERE matter_id = v.matter_id;
  UPDATE submissions_party SET name = '', envelope = NULL, number_hash = NULL, standing = '[]' WHERE matter_id = v.matter_id;
  UPDATE submissions_submission SET content = '', summary = '(đã tiêu hủy)', demands = '', earlier_handling = '',
         respondent_name = '', respondent_post = '', attacked_number = '', attacked_act = '', unprocessed_reason = '',
         eligibility = '{}', request_digest = '', destroyed_on = p_on WHERE matter_id = v.matter_id;
  UPDATE reception_visitor SET name = '', envelope = NULL, identity_kind = '', standing_papers = '[]'
   WHERE reception_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE reception_reception SET summary = '', content = '', demands = '', earlier_handling = '', settled_by = '',
         interpreter = '', outcome_note = '', refusal_facts = '{}', reply_note = '', request_digest = ''
   WHERE matter_id = v.matter_id;
  UPDATE reception_receipt SET items = '[]' WHERE matter_id = v.matter_id;
  UPDATE agenda_followup SET content = '', contact = '', result = ''
   WHERE visit_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE online_onlinesession SET reason = '', contact = '', closing_reason = '', signing_refusal = '' WHERE matter_id = v.matter_id;
  UPDATE online_onlinepoint SET contact = '', attendance = '[]' WHERE matter_id = v.matter_id;
  UPDATE online_onlinebreak SET note = '' WHERE matter_id = v.matter_id;
  UPDATE routing_proposal SET reason = '', decision_note = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE routing_transfer SET reason = '', reply = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE matters_participation SET title = '(nội dung đã tiêu hủy)' WHERE matter_id = v.matter_id;
  RETURN coalesce(gone, '{}');
END $$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [
        ("privacy", "0004_destroy_digests"),
        ("cases", "0007_case_destroyed_on"),
        ("documents", "0007_marks_of_open_drafts"),
        ("agenda", "0004_appointment_rights"),
        ("online", "0002_rights"),
        ("agencies", "0005_case_record_years"),
        ("plans", "0004_work_rights"),
    ]
    operations = [
        migrations.RunSQL(f"GRANT SELECT ON agencies_localrule TO {READER};", migrations.RunSQL.noop),
        migrations.RunSQL(f"GRANT DELETE ON cases_note, cases_protectiondetail TO {READER};", migrations.RunSQL.noop),
        definer(HOLDS, "tiepdan.holds_of_case(bigint)"),
        definer(DESTROY, "tiepdan.destroy_case(bigint, date)"),
    ]
