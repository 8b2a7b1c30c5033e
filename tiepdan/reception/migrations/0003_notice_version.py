"""Which privacy notice was shown to who came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0002_rights"),
    ]

    operations = [
        migrations.AddField(
            model_name="reception",
            name="notice_version",
            field=models.CharField(blank=True, max_length=16),
        ),
    ]
