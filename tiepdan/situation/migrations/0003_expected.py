"""Agencies asked to report, and what they sent added up."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_local_rules_audited"),
        ("situation", "0002_rights"),
    ]

    operations = [
        migrations.AddField(
            model_name="reportseries",
            name="under",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="situation.reportseries",
            ),
        ),
        migrations.AddField(
            model_name="situationreport",
            name="missing",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="situationreport",
            name="received",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="situationreport",
            name="total",
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name="Expected",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("series_path", models.CharField(db_collation="C", max_length=120)),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("asked_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="expected",
                        to="situation.reportseries",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("series", "agency"), name="asked_once")],
            },
        ),
    ]
