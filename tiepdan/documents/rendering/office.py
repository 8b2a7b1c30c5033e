"""An office's own DOCX in place of the house form: checked by name before it is kept, filled in a sandbox.

A template may print the form's fields and what stands around every paper, repeat over a list, and ask whether a value is
there. Anything else (calls, attributes, other files, macros, embedded objects) is refused, so that it can show no more than
the form does.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph as WordParagraph
from docxtpl import DocxTemplate, Listing
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tiepdan.documents.rendering.cleaning import clean_line
from tiepdan.documents.rendering.compose import Letterhead, RenderOptions, compose, shown_values
from tiepdan.documents.rendering.forms import FieldType, Form, Values
from tiepdan.documents.rendering.screen import DRAFT_MARK
from tiepdan.documents.rendering.wording import mark_of_invented_data
from tiepdan.infra.errors import TiepdanError

# What stands around every paper, offered to every template.
AROUND: Final[dict[str, str]] = {
    "agency": "Cơ quan ban hành",
    "parent_agency": "Cơ quan chủ quản",
    "number_line": "Số, ký hiệu",
    "place_and_date": "Địa danh, ngày tháng",
    "heading": "Tên loại văn bản",
    "subject": "Trích yếu",
    "signer_authority": "Quyền hạn người ký",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
    "recipients": "Nơi nhận (danh sách)",
}
_FILTERS: Final = frozenset({"upper", "lower", "default", "join", "length", "trim"})
_TESTS: Final = frozenset({"defined", "undefined", "none"})
_MOST_BYTES: Final = 5_000_000
_MOST_UNPACKED: Final = 40_000_000
_FORBIDDEN_PARTS: Final = ("vbaproject", "embeddings/", "activex/", "afchunk", "customui", "attachedtoolbars")
_TEXT_PARTS: Final = re.compile(r"^word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$|^docProps/")
_BRACES: Final = re.compile(r"\{[{%#]")


class BadTemplate(TiepdanError):
    """A DOCX cannot replace a form; the code says why, the names say which."""

    def __init__(self, code: str, *, names: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code}: {', '.join(names)}")
        self.code = code
        self.names = names


@dataclass(frozen=True, slots=True)
class OfferedField:
    """One name that a template may use, as shown on screen."""

    name: str
    label: str
    write: str  # what to type into the DOCX


def offered_fields(*, form: Form) -> tuple[OfferedField, ...]:
    """List every name that a template of this form may print, with what to type."""
    found = [OfferedField(name, label, _typed(name)) for name, label in AROUND.items() if name != "recipients"]
    found.append(OfferedField("recipients", AROUND["recipients"], "{%p for r in recipients %} {{ r }} {%p endfor %}"))
    for item in form.fields.values():
        if item.type is FieldType.LIST:
            write = f"{{%p for x in {item.name} %}} {{{{ x }}}} {{%p endfor %}}"
        elif item.type in {FieldType.ROWS, FieldType.TABLE}:
            cells = " | ".join(f"{{{{ r.{column} }}}}" for column in item.columns)
            write = f"{{%tr for r in {item.name} %}} {cells} {{%tr endfor %}}"
        else:
            write = _typed(item.name)
        found.append(OfferedField(item.name, item.label, write))
    return tuple(found)


def check_template(*, data: bytes, form: Form) -> None:
    """Refuse a DOCX that is none, holds more than text, or names what the form does not have.

    Raises BadTemplate: template_not_docx, template_holds_more, template_syntax, template_unknown_field,
        template_forbidden_expression, template_empty.
    """
    parts = _unpacked(data)
    _check_parts(parts)
    allowed = set(AROUND) | set(form.fields)
    columns = {item.name: frozenset(item.columns) for item in form.fields.values()}
    used: set[str] = set()
    for name, xml in parts.items():
        if not _BRACES.search(re.sub(r"<[^>]+>", "", xml)):
            continue
        if not _TEXT_PARTS.match(name):
            raise BadTemplate("template_holds_more", names=(name,))
        used |= _names_in(_patched(data, xml), allowed=allowed, columns=columns)
    if not used & set(form.fields):
        raise BadTemplate("template_empty")


def render_office(
    *, data: bytes, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None
) -> bytes:
    """Fill an office's DOCX with the values of a paper.

    Raises MissingValue, UnknownValue, WrongValue, BadTemplate.
    """
    chosen = options or RenderOptions()
    paper = compose(form=form, values=values, letterhead=letterhead, options=chosen)  # checks the values
    context: dict[str, Any] = {name: _for_word(value) for name, value in shown_values(form=form, values=values).items()}
    context |= {
        "agency": paper.agency, "parent_agency": paper.parent_agency, "number_line": paper.number,
        "place_and_date": paper.place_and_date, "heading": paper.heading, "subject": paper.subject or paper.about,
        "signer_authority": clean_line(letterhead.signer_authority), "signer_title": clean_line(letterhead.signer_post),
        "signer_name": clean_line(letterhead.signer_name), "recipients": list(paper.recipients),
    }  # fmt: skip
    template = DocxTemplate(io.BytesIO(data))
    try:
        template.render(context, jinja_env=_environment(), autoescape=True)
    except JinjaError as error:
        raise BadTemplate("template_syntax", names=(str(error)[:200],)) from error
    written = io.BytesIO()
    template.save(written)
    return _marked(written.getvalue(), options=chosen, title=paper.name, author=paper.agency)


def sample_template(*, form: Form) -> bytes:
    """Return a DOCX to start from: every field on its own line, with its name in Vietnamese."""
    page = docx.Document()
    for field in offered_fields(form=form):
        page.add_paragraph(
            f"{field.label}: " if "%p" not in field.write and "%tr" not in field.write else f"{field.label}:"
        )
        if "%p" in field.write:
            for part in re.findall(r"\{%p.*?%\}|\{\{.*?\}\}", field.write):
                page.add_paragraph(part)
        elif "%tr" in field.write:
            opening, closing = re.findall(r"\{%tr.*?%\}", field.write)
            cells = re.findall(r"\{\{.*?\}\}", field.write)
            grid = page.add_table(rows=3, cols=len(cells))
            grid.rows[0].cells[0].text, grid.rows[2].cells[0].text = opening, closing
            for cell, text in zip(grid.rows[1].cells, cells, strict=True):
                cell.text = text
        else:
            page.paragraphs[-1].add_run(field.write)
    written = io.BytesIO()
    page.save(written)
    return written.getvalue()


def _typed(name: str) -> str:
    return f"{{{{ {name} }}}}"


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(autoescape=True)
    made.globals.clear()
    made.filters = {name: found for name, found in made.filters.items() if name in _FILTERS}
    return made


def _unpacked(data: bytes) -> dict[str, str]:
    if len(data) > _MOST_BYTES:
        raise BadTemplate("template_not_docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _MOST_UNPACKED:
                raise BadTemplate("template_not_docx")
            names = packed.namelist()
            if "word/document.xml" not in names:
                raise BadTemplate("template_not_docx")
            return {
                name: packed.read(name).decode("utf-8", errors="replace") if name.endswith((".xml", ".rels")) else ""
                for name in names
            }
    except (zipfile.BadZipFile, RuntimeError, ValueError) as error:
        raise BadTemplate("template_not_docx") from error


def _check_parts(parts: Mapping[str, str]) -> None:
    strange = [name for name in parts if any(one in name.lower() for one in _FORBIDDEN_PARTS)]
    for name, xml in parts.items():
        if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
            strange.append(name)
        if name.endswith(".rels"):
            strange += [
                target
                for kind, target in re.findall(r'Type="([^"]+)"[^>]*Target="([^"]+)"[^>]*TargetMode="External"', xml)
                if not kind.endswith("/hyperlink")
            ]
        if name == "word/document.xml" and re.search(
            r"<w:(altChunk|object|fldSimple)\b|INCLUDE(TEXT|PICTURE)|DDE", xml
        ):
            strange.append(name)
    if strange:
        raise BadTemplate("template_holds_more", names=tuple(strange[:5]))


def _patched(data: bytes, xml: str) -> str:
    """Return the XML as docxtpl would hand it to jinja: words split over runs are joined."""
    return str(DocxTemplate(io.BytesIO(data)).patch_xml(xml))


def _names_in(source: str, *, allowed: set[str], columns: Mapping[str, frozenset[str]]) -> set[str]:
    try:
        tree = _environment().parse(source)
    except TemplateSyntaxError as error:
        raise BadTemplate("template_syntax", names=(str(error.message or "")[:200],)) from error
    loops: dict[str, set[str]] = {}  # loop variable → columns of what it runs over
    for loop in tree.find_all(nodes.For):
        if not isinstance(loop.target, nodes.Name) or not isinstance(loop.iter, nodes.Name):
            raise BadTemplate("template_forbidden_expression", names=("for",))
        if loop.target.name in allowed or loop.target.name == "loop":
            raise BadTemplate("template_forbidden_expression", names=(loop.target.name,))
        loops.setdefault(loop.target.name, set()).update(columns.get(loop.iter.name, ()))
    for node in _every(tree):
        _check_node(node, loops=loops)
    names = {node.name for node in tree.find_all(nodes.Name)} - set(loops)
    strange = sorted(names - allowed)
    if strange:
        raise BadTemplate("template_unknown_field", names=tuple(strange))
    return names


def _check_node(node: nodes.Node, *, loops: Mapping[str, set[str]]) -> None:
    plain = (
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.For, nodes.If, nodes.Const, nodes.Not, nodes.And,
        nodes.Or, nodes.Compare, nodes.Operand, nodes.CondExpr,
    )  # fmt: skip
    if isinstance(node, nodes.Getattr):
        known = loops.get(node.node.name, set()) if isinstance(node.node, nodes.Name) else set()
        if node.attr not in known:
            shown = f"{node.node.name}.{node.attr}" if isinstance(node.node, nodes.Name) else node.attr
            raise BadTemplate("template_unknown_field", names=(shown,))
    elif isinstance(node, nodes.Filter):
        if node.name not in _FILTERS:
            raise BadTemplate("template_forbidden_expression", names=(node.name,))
    elif isinstance(node, nodes.Test):
        if node.name not in _TESTS:
            raise BadTemplate("template_forbidden_expression", names=(node.name,))
    elif not isinstance(node, plain):
        raise BadTemplate("template_forbidden_expression", names=(type(node).__name__.lower(),))


def _every(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child)


def _for_word(value: str | list[str] | list[dict[str, str]]) -> object:
    return Listing(value) if isinstance(value, str) and "\n" in value else value


def _marked(data: bytes, *, options: RenderOptions, title: str, author: str) -> bytes:
    """Write the marks of a draft or of the demo above the first paragraph, and nothing else about the maker."""
    page = docx.Document(io.BytesIO(data))
    about = page.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title[:255], author[:255], "", ""
    about.subject = about.keywords = about.category = ""
    marks = [mark for mark, on in ((mark_of_invented_data(), options.demo), (DRAFT_MARK, options.draft)) if on]
    if marks:
        above = OxmlElement("w:p")
        page.element.body.insert(0, above)
        spot = WordParagraph(above, page.element.body)
        spot.alignment = ALIGN.CENTER
        spot.add_run(" – ".join(marks)).bold = True
    written = io.BytesIO()
    page.save(written)
    return written.getvalue()
