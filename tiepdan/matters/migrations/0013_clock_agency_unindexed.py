"""Limits have no index by agency alone: see models.Clock."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_case_record_years"),
        ("matters", "0012_open_with_number"),
    ]

    operations = [
        migrations.AlterField(
            model_name="clock",
            name="agency",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
    ]
