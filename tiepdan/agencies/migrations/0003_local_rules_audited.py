"""Local defaults and successions are of the registry: everybody reads them, nothing is deleted, each change has an entry."""

from __future__ import annotations

from django.db import migrations

from tiepdan.infra.rowlevel import APP, audited


class Migration(migrations.Migration):
    """Rights of agencies_localrule and agencies_succession."""

    dependencies = [("agencies", "0002_local_rules"), ("audit", "0002_chain")]
    operations = [
        migrations.RunSQL(
            f"REVOKE DELETE, TRUNCATE ON agencies_localrule, agencies_succession FROM {APP};"
            f" REVOKE UPDATE ON agencies_localrule, agencies_succession FROM {APP};"
            f" GRANT UPDATE (withdrawn_at) ON agencies_localrule TO {APP};",
            migrations.RunSQL.noop,
        ),
        audited("agencies_localrule"),
        audited("agencies_succession"),
    ]
