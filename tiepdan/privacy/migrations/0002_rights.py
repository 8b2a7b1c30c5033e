"""Rights on the registers, and the one function that may empty a submission."""

from django.db import migrations

from tiepdan.infra.rowlevel import READER, audited, definer, protect

_PATH = "current_setting('tiepdan.path', true)"
_ROLE = "current_setting('tiepdan.role', true)"
OFFICE = f"agency_path = {_PATH} AND {_ROLE} IN ('reception_officer', 'records_clerk', 'head', 'deputy')"
BREACHES = f"agency_path = {_PATH} AND {_ROLE} IN ('records_clerk', 'head', 'deputy')"

# Content, people, files and index entries go; lines, numbers, decisions and audit stay. Asked again here: the head's own
# agency, filed, a full year ago, nothing else in the matter.
DESTROY = """
CREATE FUNCTION tiepdan.destroy_submission(p_submission bigint, p_on date) RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v record;
  gone bigint[];
BEGIN
  SELECT s.id, s.matter_id INTO v FROM submissions_submission s JOIN agencies_agency a ON a.id = s.agency_id
   WHERE s.id = p_submission AND s.status = 'filed' AND s.destroyed_on IS NULL
     AND s.closed_on + interval '1 year' < least(p_on, current_date + 1)
     AND a.path = current_setting('tiepdan.path', true);
  IF NOT FOUND OR current_setting('tiepdan.role', true) <> 'head' OR NOT tiepdan.writes(v.matter_id)
     OR EXISTS (SELECT 1 FROM submissions_submission o WHERE o.matter_id = v.matter_id AND o.id <> v.id) THEN
    RAISE EXCEPTION 'not to be destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT array_agg(f) INTO gone FROM (
    SELECT file_id AS f FROM submissions_attachment WHERE submission_id = v.id
    UNION SELECT file_id FROM documents_paper WHERE matter_id = v.matter_id AND file_id IS NOT NULL
    UNION SELECT file_id FROM documents_signedcopy WHERE matter_id = v.matter_id) AS held;
  DELETE FROM submissions_attachment WHERE submission_id = v.id;
  DELETE FROM documents_signedcopy WHERE matter_id = v.matter_id;
  UPDATE documents_paper SET file_id = NULL, values = '{}', sealed_values = NULL, recipients = '[]' WHERE matter_id = v.matter_id;
  UPDATE documents_delivery SET addressee_name = '', proof = '' WHERE matter_id = v.matter_id;
  DELETE FROM submissions_sealedidentity WHERE matter_id = v.matter_id;
  DELETE FROM submissions_searchtext WHERE matter_id = v.matter_id;
  DELETE FROM duplicates_sketch WHERE submission_id = v.id;
  UPDATE submissions_party SET name = '', envelope = NULL, number_hash = NULL, standing = '[]' WHERE submission_id = v.id;
  UPDATE submissions_submission SET content = '', summary = '(đã tiêu hủy)', demands = '', earlier_handling = '',
         respondent_name = '', respondent_post = '', attacked_act = '', unprocessed_reason = '', eligibility = '{}',
         pin_hash = NULL, destroyed_on = p_on WHERE id = v.id;
  UPDATE matters_participation SET title = '(nội dung đã tiêu hủy)' WHERE matter_id = v.matter_id;
  RETURN coalesce(gone, '{}');
END $$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [
        ("privacy", "0001_initial"),
        ("documents", "0004_paper_life_rights"),
        ("duplicates", "0002_rights"),
        ("submissions", "0002_rights"),
    ]
    operations = [
        protect("privacy_datarequest", see=OFFICE),
        protect("privacy_breach", see=BREACHES),
        protect("privacy_destruction", see="tiepdan.reads(matter_id)", add="tiepdan.writes(matter_id)"),
        migrations.RunSQL(
            "GRANT DELETE ON submissions_attachment, submissions_sealedidentity, submissions_searchtext, duplicates_sketch,"
            f" documents_signedcopy TO {READER};",
            migrations.RunSQL.noop,
        ),
        definer(DESTROY, "tiepdan.destroy_submission(bigint, date)"),
        audited("privacy_datarequest"),
        audited("privacy_breach"),
        audited("privacy_destruction"),
    ]
