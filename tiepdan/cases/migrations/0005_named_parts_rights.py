"""Row-level security of the named parts of cases, and the one act of a superior that reaches over to the settler's line."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, content, definer, protect

TABLES = ("link", "mandate", "courtfile", "protection", "review")
OPENED = (
    "EXISTS (SELECT 1 FROM submissions_opening o WHERE o.matter_id = cases_protectiondetail.matter_id"
    " AND o.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint AND o.status IN ('granted', 'used')"
    " AND o.ends_at > now() AND tiepdan.is_assigned(o.matter_id))"
)
# A superior that settles the case itself becomes responsible; who settled it keeps a line that only follows. Only the
# head of an agency before which the case lies can do so, and only for a case that names this agency as its superior.
TAKE_OVER = """
CREATE FUNCTION tiepdan.take_over(p_case bigint, p_on date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own bigint := nullif(current_setting('tiepdan.agency', true), '')::bigint;
  v_matter bigint;
BEGIN
  SELECT matter_id INTO v_matter FROM cases_case WHERE id = p_case AND superior_id = own;
  IF v_matter IS NULL OR NOT tiepdan.writes(v_matter) OR current_setting('tiepdan.role', true) NOT IN ('head', 'deputy') THEN
    RAISE EXCEPTION 'not the superior of this case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_clock SET status = 'cancelled', closed_on = p_on
   WHERE matter_id = v_matter AND agency_id <> own AND status IN ('open', 'paused');
  UPDATE matters_participation SET capacity = 'passed_on', closed_on = p_on, due_on = NULL, handler_id = NULL
   WHERE matter_id = v_matter AND agency_id <> own AND capacity IN ('settling', 'received');
  UPDATE matters_assignment SET ends_at = now() WHERE matter_id = v_matter AND agency_id <> own AND ends_at IS NULL;
  UPDATE matters_participation SET capacity = 'settling', closed_on = NULL WHERE matter_id = v_matter AND agency_id = own;
  UPDATE matters_matter SET agency_id = own WHERE id = v_matter;
END $$;
"""

# A limit of the other of the two agencies of a case: the superior's when a follow-up is sent up, the settler's when a
# report is demanded. Who starts it does not see that agency's line, so the row is written here.
CLOCK_ACROSS = """
CREATE FUNCTION tiepdan.clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date,
  p_rolled date, p_explanation jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_matter bigint;
BEGIN
  SELECT matter_id INTO v_matter FROM cases_case WHERE id = p_case AND p_agency IN (agency_id, superior_id);
  IF v_matter IS NULL OR NOT tiepdan.writes(v_matter) THEN
    RAISE EXCEPTION 'not an agency of this case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_clock (matter_id, agency_id, agency_path, rule_id, rule_version, starts_on, due_on, rolled_due_on,
      explanation, status)
    SELECT v_matter, id, path, p_rule, p_version, p_starts, p_due, p_rolled, p_explanation, 'open'
      FROM agencies_agency WHERE id = p_agency;
  UPDATE matters_participation SET due_on = least(due_on, p_rolled) WHERE matter_id = v_matter AND agency_id = p_agency;
END $$;

CREATE FUNCTION tiepdan.tell_settler(p_case bigint, p_state text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own bigint := nullif(current_setting('tiepdan.agency', true), '')::bigint;
  v_case record;
BEGIN
  SELECT matter_id, agency_id INTO v_case FROM cases_case WHERE id = p_case AND superior_id = own;
  IF v_case.matter_id IS NULL OR NOT tiepdan.writes(v_case.matter_id) THEN
    RAISE EXCEPTION 'not the superior of this case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_participation SET state = p_state WHERE matter_id = v_case.matter_id AND agency_id = v_case.agency_id;
END $$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("cases", "0004_named_parts"), ("submissions", "0002_rights")]
    operations = [
        *(content(f"cases_{table}") for table in TABLES),
        protect("cases_protectiondetail", see=OPENED, add="tiepdan.writes(matter_id)"),
        *(audited(f"cases_{table}") for table in (*TABLES, "protectiondetail")),
        definer(
            TAKE_OVER + CLOCK_ACROSS,
            "tiepdan.take_over(bigint, date)",
            "tiepdan.tell_settler(bigint, text)",
            "tiepdan.clock_across(bigint, bigint, text, date, date, date, date, jsonb)",
        ),
    ]
