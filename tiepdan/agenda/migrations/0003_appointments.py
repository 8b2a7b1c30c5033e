"""Weekly hours, appointments, numbers of the day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_local_rules_audited"),
        ("agenda", "0002_rights"),
    ]

    operations = [
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("pin_hash", models.BinaryField()),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("on", models.DateField()),
                ("slot_at", models.TimeField()),
                ("people", models.SmallIntegerField(default=1)),
                ("via", models.CharField(max_length=6)),
                ("status", models.CharField(default="booked", max_length=10)),
                ("created_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.receptionsession",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="QueueTicket",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("on", models.DateField()),
                ("number", models.SmallIntegerField()),
                ("status", models.CharField(default="waiting", max_length=10)),
                ("room", models.CharField(blank=True, max_length=40)),
                ("arrived_at", models.DateTimeField()),
                ("called_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "appointment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ticket",
                        to="agenda.appointment",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReceptionHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("weekday", models.SmallIntegerField()),
                ("starts_at", models.TimeField()),
                ("ends_at", models.TimeField()),
                ("place", models.CharField(max_length=200)),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "cancelled"), _negated=True),
                fields=("agency", "session", "on", "slot_at"),
                name="slot_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="queueticket",
            constraint=models.UniqueConstraint(fields=("agency", "on", "number"), name="ticket_once"),
        ),
        migrations.AddIndex(
            model_name="receptionhours",
            index=models.Index(fields=["agency", "weekday"], name="hours_by_weekday"),
        ),
        migrations.AddConstraint(
            model_name="receptionhours",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="hours_in_order"
            ),
        ),
    ]
