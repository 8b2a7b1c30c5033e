"""Row-level security of plans at work: named agencies see their tasks, the coordinator all, superiors what lies below them."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, protect

PATH = "current_setting('tiepdan.path', true)"
ROLE = "current_setting('tiepdan.role', true)"
WORKER = (
    f"{ROLE} IN ('coordinator', 'head', 'deputy', 'oversight', 'processing_officer', 'reception_officer', 'handler',"
    " 'records_clerk', 'system')"
)
KEEPER = f"{ROLE} IN ('coordinator', 'head', 'deputy', 'processing_officer', 'records_clerk', 'system')"
IN_SCOPE = "{0} >= current_setting('tiepdan.lo', true) AND {0} < current_setting('tiepdan.hi', true)"
# Superiors by path: heads and coordinators see what lies under their own agency, oversight what lies under its body's parent.
ABOVE = (
    f"({ROLE} IN ('head', 'deputy', 'coordinator') AND starts_with({{0}}, {PATH}) AND {PATH} <> '')"
    f" OR ({ROLE} = 'oversight' AND {IN_SCOPE})"
)


def seen(*own: str, above: str = "agency_path", more: str = "") -> str:
    """Condition: works at an agency named in one of the columns, or above the row's agency."""
    at = " OR ".join(f"{column} = {PATH}" for column in own)
    over = f" OR {ABOVE.format(above)}" if above else ""
    return f"{WORKER} AND ({at}{over}{f' OR {more}' if more else ''})"


def written(*own: str) -> str:
    """Condition: works at an agency named in one of the columns."""
    return f"{WORKER} AND ({' OR '.join(f'{column} = {PATH}' for column in own)})"


LINES = "EXISTS (SELECT 1 FROM plans_taskagency a WHERE a.{0} = {1})"
OWN = ("agency_path", "coordinator_path")
CONTENT = "tiepdan.reads(matter_id) AND current_setting('tiepdan.sight', true) <> 'portal'"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("plans", "0003_work"), ("matters", "0002_rights")]
    operations = [
        # What names agencies in its own columns comes first; the others look at it.
        protect("plans_taskagency", see=seen(*OWN), add=written("coordinator_path"), change=written(*OWN)),
        protect(
            "plans_report",
            see=seen(*OWN, "via_path", "to_path"),
            add=written("coordinator_path"),
            change=written(*OWN, "via_path", "to_path"),
        ),
        protect(
            "plans_plan",
            see=seen(
                "agency_path",
                "above_path",
                more=f"{LINES.format('plan_id', 'plans_plan.id')} OR EXISTS (SELECT 1 FROM"
                " plans_report r WHERE r.plan_id = plans_plan.id)",
            ),
            add=written("agency_path"),
        ),
        protect(
            "plans_planversion",
            see="EXISTS (SELECT 1 FROM plans_plan p WHERE p.id = plan_id)",
            add=f"{WORKER} AND EXISTS (SELECT 1 FROM plans_plan p WHERE p.id = plan_id AND p.agency_path = {PATH})",
            delete=True,
        ),
        protect(
            "plans_planbody",
            see=f"{WORKER} AND EXISTS (SELECT 1 FROM plans_plan p WHERE p.id = plan_id AND p.agency_path = {PATH})",
            delete=True,
        ),
        protect(
            "plans_task",
            see=seen(*OWN, more=LINES.format("task_id", "plans_task.id")),
            add=written("agency_path"),
            delete=True,
        ),
        protect(
            "plans_taskdeadline",
            see="EXISTS (SELECT 1 FROM plans_task t WHERE t.id = task_id)",
            add=f"{WORKER} AND EXISTS (SELECT 1 FROM plans_task t WHERE t.id = task_id AND t.agency_path = {PATH})",
            delete=True,
        ),
        protect(
            "plans_eventwindow",
            see=f"{WORKER} AND (starts_with({PATH}, agency_path) OR {ABOVE.format('agency_path')}"
            " OR EXISTS (SELECT 1 FROM plans_plan p WHERE p.window_id = plans_eventwindow.id))",
            add=written("agency_path"),
        ),
        *(protect(table, see=seen(*OWN), add=written("agency_path")) for table in ("plans_progress", "plans_evidence")),
        protect(
            "plans_obstacle",
            see=seen(*OWN, "via_path", "to_path"),
            add=written("agency_path"),
            change=written("via_path", "to_path"),
        ),
        protect(
            "plans_taskurging", see=seen(*OWN, "from_path"), add=written("from_path"), change=written("agency_path")
        ),
        protect(
            "plans_reportduty",
            see=seen(
                "agency_path",
                "via_path",
                "to_path",
                above="",
                more="EXISTS (SELECT 1 FROM plans_report r WHERE r.duty_id = plans_reportduty.id)",
            ),
            add=written("agency_path"),
        ),
        protect("plans_registerentry", see=seen(*OWN), add=written("agency_path")),
        protect("plans_bookable", see=written("agency_path")),
        protect("plans_booking", see=written("agency_path")),
        protect("plans_reviewcampaign", see=seen("agency_path"), add=written("agency_path")),
        protect("plans_plandraft", see=f"{KEEPER} AND agency_path = {PATH}", delete=True),
        protect("plans_reviewedcase", see=CONTENT, add=f"{CONTENT} AND agency_path = {PATH}"),
        protect("plans_enforcementflag", see=CONTENT, add=f"{CONTENT} AND agency_path = {PATH}"),
        *(
            audited(f"plans_{table}")
            for table in (
                "taskagency",
                "report",
                "plan",
                "planversion",
                "planbody",
                "task",
                "taskdeadline",
                "eventwindow",
                "progress",
                "evidence",
                "obstacle",
                "taskurging",
                "reportduty",
                "registerentry",
                "bookable",
                "booking",
                "reviewcampaign",
                "plandraft",
                "reviewedcase",
                "enforcementflag",
            )
        ),
        # The wheel's PostgreSQL has no btree_gist: a range of one number stands for equality.
        migrations.RunSQL(
            "ALTER TABLE plans_booking ADD CONSTRAINT booked_by_one_at_a_time EXCLUDE USING gist ("
            "int8range(bookable_id, bookable_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&)"
            " WHERE (cancelled_at IS NULL);",
            "ALTER TABLE plans_booking DROP CONSTRAINT booked_by_one_at_a_time;",
        ),
    ]
