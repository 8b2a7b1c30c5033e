"""Which privacy notice was shown at intake."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0005_party_ended"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="notice_version",
            field=models.CharField(blank=True, max_length=16),
        ),
    ]
