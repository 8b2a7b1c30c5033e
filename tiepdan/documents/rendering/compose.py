"""Fills a form: the one composed paper that PDF, DOCX and screen draw, so that the three cannot differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import cast

from tiepdan.documents.rendering.cleaning import clean_line, paragraphs_of
from tiepdan.documents.rendering.faults import EXPECTED, MissingValue, UnknownValue, WrongValue
from tiepdan.documents.rendering.forms import (
    FieldType,
    FieldValue,
    Form,
    FormField,
    Head,
    PaperKind,
    PaperSize,
    RowValue,
    Values,
)
from tiepdan.documents.rendering.template import Line, Option, ParagraphStyle, Part, Place, Text
from tiepdan.documents.rendering.wording import (
    BLANK,
    capitalised,
    even_lines,
    long_date,
    long_time,
    number_line,
    place_and_date,
    short_date,
)

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_STOPS = (".", ";", ",")
_SPACED_STOPS = "".join(_STOPS) + " "
_EITHER = re.compile(r"ông \(bà\) $", re.IGNORECASE)  # as the form writes before a name
_NAMED = re.compile(r"(ông|bà) +(?=\w)", re.IGNORECASE)  # as an officer begins it


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the paper, its number and who signs; what Decree 30/2020 puts around the text."""

    agency: str  # issuing body, as in its decision of establishment
    parent_agency: str = ""  # direct superior body
    place: str = ""  # place name of the date line
    number: int | None = None  # none until issued
    symbol: str = ""  # TB-UBND
    dated_on: date | None = None
    signer_authority: str = ""  # TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH …; line breaks allowed
    signer_title: str = ""
    signer_name: str = ""
    recipients: tuple[str, ...] = ()  # replaces the form's own list when not empty

    @property
    def signer_post(self) -> str:
        """The post as it stands over a signature, a line each: the agency is named at the head of the paper, not again.

        Example:
            >>> Letterhead("UBND phường Hoa Sen", signer_title="Chủ tịch UBND phường Hoa Sen").signer_post
            'Chủ tịch'
            >>> Letterhead("Thanh tra tỉnh An Hòa", signer_title="Chánh Thanh tra tỉnh An Hòa").signer_post
            'Chánh Thanh tra'
            >>> deputy = "KT. Chánh Thanh tra tỉnh An Hòa\\nPhó Chánh Thanh tra tỉnh An Hòa"
            >>> Letterhead("Thanh tra tỉnh An Hòa", signer_title=deputy).signer_post.splitlines()
            ['KT. Chánh Thanh tra', 'Phó Chánh Thanh tra']
        """
        return "\n".join(self._post(line) for line in paragraphs_of(self.signer_title))

    def _post(self, title: str) -> str:
        title, agency = clean_line(title), clean_line(self.agency)
        if not agency or not title.casefold().endswith(f" {agency.casefold()}"):
            return title
        for rank in ("KT. ", "Phó "):
            if title.startswith(rank):
                return rank + self._post(title.removeprefix(rank))
        alone = title[: -len(agency)].strip()
        if " " in alone:
            return alone
        kind = next((kind for kind in ("Thanh tra", "Văn phòng") if agency.startswith(kind)), agency.split()[0])
        return f"{alone} {kind}"  # one word is no post yet: Chánh Thanh tra, Trưởng Ban


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Marks laid over a paper."""

    draft: bool = False  # DỰ THẢO across the page
    demo: bool = False  # BẢN MẪU – KHÔNG CÓ GIÁ TRỊ at the top of each page
    qr_url: str = ""  # address behind the QR code of a form with a look-up strip


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed."""

    style: ParagraphStyle
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words without their weight."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed."""

    headers: tuple[str, ...]
    widths: tuple[int, ...]  # shares of the width
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Words above and below one signature."""

    lines: tuple[str, ...]  # printed bold, in this order
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A form filled in, ready to be drawn."""

    name: str
    head: Head
    size: PaperSize
    parent_agency: str
    agency: str
    number: str  # number line, empty when the form has none
    about: str  # "V/v …" of a letter
    place_and_date: str
    heading: str
    subject: str
    blocks: tuple[Paragraph | Table, ...]
    signatures: tuple[SignatureBlock, ...]
    signed_by_head: bool
    recipients: tuple[str, ...]
    lookup: tuple[Paragraph, ...]
    options: RenderOptions


