"""A proposal whose submission its citizen took back is closed, with the reason and without an officer who decided."""

from django.db import migrations, models

# Those left open by earlier versions; data only, nothing to undo. No officer acts, so the trigger that wants an entry rests.
CLOSE = """
ALTER TABLE routing_proposal DISABLE TRIGGER audited;
UPDATE routing_proposal p SET approved = false, decided_at = coalesce(s.closed_on::timestamptz, p.proposed_at),
       decision_note = 'Người gửi đã rút đơn'
  FROM submissions_submission s WHERE s.id = p.submission_id AND s.status = 'withdrawn' AND p.approved IS NULL;
ALTER TABLE routing_proposal ENABLE TRIGGER audited;
"""


class Migration(migrations.Migration):
    """One constraint, and the rows it lets be closed."""

    dependencies = [("routing", "0003_chain"), ("submissions", "0001_initial")]
    operations = [
        migrations.RemoveConstraint(model_name="proposal", name="decided_by_somebody"),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved__isnull", True),
                    models.Q(("approved", False), ("decided_at__isnull", False)),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="decided_by_somebody",
            ),
        ),
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
    ]
