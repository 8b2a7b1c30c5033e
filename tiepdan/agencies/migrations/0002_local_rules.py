"""Local defaults and successions of agencies."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LocalRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("remote_area", "remote_area"),
                            ("culture_day", "culture_day"),
                            ("straddling_competence", "straddling_competence"),
                            ("day_off", "day_off"),
                            ("working_day", "working_day"),
                        ],
                        max_length=24,
                    ),
                ),
                ("value", models.CharField(max_length=40)),
                ("starts_on", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                ("set_by", models.BigIntegerField()),
                ("set_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="local_rules", to="agencies.agency"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "code", "starts_on"], name="local_rule_by_agency")],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(choices=[("merge", "merge"), ("split", "split"), ("end", "end")], max_length=8),
                ),
                ("on", models.DateField()),
                ("share", models.CharField(blank=True, max_length=300)),
                ("decision", models.CharField(max_length=120)),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="agencies.agency"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_over",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["predecessor", "on"], name="succession_by_predecessor")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor", "on"), name="succession_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "end"), ("successor__isnull", True)),
                            models.Q(models.Q(("kind", "end"), _negated=True), ("successor__isnull", False)),
                            _connector="OR",
                        ),
                        name="succession_has_successor",
                    ),
                ],
            },
        ),
    ]