def compose(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions) -> Paper:
    """Fill a form.

    Raises MissingValue, UnknownValue, WrongValue.
    """
    filled = _Filling(form=form, values=values)
    heading = filled.line_text(form.heading)
    subject = filled.line_text(form.subject)
    letter = form.kind is PaperKind.LETTER
    return Paper(
        name=form.name,
        head=form.head,
        size=form.paper,
        parent_agency=clean_line(letterhead.parent_agency),
        agency=clean_line(letterhead.agency),
        number=number_line(number=letterhead.number, symbol=clean_line(letterhead.symbol)) if form.numbered else "",
        about=subject if letter else "",
        place_and_date=place_and_date(place=clean_line(letterhead.place), on=letterhead.dated_on),
        heading=heading,
        subject="" if letter else subject,
        blocks=tuple(filled.blocks(form.body)),
        signatures=tuple(filled.signatures(letterhead)),
        signed_by_head=not form.signatures,
        recipients=tuple(clean_line(line) for line in letterhead.recipients or form.recipients),
        lookup=tuple(block for block in filled.blocks(form.lookup) if isinstance(block, Paragraph)),
        options=options,
    )


def shown_values(*, form: Form, values: Values) -> dict[str, str | list[str] | list[dict[str, str]]]:
    """Return every field as it is printed; one without a value is empty. The values have been checked before."""
    filled = _Filling(form=form, values=values)
    return {item.name: filled.shown(item) for item in form.fields.values()}


