"""Plans as files of every kind, and a plan already read."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdf
import typst
from PIL import Image, ImageDraw, ImageFont

from tests.factories import moment
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.plans import actions, jobs
from tiepdan.plans.models import PlanDocument

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "rules" / "examples" / "plans"
AT = moment("2026-07-14")
PLAN = """KẾ HOẠCH
Tiếp công dân phục vụ Lễ hội Hoa Sen năm 2026

Căn cứ Luật Tiếp công dân năm 2013;

Ủy ban nhân dân phường Hoa Sen ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

1. Văn phòng HĐND và UBND phường

- Chủ trì, phối hợp với Công an phường bố trí công chức trực tiếp công dân hằng ngày.

- Tổng hợp, báo cáo Ủy ban nhân dân phường trước ngày 20/8/2026.

2. Công an phường

- Xây dựng phương án bảo đảm an ninh, trật tự.

Nơi nhận:

- Đảng ủy phường (b/c);
- Công an phường (t/h);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Phùng Gia Bảo
"""


def example(name: str) -> str:
    """One of the project's own invented plans."""
    return (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def as_docx(text: str) -> bytes:
    """The text in Word, a paragraph per line."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(text: str) -> bytes:
    """The text in a PDF with a text layer."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    made = typst.compile(f'#let t = {quoted}\n#for line in t.split("\\n") [#line \\ ]'.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def as_scan(text: str) -> bytes:
    """The text as one long picture."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    page = f"#set page(height: auto)\n#set text(size: 13pt)\n#let t = {quoted}\n"
    made = typst.compile((page + '#for line in t.split("\\n") [#line \\ ]').encode(), format="png", ppi=200)
    assert isinstance(made, bytes)
    return made


def picture_without_text() -> bytes:
    """A photograph, as far as a reader of letters is concerned."""
    image = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(image).ellipse((100, 80, 500, 320), fill="lightgray")
    return _png(image)


def locked_pdf() -> bytes:
    """A PDF that opens only with a password."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(as_pdf(PLAN))))
    writer.encrypt("mat-khau-rieng", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture_pdf() -> bytes:
    """A PDF whose only page is a picture."""
    out = io.BytesIO()
    image = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(image).text((20, 20), "KE HOACH", fill="black", font=ImageFont.load_default(size=40))
    image.save(out, format="PDF")
    return out.getvalue()


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


def uploaded(by: Actor, *, data: bytes = PLAN.encode(), name: str = "ke-hoach.txt") -> PlanDocument:
    """Upload through the act."""
    with acting(by):
        return actions.upload_plan(data=data, name=name, by=by, at=AT)


def read(by: Actor, *, data: bytes = PLAN.encode(), name: str = "ke-hoach.txt") -> PlanDocument:
    """Upload, and let the job read; returned as its owner sees it."""
    plan = uploaded(by, data=data, name=name)
    jobs.read_plan(plan_id=plan.pk, agency_id=plan.agency_id)
    return fresh(by, plan)


def fresh(by: Actor, plan: PlanDocument) -> PlanDocument:
    """The row as it stands now."""
    with acting(by):
        return PlanDocument.objects.get(pk=plan.pk)
