"""What a case may say of another that it is read together with, and telling the first settler of a second complaint."""

from django.db import migrations

from tiepdan.infra.rowlevel import definer

# Who settles a second complaint is shown the first decision by who complains (LKN Đ.33) and is sent it: its settler, number, day
# and outcome may stand on the page. The file of the first case stays where it is; whether the acting post reads it is asked here, so that
# the page offers no way that ends nowhere. Of another link only that. A sealed case is named to no other.
LINKED = """
CREATE FUNCTION tiepdan.linked_cases(p_case bigint)
RETURNS TABLE (code text, readable boolean, agency text, decision text, decided_on date, outcome text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE v record;
BEGIN
  SELECT id, matter_id INTO v FROM cases_case WHERE id = p_case;
  IF NOT FOUND OR NOT tiepdan.reads(v.matter_id) THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT ON (l.code) l.code::text, tiepdan.reads(c.matter_id),
           CASE WHEN l.kind = 'first' AND NOT m.sealed THEN a.name::text ELSE '' END,
           CASE WHEN l.kind = 'first' AND NOT m.sealed AND p.number IS NOT NULL THEN p.number || '/' || p.symbol ELSE '' END,
           CASE WHEN l.kind = 'first' AND NOT m.sealed THEN c.decided_on END,
           CASE WHEN l.kind = 'first' AND NOT m.sealed THEN c.outcome::text ELSE '' END
      FROM cases_link l JOIN cases_case c ON c.code = l.code JOIN matters_matter m ON m.id = c.matter_id
      JOIN agencies_agency a ON a.id = c.agency_id
      LEFT JOIN LATERAL (SELECT d.number, d.symbol FROM cases_step s JOIN documents_paper d ON d.id = s.paper_id
         WHERE s.case_id = c.id AND s.act IN ('decide', 'decide_at_once') ORDER BY s.id DESC LIMIT 1) p ON true
     WHERE l.case_id = v.id AND l.code <> '' AND l.ended_on IS NULL
     ORDER BY l.code, c.id DESC;
END $$;

CREATE FUNCTION tiepdan.tell_first_settler(p_case bigint, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v record;
BEGIN
  SELECT id, matter_id INTO v FROM cases_case WHERE id = p_case;
  IF NOT FOUND OR NOT tiepdan.writes(v.matter_id) THEN
    RAISE EXCEPTION 'not a case of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_notice (agency_id, agency_path, role, kind, code, matter_id, made_at)
    SELECT c.agency_id, a.path, 'head', 'second_complaint', c.code, c.matter_id, p_at
      FROM cases_link l JOIN cases_case c ON c.code = l.code JOIN matters_matter m ON m.id = c.matter_id
      JOIN agencies_agency a ON a.id = c.agency_id
     WHERE l.case_id = v.id AND l.kind = 'first' AND l.ended_on IS NULL AND NOT m.sealed AND c.procedure <> 'denunciation'
       AND c.matter_id <> v.matter_id
     ORDER BY c.id DESC LIMIT 1;
END $$;
"""


class Migration(migrations.Migration):
    """The functions."""

    dependencies = [
        ("cases", "0007_case_destroyed_on"),
        ("documents", "0005_paper_of_act"),
        ("matters", "0002_rights"),
    ]
    operations = [
        definer(LINKED, "tiepdan.linked_cases(bigint)", "tiepdan.tell_first_settler(bigint, timestamptz)"),
    ]
