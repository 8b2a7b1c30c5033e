"""Lists sorted as Vietnamese sorts: a key of the title kept by the database, and what deep pages of each order need.

The wheel's PostgreSQL has no ICU, so the order is computed here, the same as in infra.collation (a test compares them).
A stored column, because row-level security lets only comparisons, not functions, reach an index. Rewrites the table once.
"""

from datetime import date

import django.db.models.functions.comparison
from django.db import migrations, models

WRITTEN = (
    "aAàÀảẢãÃáÁạẠăĂằẰẳẲẵẴắẮặẶâÂầẦẩẨẫẪấẤậẬbBcCdDđĐeEèÈẻẺẽẼéÉẹẸêÊềỀểỂễỄếẾệỆfFgG"
    "hHiIìÌỉỈĩĨíÍịỊjJkKlLmMnNoOòÒỏỎõÕóÓọỌôÔồỒổỔỗỖốỐộỘơƠờỜởỞỡỠớỚợỢpPqQrRsStTuUùÙủỦũŨúÚụỤưƯừỪửỬữỮứỨựỰvVwWxXyYỳỲỷỶỹỸýÝỵỴzZ"
)
RANKS = (
    "AAAAAAAAAAAABBBBBBBBBBBBCCCCCCCCCCCCDDEEFFGGHHHHHHHHHHHHIIIIIIIIIIIIJJKK"
    "LLMMMMMMMMMMMMNNOOPPQQRRSSSSSSSSSSSSTTTTTTTTTTTTUUUUUUUUUUUUVVWWXXYYZZaaaaaaaaaaaabbbbbbbbbbbbccddeeffffffffffffgg"
)
VOWELS = (
    "aAàÀảẢãÃáÁạẠăĂằẰẳẲẵẴắẮặẶâÂầẦẩẨẫẪấẤậẬeEèÈẻẺẽẼéÉẹẸêÊềỀểỂễỄếẾệỆiIìÌỉỈĩĨíÍịỊ"
    "oOòÒỏỎõÕóÓọỌôÔồỒổỔỗỖốỐộỘơƠờỜởỞỡỠớỚợỢuUùÙủỦũŨúÚụỤưƯừỪửỬữỮứỨựỰyYỳỲỷỶỹỸýÝỵỴ"
)
TONES = (
    "001122334455001122334455001122334455001122334455001122334455001122334455"
    "001122334455001122334455001122334455001122334455001122334455001122334455"
)
ORDER = f"""
CREATE FUNCTION tiepdan.title_order(p_title text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(translate(left(normalize(p_title, NFC), 60), '{WRITTEN}', '{RANKS}'),
                              '[^0-9A-Za-z]+', '!', 'g'), '!')
    || ' ' || regexp_replace(translate(left(normalize(p_title, NFC), 60), '{VOWELS}0123456789', '{TONES}'),
                             '[^0-5]+', '', 'g');
$$;
"""


class Migration(migrations.Migration):
    """Order of lists."""

    dependencies = [("matters", "0007_handover_rights"), ("audit", "0002_chain")]
    operations = [
        migrations.RunSQL(ORDER, migrations.RunSQL.noop),
        migrations.AddField(
            model_name="participation",
            name="title_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func("title", function="tiepdan.title_order"),
                output_field=models.CharField(db_collation="C", max_length=200),
            ),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(fields=["agency_path", "title_key", "id"], name="line_by_title"),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(
                models.F("agency_path"),
                django.db.models.functions.comparison.Coalesce("due_on", models.Value(date(9999, 12, 31))),
                models.F("id"),
                name="line_by_limit",
            ),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(fields=["agency_path", "handler", "-received_on", "-id"], name="line_by_handler"),
        ),
    ]
