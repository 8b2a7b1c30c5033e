"""Handovers between agencies, who follows, and where each matter goes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_local_rules_audited"),
        ("matters", "0005_clock_move_rights"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("kind", models.CharField(max_length=8)),
                ("effect_on", models.DateField()),
                ("decision", models.CharField(max_length=120)),
                ("template", models.CharField(blank=True, max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "Chờ thủ trưởng duyệt"),
                            ("approved", "Đã duyệt, chờ đến ngày"),
                            ("done", "Đã bàn giao"),
                            ("withdrawn", "Đã rút"),
                        ],
                        default="prepared",
                        max_length=10,
                    ),
                ),
                ("prepared_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("moved", models.IntegerField(default=0)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=300)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="handovers", to="agencies.agency"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandoverPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("successor_path", models.CharField(db_collation="C", max_length=120)),
                ("main", models.BooleanField(default=False)),
                ("share", models.CharField(blank=True, max_length=300)),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="matters.handover"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("to_path", models.CharField(db_collation="C", max_length=120)),
                ("why", models.CharField(max_length=24)),
                ("register_number", models.IntegerField(null=True)),
                ("received_on", models.DateField()),
                ("done", models.BooleanField(default=False)),
                (
                    "from_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="matters.handover"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="matters.matter"
                    ),
                ),
                (
                    "to_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["agency_path", "-id"], name="matters_han_agency__862b64_idx"),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["prepared", "approved"])),
                fields=("predecessor",),
                name="one_open_handover",
            ),
        ),
        migrations.AddConstraint(
            model_name="handoverpart",
            constraint=models.UniqueConstraint(fields=("handover", "successor"), name="handover_part_once"),
        ),
        migrations.AddConstraint(
            model_name="handoverpart",
            constraint=models.UniqueConstraint(
                condition=models.Q(("main", True)), fields=("handover",), name="one_main_successor"
            ),
        ),
        migrations.AddIndex(
            model_name="move",
            index=models.Index(fields=["to_path", "register_number"], name="move_by_old_number"),
        ),
        migrations.AddIndex(
            model_name="move",
            index=models.Index(fields=["from_agency", "-id"], name="move_by_predecessor"),
        ),
        migrations.AddIndex(
            model_name="move",
            index=models.Index(fields=["matter"], name="move_of_matter"),
        ),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.UniqueConstraint(fields=("handover", "matter"), name="move_once"),
        ),
    ]
