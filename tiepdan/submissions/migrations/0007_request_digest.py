"""What the first request of a key said, as a keyed digest: the row itself changes afterwards. Older rows have none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The column."""

    dependencies = [("submissions", "0006_notice_version")]
    operations = [
        migrations.AddField("submission", "request_digest", models.CharField(blank=True, max_length=32)),
    ]
