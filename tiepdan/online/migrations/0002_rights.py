"""Row-level security of online sessions: content of the case; a member point's agency sees its own point alone."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, content, protect

OWN_POINT = (
    "(agency_path = current_setting('tiepdan.path', true) AND NOT tiepdan.is_kept_out(matter_id)"
    " AND current_setting('tiepdan.sight', true) IN ('office', 'service'))"
)


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("online", "0001_initial"), ("matters", "0002_rights")]
    operations = [
        content("online_onlinesession"),
        protect("online_onlinepoint", see=f"tiepdan.reads(matter_id) OR {OWN_POINT}", add="tiepdan.writes(matter_id)"),
        content("online_onlinebreak"),
        audited("online_onlinesession"),
        audited("online_onlinepoint"),
        audited("online_onlinebreak"),
    ]
