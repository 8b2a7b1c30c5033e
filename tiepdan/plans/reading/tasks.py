"""Duties of the tree: which block is a task, whose it is, and all its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tiepdan.plans.reading import duties, orders, topics
from tiepdan.plans.reading.addressed import addressed_in_title, all_names, ordered_about_money, repeats
from tiepdan.plans.reading.cards import Field, card_field, card_fields, columns_of, stands_beside_card, trailing_fields
from tiepdan.plans.reading.limits import limit_found, limits_in, relative_limits, what_is_due
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.markers import NUMBERED_WORD, Mark
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Assignment, Deadline, Found, Task
from tiepdan.plans.reading.normal import Text, join, pattern
from tiepdan.plans.reading.outline import Node
from tiepdan.plans.reading.recurrence import recurrence
from tiepdan.plans.reading.topics import Topic

_ANNEX: Final = re.compile(r"phụ lục(?: (?:số )?([ivx\d]{1,4})(?!\w))?")


class Context(NamedTuple):
    """What the headings above say: addressees, whether only implied, the topic, the section."""

    agencies: tuple[Found, ...] = ()
    implied: bool = False
    request: bool = False
    topic: Topic = Topic.DUTIES
    section: str = ""
    numbered: bool = False  # inside a numbered duty


@dataclass(slots=True)
class _Row:
    """One task being read, with what cards below it add."""

    section: str
    context: Context
    text: Text
    agencies: tuple[Found, ...]
    implied: bool
    request: bool
    optional: bool
    broken: bool
    cards: dict[Field, Text] = field(default_factory=dict)


class TaskReader:
    """Walks the outline. `year` completes dates without one; `implied` addresses duties that name nobody anywhere."""

    def __init__(self, *, year: int | None, implied: tuple[Found, ...] = ()) -> None:
        self._year = year
        self._implied = implied
        self._rows: list[_Row] = []
        self.other_deadlines: list[Deadline] = []

    def read(self, root: Node) -> None:
        """Collects the tasks below the root. Paragraphs before the first heading are the preamble."""
        has_sections = any(c.section for c in root.children)
        started = not has_sections
        for child in root.children:
            started = started or child.section is not None
            if started:
                self._children([child], Context(self._implied, implied=bool(self._implied)))

    def _children(self, nodes: Sequence[Node], context: Context) -> None:
        current = context
        if current.topic is Topic.DUTIES and topics.lists_things(_marked_texts(nodes)):
            current = current._replace(topic=Topic.CONTENT)
        columns: list[Field | None] | None = None
        for index, node in enumerate(nodes):
            block = node.block
            if block is None:
                continue
            if block.cells:
                head = columns_of(block.cells)
                if head:
                    columns = head
                elif columns:
                    self._table_row(block.cells, columns, current)
                continue
            columns = None
            if node.section is not None:
                self._section(node, context)
                continue
            text = node.body or block.text
            if self._card(node, text, current):
                self._children(node.children, current)
                continue
            current = self._item(node, text, current, nodes[index + 1 :])

    def _card(self, node: Node, text: Text, current: Context) -> bool:
        """Takes a line that is a card of the last duty in this place."""
        if not self._rows or current.topic in {Topic.FACTS, Topic.PEOPLE}:
            return False
        row = self._rows[-1]
        if row.section != current.section:
            return False
        fields = card_fields(text)
        for name, start, end in fields:
            row.cards.setdefault(name, text.part(start, end))
        return bool(fields) or ((node.card or bool(row.cards)) and stands_beside_card(text))

    def _section(self, node: Node, context: Context) -> None:
        section = node.section
        block = node.block
        if section is None or block is None:
            return
        length = len(section.title.value)
        title = block.text if length == len(block.text) else block.text.part(0, length)
        own = addressed_in_title(title)
        topic = topics.topic_of(section.title.value)
        if own is None and topic is Topic.DUTIES and context.topic is not Topic.DUTIES:
            topic = context.topic
        inner = context._replace(
             section=section.path, topic=Topic.DUTIES if own and topic is not Topic.AIMS else topic, numbered=False,
            agencies=own.names if own else context.agencies, implied=context.implied if own is None else False,
            request=own.request if own else context.request,
        )  # fmt: skip
        if own is None and context.agencies and not context.implied and context.section:
            inner = inner._replace(implied=False)
        if node.body is not None:
            self._task(node.body, inner, node, marked=True, own=own is not None)
        self._children(node.children, inner)

    def _item(self, node: Node, text: Text, current: Context, following: Sequence[Node]) -> Context:
        """One item or paragraph; returns the context of the items after it (`following`)."""
        block = node.block
        if block is None:
            return current
        marked = block.marker.end > 0
        place = current._replace(section=node.path or current.section)
        if text.value.rstrip().endswith(":"):
            return self._opens_list(node, text, place, current, following)
        before = len(self._rows)
        self._task(text, place, node, marked=marked)
        inner = place
        if len(self._rows) > before:
            row = self._rows[-1]
            inner = place._replace(
                agencies=row.agencies or place.agencies, request=row.request, implied=row.implied, numbered=True
            )
        below = node.children
        if below and len(self._rows) > before and self._particulars(below):
            self._take_particulars(below)
            return current
        self._children(below, inner)
        if not marked and len(self._rows) > before and not current.agencies and current.numbered:
            return current._replace(agencies=self._rows[-1].agencies)
        return self._after_paragraph(marked, before, current)

    def _after_paragraph(self, marked: bool, before: int, current: Context) -> Context:
        """A paragraph that names its addressees gives them to the next one in the same place when that names nobody."""
        if marked or len(self._rows) == before or (current.agencies and not current.implied):
            return current
        row = self._rows[-1]
        return (
            current._replace(agencies=row.agencies, request=row.request, implied=row.implied)
            if row.agencies
            else current
        )

    def _opens_list(
        self, node: Node, text: Text, place: Context, current: Context, following: Sequence[Node]
    ) -> Context:
        """A line that ends in ":": an agency, an order to one, or a duty with particulars below."""
        named = addressed_in_title(text)
        own = named or duties.addressed_by_intro(text)
        label = topics.is_label(text)
        inner = place
        if own:
            inner = place._replace(
                agencies=own.names,
                request=own.request,
                implied=False,
                topic=place.topic if place.topic is Topic.AIMS else Topic.DUTIES,
            )
        elif label:
            inner = place._replace(topic=Topic.FACTS)
        if node.children:
            if (
                not label
                and named is None
                and self._particulars(node.children)
                and topics.obliges(text, topic=place.topic, marked=node.block is not None and node.block.marker.end > 0)
            ):
                self._task(text, place, node, marked=True)
                if self._rows:
                    self._take_particulars(node.children)
                return current
            self._children(node.children, inner)
            return current
        if named is None and not label and not text.folded.startswith("căn cứ ") and self._things_follow(following):
            before = len(self._rows)
            self._task(text, place, node, marked=node.block is not None and node.block.marker.end > 0)
            if len(self._rows) > before:
                return inner._replace(section=current.section, topic=Topic.CONTENT)
        # A paragraph that opens the list of items standing beside it.
        return inner._replace(section=current.section) if own else current

    @staticmethod
    def _things_follow(nodes: Sequence[Node]) -> bool:
        """True when the item below a line that ends in ":" is a thing ("- Việc …"): the line itself is the duty."""
        first = nodes[0] if nodes else None
        return (
            first is not None
            and first.block is not None
            and first.block.marker.mark in {Mark.DASH, Mark.PLUS}
            and topics.is_thing(first.block.text)
        )

    def _particulars(self, nodes: Sequence[Node]) -> bool:
        texts = [
            n.block.text
            for n in nodes
            if n.block is not None and not n.block.cells and card_field(n.block.text) is None
        ]
        return (
            bool(texts)
            and not any(n.card for n in nodes)
            and all(topics.noun_particular(t) and not topics.is_label(t) for t in texts)
            and all(n.block is not None and n.block.marker.end > 0 and n.section is None for n in nodes)
        )

    def _take_particulars(self, nodes: Sequence[Node]) -> None:
        row = self._rows[-1]
        row.text = join([row.text, *[n.block.whole for n in nodes if n.block is not None]])

    def _task(self, text: Text, context: Context, node: Node, *, marked: bool, own: bool = False) -> None:
        """Adds the paragraph as a task when it obliges somebody."""
        block = node.block
        if block is None:
            return
        if counted := NUMBERED_WORD.match(text.value):
            text, marked = text.part(counted.end()), True
        optional = context.topic is Topic.REQUIREMENTS
        if topics.is_closing(text):
            after = pattern(r"[.;]\s+(?=\w)").search(text.value)
            rest = text.part(after.end()) if after else None
            if rest is None or not duties.reporting(rest)[0]:
                return
            text, optional = rest, True
            context = context._replace(section=context.section.split(".", 1)[0], agencies=(), implied=False)
        elif not marked and topics.is_general(text) and not context.agencies:
            optional = True
        elif not marked and topics.is_general(text):
            optional = True
            context = context._replace(section=context.section.split(".", 1)[0])
        elif (
            not topics.obliges(text, topic=context.topic, marked=marked)
            and not (own and topics.obliges_after_name(text))
            and not self._named_behind_label(text, context)
        ):
            return
        named = duties.addressees(text) or orders.after_label(text)
        if named and context.agencies and not context.implied and text.folded.startswith("phân công "):
            named = None  # the agency of the heading is to assign somebody
        agencies, implied, request = context.agencies, context.implied, context.request
        if named:
            shorter = repeats(named.names, agencies)
            agencies = agencies if shorter else named.names
            implied, request = (implied if shorter else False), named.request
        elif lead := duties.assigned_lead(text) or ordered_about_money(text):
            agencies, implied = lead, False
        second = orders.second_order(text) if named else None
        rest = text.part(second) if second is not None else None
        if second is not None:
            text = text.part(0, orders.order_end(text, second))
        row = _Row(
            context.section, context, text, agencies, implied and bool(agencies), request, optional, block.joined
        )
        if rest is not None:
            self._rows.append(row)
            self._task(rest, context, node, marked=True)
            return
        beside = trailing_fields(text)
        for name, start, end in card_fields(text, beside) if beside is not None else ():
            row.cards.setdefault(name, text.part(start, end))
        self._rows.append(row)

    @staticmethod
    def _named_behind_label(text: Text, context: Context) -> bool:
        """ "Tổ chức đoàn: Ban Thường trực … thành lập …", among facts: somebody named is told to do something."""
        return (
            context.topic in {Topic.FACTS, Topic.PEOPLE, Topic.CONTENT}
            and not topics.is_label(text)
            and orders.after_label(text) is not None
        )

    def read_annex(self, lines: Sequence[Line]) -> None:
        """Takes the duties of tables behind the signature that name who leads; other annexes and forms oblige nobody."""
        section = "Phụ lục"
        columns: list[Field | None] | None = None
        for line in lines:
            if not line.cells:
                if found := _ANNEX.match(line.folded):
                    section = line.value[:1] + line.value[1:7].lower() + line.value[7 : found.end()]
                columns = None if len(line.value) > 3 else columns
                continue
            head = columns_of(line.cells)
            if head:
                columns = head if Field.LEAD in head else None
            elif columns:
                self._table_row(line.cells, columns, Context(section=section))

    def _table_row(self, cells: Sequence[Text], columns: Sequence[Field | None], context: Context) -> None:
        """One row of a table of duties."""
        values: dict[Field, Text] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column is not None and cell.value:
                values.setdefault(column, cell)
        task = values.get(Field.TASK)
        if task is not None and (counted := NUMBERED_WORD.match(task.value)):
            task = task.part(counted.end())
        if task is None or len(values) < 2 or not pattern(r"\w{2}").search(task.value):
            return
        row = _Row(context.section, context, task, context.agencies, context.implied, context.request, False, False)
        row.cards = {k: v for k, v in values.items() if k in {Field.LEAD, Field.COORDINATE, Field.TIME, Field.RESULT}}
        self._rows.append(row)

    def result(self) -> tuple[Assignment, ...]:
        """Tasks grouped by section and addressees, in reading order."""
        groups: list[tuple[str, tuple[Found, ...], bool, bool, list[Task]]] = []
        for row in self._rows:
            task, agencies, implied = self._finish(row)
            key = (row.section, tuple(a.value for a in agencies), row.request)
            if groups and (groups[-1][0], tuple(a.value for a in groups[-1][1]), groups[-1][3]) == key:
                groups[-1][4].append(task)
            else:
                groups.append((row.section, agencies, implied, row.request, [task]))
        return tuple(Assignment(s, a, i, r, tuple(t)) for s, a, i, r, t in groups)

    def _finish(self, row: _Row) -> tuple[Task, tuple[Found, ...], bool]:
        text = row.text
        span = text.span(0, len(text))
        agencies, implied = row.agencies, row.implied
        coordinate = duties.coordinating(text)
        report_to, via = duties.reporting(text)
        recurring = recurrence(text)
        limits = limits_in(text, year=self._year)
        relative = [text.part(*r) for r in relative_limits(text)]
        limit_text = text
        if lead := row.cards.get(Field.LEAD):
            agencies, implied = all_names(lead) or agencies, False
        if card := row.cards.get(Field.COORDINATE):
            coordinate = all_names(card) or coordinate
        if time := row.cards.get(Field.TIME):
            timed = limits_in(time, year=self._year, bare=True)
            if timed and not limits:
                limits, limit_text = timed, time
            recurring = recurring or recurrence(time)
            relative += [time.part(*r) for r in relative_limits(time)]
        result = row.cards.get(Field.RESULT)
        names = {a.value.lower() for a in agencies}
        coordinate = tuple(c for c in coordinate if c.value.lower() not in names)
        date = next((x for x in limits if x.date), None)
        month = next((x for x in limits if x.partial), None)
        task = Task(
            text=Found(text.value, (span,), SURE if not row.optional else DOUBTFUL), leads=agencies, coordinate_with=coordinate,
            contacts=duties.contacting(text), report_to=report_to, via=via, recurring=recurring,
            deadline=limit_found(limit_text, date.start, date.end, date.date, completed=date.completed) if date else None,
            deadline_partial=limit_found(limit_text, month.start, month.end, month.partial, completed=month.completed) if month else None,
            relative_deadlines=tuple(Found(r.value, (r.span(0, len(r)),), LIKELY) for r in relative),
            result=Found(result.value, (result.span(0, len(result)),), LIKELY) if result and result.value else None,
            request=row.request, optional=row.optional, broken_over_page=row.broken,
        )  # fmt: skip
        receiver = report_to[0].value if report_to else None
        for limit in limits:
            what = what_is_due(text, limit.start if limit_text is text else len(text))
            self.other_deadlines.append(
                Deadline(
                    what, limit.date, limit.partial, receiver, via.value if via else None, limit_text.span(limit.start, limit.end),
                    DOUBTFUL if limit.completed else SURE,
                )
            )  # fmt: skip
        return task, agencies, implied


def _marked_texts(nodes: Sequence[Node]) -> list[Text]:
    return [n.block.text for n in nodes if n.block is not None and n.block.marker.end > 0 and n.section is None]
