"""The counters of `infra.throttle`. Unlogged: losing them after a crash costs nothing."""

from django.db import migrations


class Migration(migrations.Migration):
    """Throttle."""

    dependencies = [("accounts", "0003_cache")]
    operations = [
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE throttle (key bytea PRIMARY KEY, hits integer NOT NULL,"
            " ends_at timestamp with time zone NOT NULL); CREATE INDEX throttle_ends ON throttle (ends_at);",
            "DROP TABLE throttle;",
        )
    ]
