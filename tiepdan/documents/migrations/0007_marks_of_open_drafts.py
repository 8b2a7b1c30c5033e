"""Drafts opened before this version say what their act is done to, and letters of open proposals that a proposal issues them.

Without the mark such a letter could be numbered as any paper, and its proposal would stay open. Data only, so there is nothing to
undo: what the earlier version does not know it does not read. The trigger that wants an audit entry rests meanwhile: no officer
acts, and nothing that an officer wrote changes.
"""

from django.db import migrations

OPEN = "status IN ('draft', 'submitted', 'reviewed', 'approved')"
MARK = f"""
ALTER TABLE documents_paper DISABLE TRIGGER audited;

UPDATE documents_paper p SET act = 'proposal', act_typed = NULL
  FROM routing_proposal r
 WHERE r.paper_id = p.id AND r.approved IS NULL AND r.act <> 'accept' AND p.act = '' AND p.{OPEN};

UPDATE documents_paper p SET act_of = 'case:' || c.id
  FROM (SELECT DISTINCT ON (matter_id) matter_id, id FROM cases_case ORDER BY matter_id, id DESC) c
 WHERE c.matter_id = p.matter_id AND p.act NOT IN ('', 'proposal') AND p.act_of = '' AND p.{OPEN};

ALTER TABLE documents_paper ENABLE TRIGGER audited;
"""


class Migration(migrations.Migration):
    """Marks only."""

    dependencies = [
        ("documents", "0006_what_an_act_is_of"),
        ("routing", "0003_chain"),
        ("cases", "0006_mandate_party"),
    ]
    operations = [migrations.RunSQL(MARK, migrations.RunSQL.noop)]
