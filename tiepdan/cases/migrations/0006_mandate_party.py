"""The party that a mandate made."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_named_parts_rights"),
        ("submissions", "0005_party_ended"),
    ]

    operations = [
        migrations.AddField(
            model_name="mandate",
            name="party",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="submissions.party"
            ),
        ),
    ]
