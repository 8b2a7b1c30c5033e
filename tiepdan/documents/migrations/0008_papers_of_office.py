"""Papers of an office, all or in one state, are read newest first along an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0007_marks_of_open_drafts")]

    operations = [
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["agency", "-id"], name="paper_of_office"),
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["agency", "status", "-id"], name="paper_of_office_by_status"),
        ),
    ]
