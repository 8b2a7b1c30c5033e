"""Tables of plans at work."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
        ("cases", "0002_rights"),
        ("documents", "0002_rights"),
        ("matters", "0003_board"),
        ("plans", "0002_rights"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bookable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("kind", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=160)),
                ("note", models.CharField(blank=True, max_length=200)),
                ("ended_on", models.DateField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EventWindow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("election", "election"),
                            ("congress", "congress"),
                            ("session", "session"),
                            ("holiday", "holiday"),
                            ("year", "year"),
                            ("other", "other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("prepares_on", models.DateField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("follows_until", models.DateField()),
                ("created_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EnforcementFlag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("what", models.CharField(max_length=300)),
                ("planned_on", models.DateField()),
                ("told_at", models.DateTimeField()),
                ("decision", models.CharField(blank=True, max_length=10)),
                ("reason", models.TextField(blank=True)),
                ("postponed_to", models.DateField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter"
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.eventwindow"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("above_path", models.CharField(blank=True, db_collation="C", max_length=120)),
                ("title", models.CharField(max_length=500)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("signed_on", models.DateField(null=True)),
                ("status", models.CharField(max_length=10)),
                ("version", models.IntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                ("issued_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("evaluation", models.TextField(blank=True)),
                ("lessons", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "implements",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="implementations",
                        to="plans.plan",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="plans.eventwindow",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanBody",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=400)),
                ("agencies", models.JSONField(default=list)),
                ("kind", models.CharField(max_length=10)),
                ("confidence", models.FloatField()),
                ("why", models.CharField(max_length=300)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bodies", to="plans.plan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("content", models.JSONField()),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.plandocument",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ordinal", models.IntegerField()),
                ("kind", models.CharField(max_length=10)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("signed_on", models.DateField(null=True)),
                ("changes", models.JSONField(default=dict)),
                ("taken_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.plandocument"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="plans.plan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("percent", models.SmallIntegerField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("text", models.TextField()),
                ("told_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("kind", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=300)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("link", models.CharField(blank=True, max_length=40)),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="plans.progress"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportDuty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("title", models.CharField(max_length=300)),
                (
                    "period",
                    models.CharField(
                        choices=[
                            ("daily", "daily"),
                            ("weekly", "weekly"),
                            ("monthly", "monthly"),
                            ("quarterly", "quarterly"),
                            ("half-yearly", "half-yearly"),
                            ("yearly", "yearly"),
                            ("once", "once"),
                            ("final", "final"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at_time", models.TimeField(null=True)),
                ("weekday", models.SmallIntegerField(null=True)),
                ("month_day", models.SmallIntegerField(null=True)),
                ("month", models.SmallIntegerField(null=True)),
                ("day", models.DateField(null=True)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("agencies", models.JSONField(default=list)),
                ("to_path", models.CharField(db_collation="C", max_length=120)),
                ("via_path", models.CharField(blank=True, db_collation="C", max_length=120)),
                ("printed", models.CharField(blank=True, max_length=300)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="report_duties", to="plans.plan"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("via_path", models.CharField(blank=True, db_collation="C", max_length=120)),
                ("to_path", models.CharField(db_collation="C", max_length=120)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("due_at", models.DateTimeField()),
                ("status", models.CharField(max_length=10)),
                ("figures", models.JSONField(default=dict)),
                ("texts", models.JSONField(default=dict)),
                ("consolidated", models.JSONField(default=list)),
                ("saved_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("passed_at", models.DateTimeField(null=True)),
                ("received_at", models.DateTimeField(null=True)),
                ("return_reason", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.plan"),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="plans.reportduty"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReviewCampaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("name", models.CharField(max_length=300)),
                ("measures", models.JSONField(default=list)),
                ("chosen_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.eventwindow"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReviewedCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("measures", models.JSONField(default=list)),
                ("reviewed_on", models.DateField(null=True)),
                ("opinion", models.TextField(blank=True)),
                ("way", models.TextField(blank=True)),
                ("leader", models.CharField(blank=True, max_length=160)),
                ("due_on", models.DateField(null=True)),
                ("result", models.TextField(blank=True)),
                ("settled_on", models.DateField(null=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="plans.reviewcampaign"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("ordinal", models.IntegerField()),
                ("text", models.TextField()),
                ("section", models.CharField(blank=True, max_length=40)),
                ("heading", models.CharField(blank=True, max_length=300)),
                ("basis", models.TextField(blank=True)),
                ("passages", models.JSONField(default=list)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("general", "general"),
                            ("reception", "reception"),
                            ("reporting", "reporting"),
                            ("documents", "documents"),
                            ("training", "training"),
                            ("inspection", "inspection"),
                            ("supervision", "supervision"),
                            ("review", "review"),
                            ("logistics", "logistics"),
                            ("enforcement", "enforcement"),
                            ("task_force", "task_force"),
                        ],
                        max_length=14,
                    ),
                ),
                ("lead_text", models.TextField(blank=True)),
                ("coordinate_text", models.TextField(blank=True)),
                ("report_to", models.TextField(blank=True)),
                ("via", models.CharField(blank=True, max_length=200)),
                ("result", models.TextField(blank=True)),
                ("indicator", models.CharField(blank=True, max_length=200)),
                ("target", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("unit", models.CharField(blank=True, max_length=40)),
                ("recurring", models.CharField(blank=True, max_length=12)),
                ("requested", models.BooleanField(default=False)),
                ("phase", models.CharField(blank=True, max_length=8)),
                ("due_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("open", "open"), ("done", "done"), ("withdrawn", "withdrawn")],
                        max_length=10,
                    ),
                ),
                ("since_version", models.IntegerField(default=1)),
                ("until_version", models.IntegerField(null=True)),
                (
                    "assignee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "implements",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="implementations",
                        to="plans.task",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="plans.task"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="plans.plan"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="reviewcampaign",
            name="task",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="campaigns", to="plans.task"
            ),
        ),
        migrations.CreateModel(
            name="RegisterEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("document", "document"),
                            ("gap", "gap"),
                            ("training", "training"),
                            ("inspection", "inspection"),
                            ("recommendation", "recommendation"),
                        ],
                        max_length=16,
                    ),
                ),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(blank=True, db_collation="C", max_length=120)),
                ("title", models.CharField(max_length=400)),
                ("happened_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("concluded_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("details", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("voided_at", models.DateTimeField(null=True)),
                ("void_reason", models.CharField(blank=True, max_length=300)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="plans.task"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("purpose", models.CharField(max_length=300)),
                ("booked_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(null=True)),
                (
                    "bookable",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bookings", to="plans.bookable"
                    ),
                ),
                (
                    "booked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="bookings", to="plans.task"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TaskAgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("capacity", models.CharField(choices=[("lead", "lead"), ("coordinate", "coordinate")], max_length=10)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("given", "given"),
                            ("accepted", "accepted"),
                            ("objected", "objected"),
                            ("released", "released"),
                            ("done", "done"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("percent", models.SmallIntegerField(default=0)),
                ("value", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("told_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("due_time", models.TimeField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("urged_on", models.DateField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.plan"),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agencies", to="plans.task"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="progress",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="progress", to="plans.taskagency"
            ),
        ),
        migrations.CreateModel(
            name="Obstacle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("via_path", models.CharField(blank=True, db_collation="C", max_length=120)),
                ("to_path", models.CharField(db_collation="C", max_length=120)),
                ("text", models.TextField()),
                ("proposal", models.TextField(blank=True)),
                ("status", models.CharField(max_length=10)),
                ("told_at", models.DateTimeField()),
                ("passed_at", models.DateTimeField(null=True)),
                ("passed_note", models.TextField(blank=True)),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="obstacles", to="plans.taskagency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TaskDeadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fixed", "fixed"),
                            ("yearly", "yearly"),
                            ("relative", "relative"),
                            ("daily", "daily"),
                            ("weekly", "weekly"),
                            ("monthly", "monthly"),
                            ("quarterly", "quarterly"),
                            ("half-yearly", "half-yearly"),
                            ("as-needed", "as-needed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("printed", models.CharField(blank=True, max_length=300)),
                ("day", models.DateField(null=True)),
                ("month", models.SmallIntegerField(null=True)),
                ("month_day", models.SmallIntegerField(null=True)),
                ("weekday", models.SmallIntegerField(null=True)),
                ("anchor", models.CharField(blank=True, max_length=10)),
                ("event", models.CharField(blank=True, max_length=200)),
                ("event_on", models.DateField(null=True)),
                ("offset_days", models.SmallIntegerField(null=True)),
                ("working_days", models.BooleanField(default=False)),
                ("at_time", models.TimeField(null=True)),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deadlines", to="plans.task"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TaskUrging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_path", models.CharField(db_collation="C", max_length=120)),
                ("coordinator_path", models.CharField(db_collation="C", max_length=120)),
                ("from_path", models.CharField(db_collation="C", max_length=120)),
                ("text", models.TextField()),
                ("answer_by", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "from_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urgings", to="plans.taskagency"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="bookable",
            constraint=models.UniqueConstraint(fields=("agency", "kind", "name"), name="bookable_once"),
        ),
        migrations.AddConstraint(
            model_name="eventwindow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__lte", models.F("follows_until")),
                    ("prepares_on__lte", models.F("starts_on")),
                    ("starts_on__lte", models.F("ends_on")),
                ),
                name="window_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["agency_path", "-id"], name="plans_plan_agency__1a92d9_idx"),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["above_path"], name="plans_plan_above_p_28b58f_idx"),
        ),
        migrations.AddConstraint(
            model_name="planbody",
            constraint=models.UniqueConstraint(fields=("plan", "name"), name="plan_body_once"),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(fields=("plan", "ordinal"), name="plan_version_once"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["agency_path", "due_at"], name="report_by_due"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["via_path"], name="plans_repor_via_pat_ca0818_idx"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["to_path"], name="plans_repor_to_path_cea8fc_idx"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(fields=("duty", "agency", "starts_on"), name="report_once_a_period"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["due", "returned"]), ("sent_at__isnull", False), _connector="OR"),
                name="sent_report_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewedcase",
            constraint=models.UniqueConstraint(fields=("campaign", "case"), name="case_reviewed_once"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["plan", "ordinal"], name="plans_task_plan_id_783544_idx"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["implements"], name="plans_task_impleme_b3deaa_idx"),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(fields=["agency_path", "kind", "-happened_on"], name="register_by_day"),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="booking_has_a_length"
            ),
        ),
        migrations.AddIndex(
            model_name="taskagency",
            index=models.Index(fields=["agency_path", "due_on"], name="task_line_by_due"),
        ),
        migrations.AddIndex(
            model_name="taskagency",
            index=models.Index(fields=["plan", "status"], name="task_line_by_plan"),
        ),
        migrations.AddConstraint(
            model_name="taskagency",
            constraint=models.UniqueConstraint(fields=("task", "agency"), name="task_agency_once"),
        ),
        migrations.AddConstraint(
            model_name="taskagency",
            constraint=models.CheckConstraint(
                condition=models.Q(("percent__gte", 0), ("percent__lte", 100)), name="percent_of_task"
            ),
        ),
        migrations.AddConstraint(
            model_name="taskagency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "objected"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="objection_has_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="obstacle",
            index=models.Index(fields=["via_path"], name="plans_obsta_via_pat_8405a3_idx"),
        ),
        migrations.AddIndex(
            model_name="obstacle",
            index=models.Index(fields=["to_path"], name="plans_obsta_to_path_1bb7ad_idx"),
        ),
    ]
