"""The dossier of a case holds its evidence; redacted, a sealed one shows neither title nor file of it."""

from __future__ import annotations

import io

import pypdf
import pytest

from tests.cases.build import ACCEPTED, denunciation, walk
from tests.people import make_cast
from tests.submissions.build import NAME
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.cases import actions
from tiepdan.submissions.actions import Dossier

pytestmark = pytest.mark.django_db


def words(made: Dossier) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages)


@pytest.mark.parametrize(("sealed", "redacted"), [(False, False), (False, True), (True, True)])
def test_evidence_is_inside_and_withheld_where_it_may_name_somebody(sealed: bool, redacted: bool) -> None:
    cast = make_cast()
    way = walk(cast, denunciation()) if sealed else walk(cast)
    data = pdf_bytes("Trang chứng cứ số 9")
    way.as_(cast.handler, actions.add_evidence, title=f"Giấy của {NAME}", supplied_by=NAME, note="", data=data)
    with acting(cast.handler):
        code = way.case.submission.code
        made = actions.make_case_dossier(
            code=code, purpose="court", packed=False, redacted=redacted, by=cast.handler, at=ACCEPTED
        )
    text = words(made)
    assert ("Trang chứng cứ số 9" in text) is not redacted
    assert (NAME in text) is not redacted
    assert "chứng cứ" in text
    assert "Thời hạn và cách tính".upper() in text
    assert "ngày phát sinh, không tính" in text  # day by day, as on the page of the case
    assert "Căn cứ: " in text
    if sealed:
        assert "niêm phong danh tính" in text