class _Filling:
    """Values of one form, checked, on their way into its text."""

    def __init__(self, *, form: Form, values: Values) -> None:
        strange = sorted(set(values) - set(form.fields))
        if strange:
            raise UnknownValue(form=form, names=strange)
        self._form = form
        self._values = values
        missing = [item for item in form.fields.values() if item.required and self._is_empty(item)]
        if missing:
            raise MissingValue(missing)
        for item in form.fields.values():
            if not self._is_empty(item):
                _check(item=item, value=values[item.name])

    def _is_empty(self, item: FormField) -> bool:
        value = self._values.get(item.name)
        if value is None:
            return True
        if isinstance(value, str):
            return not clean_line(value)
        return isinstance(value, Sequence) and not value

    def shown(self, item: FormField) -> str | list[str] | list[dict[str, str]]:
        if item.type is FieldType.LIST:
            return (
                []
                if self._is_empty(item)
                else [clean_line(one) for one in cast("Sequence[str]", self._values[item.name])]
            )
        if item.type in {FieldType.ROWS, FieldType.TABLE}:
            records = () if self._is_empty(item) else cast("Sequence[RowValue]", self._values[item.name])
            return [
                {column: _shown(record.get(column, ""), short=True) for column in item.columns} for record in records
            ]
        return "" if self._is_empty(item) else self._shown(item)

    def blocks(self, lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
        for line in lines:
            item = self._form.fields.get(line.sole_place())
            if line.style is ParagraphStyle.TABLE and item:
                yield self._table(item)
            elif item and item.type is FieldType.LIST:
                yield from self._list(item, line)
            elif item and item.type is FieldType.ROWS:
                yield from self._rows(item, line)
            else:
                yield from self._paragraphs(line)

    def line_text(self, parts: Sequence[Part]) -> str:
        return clean_line("".join(span.text for span in self._spans(parts)))

    def signatures(self, letterhead: Letterhead) -> Iterator[SignatureBlock]:
        if not self._form.signatures and self._form.head is not Head.NONE:
            above = (*paragraphs_of(letterhead.signer_authority), *paragraphs_of(letterhead.signer_post))
            yield SignatureBlock(above, "", clean_line(letterhead.signer_name))
        for box in self._form.signatures:
            item = self._form.fields.get(box.name_field)
            name = self._shown(item) if item and not self._is_empty(item) else ""
            beside = 20 if len(self._form.signatures) not in {1, 2, 4} else 34  # three stand in a row, or two
            yield SignatureBlock(even_lines(text=box.title, most=beside), box.note, clean_line(name))

    def _paragraphs(self, line: Line) -> Iterator[Paragraph]:
        """A long text brings its own line breaks: each starts a paragraph of the same style."""
        current: list[Span] = []
        capitals = line.style is ParagraphStyle.HEADING
        for span in self._spans(line.parts):
            text = span.text.upper() if capitals else span.text
            first, *others = text.split("\n")
            current.append(Span(first, span.bold))
            for other in others:
                yield Paragraph(line.style, tuple(current))
                current = [Span(other, span.bold)]
        if "".join(span.text for span in current).strip():
            opened_by_value = isinstance(line.parts[0], Place)
            yield Paragraph(line.style, _capitalised(current) if opened_by_value else tuple(current))

    def _spans(self, parts: Sequence[Part]) -> Iterator[Span]:
        yield from _read_together(self._parts(parts))

    def _parts(self, parts: Sequence[Part]) -> Iterator[Span]:
        for part in parts:
            if isinstance(part, Text):
                yield Span(part.text, part.bold)
            elif isinstance(part, Place):
                yield Span(self._value(part.name), part.bold)
            elif self._holds(part):
                yield from self._parts(part.parts)

    def _holds(self, option: Option) -> bool:
        if option.value:
            return self._values.get(option.name) == option.value
        if option.name:
            return not self._is_empty(self._form.fields[option.name])
        fields = (self._form.fields[part.name] for part in option.parts if isinstance(part, Place))
        return not any(self._is_empty(item) for item in fields)

    def _value(self, name: str) -> str:
        item = self._form.fields[name]
        return BLANK if self._is_empty(item) else self._shown(item)

    def _shown(self, item: FormField) -> str:
        value = self._values[item.name]
        if item.type is FieldType.LONG_TEXT:
            return "\n".join(paragraphs_of(str(value)))
        if item.type is FieldType.CHOICE:
            return item.options[str(value)]
        return _shown(value, short=item.short)

    def _list(self, item: FormField, line: Line) -> Iterator[Paragraph]:
        style = line.style if line.style is ParagraphStyle.BASIS else ParagraphStyle.ITEM
        dash = "" if style is ParagraphStyle.BASIS else "- "
        if self._is_empty(item):
            if isinstance(line.parts[0], Place):
                yield Paragraph(style, (Span(f"{dash}{BLANK}"),))
            return
        for entry in cast("Sequence[str]", self._values[item.name]):
            yield Paragraph(style, (Span(f"{dash}{clean_line(entry)}"),))

    def _rows(self, item: FormField, line: Line) -> Iterator[Paragraph]:
        records = () if self._is_empty(item) else cast("Sequence[RowValue]", self._values[item.name])
        blank: tuple[RowValue, ...] = ({},) if isinstance(line.parts[0], Place) else ()
        for record in records or blank:
            yield Paragraph(ParagraphStyle.ITEM, tuple(_read_together(_record_spans(item.each, record))))

    def _table(self, item: FormField) -> Table:
        records = () if self._is_empty(item) else cast("Sequence[RowValue]", self._values[item.name])
        rows = tuple(tuple(_shown(record.get(column, ""), short=True) for column in item.columns) for record in records)
        widths = tuple(item.widths.get(column, 1) for column in item.columns)
        return Table(tuple(item.columns.values()), widths, rows or (("",) * len(item.columns),))


def _record_spans(parts: Sequence[Part], record: Mapping[str, str | int | date]) -> Iterator[Span]:
    shown = {name: _shown(value, short=True) for name, value in record.items()}
    for part in parts:
        if isinstance(part, Text):
            yield Span(part.text, part.bold)
        elif isinstance(part, Place):
            yield Span(shown.get(part.name) or BLANK, part.bold)
        elif all(shown.get(inner.name) for inner in part.parts if isinstance(inner, Place)):
            yield from _record_spans(part.parts, record)


def _read_together(spans: Iterable[Span]) -> Iterator[Span]:
    """Let the words of the form and of the officer read as one: one stop, one "ông" before a name."""
    held = Span("")
    for span in spans:
        if not span.text:
            continue
        before, held = _met(held, span)
        if before.text:
            yield before
    if held.text:
        yield held


def _met(before: Span, after: Span) -> tuple[Span, Span]:
    if after.text[0] in _STOPS and before.text.endswith(_STOPS):
        return Span(before.text.rstrip(_SPACED_STOPS), before.bold), after
    either, named = _EITHER.search(before.text), _NAMED.match(after.text)
    if either is None or named is None:
        return before, after
    title = capitalised(named[1].lower()) if either[0][0].isupper() else named[1].lower()
    return Span(before.text[: either.start()], before.bold), Span(f"{title} {after.text[named.end() :]}", after.bold)


def _shown(value: FieldValue, *, short: bool) -> str:
    if isinstance(value, date):
        return short_date(on=value) if short else long_date(on=value)
    if isinstance(value, time):
        return long_time(at=value)
    return clean_line(str(value))


def _capitalised(spans: Sequence[Span]) -> tuple[Span, ...]:
    """A paragraph opened by a value starts with a capital: "Ngày 03 …"."""
    first = spans[0]
    return (Span(capitalised(first.text), first.bold), *spans[1:])


def _check(*, item: FormField, value: FieldValue) -> None:
    match item.type:
        case FieldType.TEXT | FieldType.LONG_TEXT | FieldType.PERSON:
            fits = isinstance(value, str)
        case FieldType.NUMBER:
            fits = isinstance(value, int) and not isinstance(value, bool)
        case FieldType.DATE:
            fits = isinstance(value, date)
        case FieldType.TIME:
            fits = isinstance(value, time)
        case FieldType.CHOICE:
            fits = isinstance(value, str) and value in item.options
        case FieldType.LIST:
            fits = _is_sequence(value) and all(isinstance(entry, str) for entry in cast("Sequence[object]", value))
        case FieldType.ROWS | FieldType.TABLE:
            fits = _is_sequence(value) and all(
                isinstance(entry, Mapping) and set(entry) <= set(item.columns)
                for entry in cast("Sequence[object]", value)
            )
    if not fits:
        raise WrongValue(item=item, expected=EXPECTED[item.type])


def _is_sequence(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
