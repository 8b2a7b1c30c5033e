"""A paper drafted for an act says what the act is done to; letters of proposals opened before they had a mark get it.

A matter may hold several cases of one agency: the draft belongs to one of them. Undone by dropping the column.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; the rights of papers hold for it."""

    dependencies = [("documents", "0005_paper_of_act")]
    operations = [
        migrations.AddField(model_name="paper", name="act_of", field=models.CharField(blank=True, max_length=40)),
    ]
