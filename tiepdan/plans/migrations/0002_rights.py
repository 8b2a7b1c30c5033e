"""Row-level security of plans: people of the agency in the posts that keep plans, whatever they see of matters."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, protect

# A coordinator sees no matter at all (sight: none), so the policy asks for path and role.
KEEPERS = (
    "agency_path = current_setting('tiepdan.path', true) AND current_setting('tiepdan.role', true) IN"
    " ('coordinator', 'head', 'deputy', 'processing_officer', 'records_clerk', 'system')"
)


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("plans", "0001_initial"), ("documents", "0002_rights")]
    operations = [
        protect("plans_plandocument", see=KEEPERS, delete=True),
        protect(
            "plans_readingprogress",
            see="EXISTS (SELECT 1 FROM plans_plandocument d WHERE d.id = plan_id)",
            delete=True,
        ),
        audited("plans_plandocument"),
    ]
