"""The table of Django's database cache, which holds the throttles. Unlogged: losing it after a crash costs nothing."""

from django.db import migrations


class Migration(migrations.Migration):
    """Cache."""

    dependencies = [("accounts", "0002_enter")]
    operations = [
        migrations.RunSQL(
            'CREATE UNLOGGED TABLE "cache" (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,'
            ' expires timestamp with time zone NOT NULL); CREATE INDEX cache_expires ON "cache" (expires);',
            'DROP TABLE "cache";',
        )
    ]
