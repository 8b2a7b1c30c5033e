"""Rights on signed copies, trusted certificates, office templates and letters addressed to a named person."""

from django.db import migrations

from tiepdan.infra.rowlevel import audited, protect

_PATH = "current_setting('tiepdan.path', true)"
_ROLE = "current_setting('tiepdan.role', true)"
# What an agency set up holds for the bodies below it.
FROM_ABOVE = f"starts_with({_PATH}, agency_path)"
BY_ADMINISTRATOR = f"agency_path = {_PATH} AND {_ROLE} = 'administrator'"
IN_OFFICE = f"agency_path = {_PATH} AND {_ROLE} IN ('reception_officer', 'processing_officer', 'records_clerk', 'head', 'deputy')"
PAPER = "EXISTS (SELECT 1 FROM documents_paper p WHERE p.id = paper_id AND p.matter_id IS NULL)"


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("documents", "0003_paper_life")]
    operations = [
        protect(
            "documents_signedcopy",
            see=f"tiepdan.reads(matter_id) OR (matter_id IS NULL AND {PAPER})",
            add=f"tiepdan.writes(matter_id) OR (matter_id IS NULL AND {PAPER})",
        ),
        protect("documents_trustedcertificate", see=FROM_ABOVE, add=BY_ADMINISTRATOR),
        protect("documents_formtemplate", see=FROM_ABOVE, add=BY_ADMINISTRATOR),
        protect("documents_personalletter", see=IN_OFFICE),
        audited("documents_signedcopy"),
        audited("documents_trustedcertificate"),
        audited("documents_formtemplate"),
        audited("documents_personalletter"),
    ]
