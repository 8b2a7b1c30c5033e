"""Narrower rights: no connected system reads duty; who only reads it changes nothing; a hand-over stands as written."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP, definer

HERE = "agency_path = current_setting('tiepdan.path', true)"
PERSON = "current_setting('tiepdan.role', true) <> 'client'"
KEEPS = "current_setting('tiepdan.role', true) IN ('coordinator', 'head', 'deputy', 'records_clerk', 'system')"
ROSTER = "EXISTS (SELECT 1 FROM rosters_roster r WHERE r.id = roster_id)"
KEPT = f"(EXISTS (SELECT 1 FROM rosters_roster r WHERE r.id = roster_id AND r.{HERE}) AND {KEEPS})"
DUTY = "EXISTS (SELECT 1 FROM rosters_dutyshift d WHERE d.id = duty_id)"
KEPT_DUTY = f"(EXISTS (SELECT 1 FROM rosters_dutyshift d WHERE d.id = duty_id AND d.{HERE}) AND {KEEPS})"
FUNCTIONS = """
CREATE FUNCTION tiepdan.is_member(p_member bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_member m WHERE m.id = p_member AND m.left_on IS NULL
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;

-- The leader of a shift notes who came.
CREATE FUNCTION tiepdan.leads_shift(p_roster bigint, p_on date, p_shift text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id
    WHERE d.roster_id = p_roster AND d."on" = p_on AND d.shift = p_shift AND d.leads
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;

CREATE FUNCTION tiepdan.has_duty(p_duty bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id
    WHERE d.id = p_duty AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;

CREATE FUNCTION tiepdan.on_shift(p_roster bigint, p_on date, p_shift text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id
    WHERE d.roster_id = p_roster AND d."on" = p_on AND d.shift = p_shift
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;
"""
DONE = f'{KEPT} OR tiepdan.is_member(member_id) OR tiepdan.leads_shift(roster_id, "on", shift)'
WISHED = f"{KEPT} OR (tiepdan.is_member(member_id) AND {ROSTER})"
ASKED = f"{KEPT_DUTY} OR ({DUTY} AND (tiepdan.has_duty(duty_id) OR tiepdan.is_member(other_id)))"


def narrowed(table: str, *, see: str, add: str, change: str, remove: str = "") -> str:
    """Replace the policies of a table."""
    lines = [f"DROP POLICY IF EXISTS {name} ON {table};" for name in ("see", "add", "change", "remove")]
    lines += [
        f"CREATE POLICY see ON {table} FOR SELECT TO {APP} USING ({see});",
        f"CREATE POLICY add ON {table} FOR INSERT TO {APP} WITH CHECK ({add});",
        # rows are locked by who sees them, so that an act refuses in words; only the check lets a change through
        f"CREATE POLICY change ON {table} FOR UPDATE TO {APP} USING ({see}) WITH CHECK (({see}) AND ({change}));",
    ]
    if remove:
        lines.append(f"CREATE POLICY remove ON {table} FOR DELETE TO {APP} USING (({see}) AND ({remove}));")
    return "\n".join(lines)


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("rosters", "0002_rights")]
    operations = [
        definer(
            FUNCTIONS,
            "tiepdan.is_member(bigint)",
            "tiepdan.leads_shift(bigint, date, text)",
            "tiepdan.has_duty(bigint)",
            "tiepdan.on_shift(bigint, date, text)",
        ),
        migrations.RunSQL(
            "\n".join(
                [
                    narrowed(
                        "rosters_taskforce", see=f"({HERE} AND {PERSON}) OR tiepdan.serves(id)", add=f"{HERE} AND {KEEPS}",
                        change=f"{HERE} AND {KEEPS}",
                    ),
                    narrowed(
                        "rosters_roster", see=f"({HERE} AND {PERSON}) OR tiepdan.serves(force_id)", add=f"{HERE} AND {KEEPS}",
                        change=f"{HERE} AND {KEEPS}",
                    ),
                    narrowed("rosters_solving", see=ROSTER, add=KEPT, change=KEPT, remove=KEPT),
                    narrowed("rosters_wish", see=ROSTER, add=WISHED, change=WISHED, remove=WISHED),
                    narrowed("rosters_dutyshift", see=ROSTER, add=KEPT, change=DONE, remove=KEPT),
                    narrowed("rosters_swap", see=DUTY, add=ASKED, change=ASKED, remove=KEPT_DUTY),
                    f"GRANT DELETE ON rosters_swap TO {APP}; -- goes with the shift that it asks for",
                    narrowed(
                        "rosters_handover", see=ROSTER, add=f"{KEPT} OR tiepdan.on_shift(roster_id, \"on\", shift)", change="false"
                    ),
                    narrowed(
                        "rosters_allowancerate", see=f"{HERE} AND {PERSON}", add=f"{HERE} AND {KEEPS}", change=f"{HERE} AND {KEEPS}"
                    ),
                ]
            ),
            migrations.RunSQL.noop,
        ),
    ]  # fmt: skip
