"""Limits that a changed calendar moved."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0003_board"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClockMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("due_before", models.DateField()),
                ("due_after", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                ("moved_at", models.DateTimeField()),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="matters.clock"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="clock_moves", to="matters.matter"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["agency_path", "-moved_at"], name="clock_move_latest")],
            },
        ),
    ]
