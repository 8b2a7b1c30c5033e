"""Django's templates with less Python for each variable, condition and loop: same language, same letters.

Django looks a name up by trying and failing (an exception for every attribute), asks every value whether it is a number or a
day, and walks conditions through three calls each. Here what is known when a template is compiled is decided then. Whatever is
rare is left to Django's own classes, from which these are derived (docs/decisions/0107-quicker-templates.md).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from inspect import signature
from typing import Any, Final, cast

from django.conf import settings
from django.template import Node, NodeList, Origin, Template, TemplateDoesNotExist, VariableDoesNotExist
from django.template.base import FilterExpression, Lexer, Parser, TextNode, Token, Variable, VariableNode
from django.template.base import render_value_in_context as written
from django.template.context import BaseContext, Context
from django.template.defaulttags import ForNode, IfNode, TemplateLiteral, URLNode
from django.template.loaders.base import Loader as BaseLoader
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined] # not in the stubs

from tiepdan.ui.addresses import plain_address

Value = Any  # what a page may be given
Condition = Callable[[Context], Value]
Step = str | Callable[[Context], str]

_MISSING: Final = object()
_BY_NUMBER: Final = frozenset({str.__getitem__, list.__getitem__, tuple.__getitem__})  # a word is no key of these
_NOT_A_KEY: Final = (TypeError, AttributeError, KeyError, ValueError, IndexError)


class Compiling(BaseLoader):
    """Compiles the sources it finds by the classes below; with debugging on by Django's, which say where an error lies."""

    get_contents: Callable[[Origin], str]

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """Return the first template of that name, as Django's loader does."""
        tried = []
        made: type[Template] = Template if self.engine.debug else Page
        for origin in self.get_template_sources(template_name):
            if skip is not None and origin in skip:
                tried.append((origin, "Skipped to avoid recursion"))
                continue
            try:
                contents = self.get_contents(origin)
            except TemplateDoesNotExist:
                tried.append((origin, "Source does not exist"))
                continue
            return made(contents, origin, str(origin.template_name), self.engine)
        raise TemplateDoesNotExist(template_name, tried=tried)


class Page(Template):
    """A template whose nodes are those below."""

    def compile_nodelist(self) -> NodeList:
        """Compile the source."""
        tokens = Lexer(self.source).tokenize()
        parser = _Parser(tokens, self.engine.template_libraries, self.engine.template_builtins, self.origin)
        nodes = parser.parse()
        self.extra_data = parser.extra_data  # where partials are kept
        return nodes


class _Parser(Parser):
    def parse(self, parse_until: Iterable[str] | None = None) -> NodeList:
        return _Nodes(super().parse(parse_until))

    def compile_filter(self, token: str) -> FilterExpression:
        return _Expression(token, self)

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        quicker = _QUICKER.get(type(node))
        super().extend_nodelist(nodelist, quicker(node) if quicker else node, token)


class _Nodes(NodeList):
    """Nodes whose text stands ready; errors are not annotated, as Django does not without debugging."""

    def __init__(self, nodes: NodeList) -> None:
        super().__init__(nodes)
        self.contains_nontext = nodes.contains_nontext
        self.steps: list[Step] = [_step(node) for node in nodes]
        self._text = None if self.contains_nontext else SafeString("".join(map(str, self.steps)))

    def render(self, context: Context) -> SafeString:
        if self._text is not None:
            return self._text
        return SafeString("".join([step if isinstance(step, str) else step(context) for step in self.steps]))


def _step(node: Node) -> Step:
    if type(node) is TextNode:
        return node.s
    draw: Callable[[Context], Any] = node.render_annotated
    return node.render if type(node).render_annotated is Node.render_annotated else draw


class _Expression(FilterExpression):
    """A variable with its filters."""

    __slots__ = ("_filters", "_names")

    def __init__(self, token: str, parser: Parser) -> None:
        super().__init__(token, parser)
        asked = self.is_var and self.var.lookups is not None and not self.var.translate
        self._names: tuple[str, ...] | None = self.var.lookups if asked else None
        self._filters = [_Filter(function, arguments) for function, arguments in self.filters]

    def resolve(self, context: Context, ignore_failures: bool = False) -> Value:  # as Django's
        names = self._names
        if names is None:
            value = self.var.resolve(context) if self.is_var else self.var
        else:
            value = _found(names, context)
            if value is _MISSING:
                if ignore_failures:
                    value = None
                else:
                    value = _invalid(context)
                    if value:
                        return value % self.var if "%s" in value else value
        for one in self._filters:
            value = one.apply(value, context)
        return value


class _Filter:
    """A filter whose flags are read and whose written arguments are marked once."""

    __slots__ = ("_arguments", "_asked", "_asks", "_autoescape", "_function", "_local", "_safe")

    def __init__(self, function: Callable[..., Value], arguments: Sequence[tuple[bool, Any]]) -> None:
        self._function = function
        self._asked = tuple(
            argument if asks and (argument.lookups is not None or argument.translate) else None
            for asks, argument in arguments
        )
        self._asks = any(self._asked)
        self._arguments = tuple(
            None if asked else (argument.literal if asks else mark_safe(argument))  # noqa: S308 # written in a template
            for asked, (asks, argument) in zip(self._asked, arguments, strict=True)
        )
        self._local = getattr(function, "expects_localtime", False)
        self._autoescape = getattr(function, "needs_autoescape", False)
        self._safe = getattr(function, "is_safe", False)

    def apply(self, value: Value, context: Context) -> Value:
        arguments = self._arguments
        if self._asks:
            arguments = tuple(
                _asked(asked, context) if asked else argument
                for asked, argument in zip(self._asked, arguments, strict=True)
            )
        if self._local:
            value = template_localtime(value, context.use_tz)
        if self._autoescape:
            made = self._function(value, *arguments, autoescape=context.autoescape)
        else:
            made = self._function(value, *arguments)
        return mark_safe(made) if self._safe and isinstance(value, SafeData) else made  # noqa: S308 # as Django's


def _asked(variable: Variable, context: Context) -> Value:
    found = _MISSING if variable.translate or variable.lookups is None else _found(variable.lookups, context)
    return variable.resolve(context) if found is _MISSING else found  # Django says what is missing


def _found(names: tuple[str, ...], context: Context) -> Value:
    """Return what the names lead to, _MISSING where Django's Variable raises VariableDoesNotExist."""
    first = names[0]
    for layer in reversed(context.dicts):
        if first in layer:
            current = layer[first]
            break
    else:
        return _MISSING
    try:
        if callable(current):
            current = _called(current, context)
        for name in names[1:]:
            kind = type(current)
            getter = getattr(kind, "__getitem__", None)
            if current is None:
                return _MISSING
            if getter is None:
                try:
                    current = getattr(current, name)
                except (TypeError, AttributeError):
                    current = _numbered(current, name)
            elif kind is dict and name in current:
                current = current[name]
            elif getter in _BY_NUMBER and not name.isdecimal():
                current = _attribute(current, name)
            else:
                try:
                    current = current[name]
                except _NOT_A_KEY:
                    current = _attribute(current, name)
            if callable(current):
                current = _called(current, context)
            elif current is _MISSING:
                return current
    except VariableDoesNotExist:
        return _MISSING
    except Exception as error:
        if getattr(error, "silent_variable_failure", False):
            return _invalid(context)
        raise
    return current


def _invalid(context: Context) -> str:
    return context.template.engine.string_if_invalid  # type: ignore[union-attr] # it is drawn, so there is one


def _attribute(current: Value, name: str) -> Value:
    try:
        if isinstance(current, BaseContext) and getattr(type(current), name):
            return _MISSING
        return getattr(current, name)
    except (TypeError, AttributeError):
        return _numbered(current, name)


def _numbered(current: Value, name: str) -> Value:
    """Look an item up by its place, while an attribute's error is handled: one of the object's own goes on."""
    if not isinstance(current, BaseContext) and name in dir(current):
        raise  # the error of the attribute
    try:
        return current[int(name)]
    except (IndexError, ValueError, KeyError, TypeError):
        return _MISSING


def _called(current: Value, context: Context) -> Value:
    if getattr(current, "do_not_call_in_templates", False):
        return current
    if getattr(current, "alters_data", False):
        return _invalid(context)
    try:
        return current()
    except TypeError:
        try:
            signature(current).bind()
        except (TypeError, ValueError):  # it wants arguments, or does not say
            return _invalid(context)
        raise


class _Variable(VariableNode):
    def render(self, context: Context) -> str:
        try:
            value = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ""
        kind, drawn = type(value), cast("str", value)
        if kind is SafeString:
            return drawn
        if kind is str:
            return escape(value) if context.autoescape else drawn
        if kind is int and not settings.USE_THOUSAND_SEPARATOR:
            return str(value)
        return written(value, context)


class _If(IfNode):
    def __init__(self, branches: list[tuple[Any, NodeList]]) -> None:
        super().__init__(branches)
        self._branches = [(None if asked is None else _condition(asked), nodes.render) for asked, nodes in branches]

    def render(self, context: Context) -> str:
        for holds, draw in self._branches:
            try:
                chosen = holds is None or holds(context)
            except VariableDoesNotExist:
                continue
            if chosen:
                return draw(context)
        return ""


def _condition(asked: Any) -> Condition:
    """Turn a condition into one function; an error in it is no, as in Django."""
    if type(asked) is TemplateLiteral:
        return _value(asked.value)
    made = _OPERATORS.get(str(asked.id))
    condition: Condition = (
        made(_condition(asked.first), _condition(asked.second) if asked.second else None) if made else asked.eval
    )
    return condition


def _value(expression: Any) -> Condition:
    resolve = expression.resolve
    names = expression._names if type(expression) is _Expression and not expression.filters else None  # noqa: SLF001
    if names is None:
        return lambda context: resolve(context, ignore_failures=True)

    def value(context: Context) -> Value:
        found = _found(names, context)
        return None if found is _MISSING else found

    return value


def _or(first: Condition, second: Condition) -> Condition:
    def holds(context: Context) -> Value:
        try:
            return first(context) or second(context)
        except Exception:  # as in Django, also below
            return False

    return holds


def _and(first: Condition, second: Condition) -> Condition:
    def holds(context: Context) -> Value:
        try:
            return first(context) and second(context)
        except Exception:
            return False

    return holds


def _not(first: Condition, _: None) -> Condition:
    def holds(context: Context) -> Value:
        try:
            return not first(context)
        except Exception:
            return False

    return holds


def _compared(compare: Callable[[Value, Value], Value]) -> Callable[[Condition, Condition], Condition]:
    def made(first: Condition, second: Condition) -> Condition:
        def holds(context: Context) -> Value:
            try:
                return compare(first(context), second(context))
            except Exception:
                return False

        return holds

    return made


_OPERATORS: Final[Mapping[str, Callable[..., Condition]]] = {
    "or": _or,
    "and": _and,
    "not": _not,
    "in": _compared(lambda one, all_: one in all_),
    "not in": _compared(lambda one, all_: one not in all_),
    "is": _compared(operator.is_),
    "is not": _compared(operator.is_not),
    "==": _compared(operator.eq),
    "!=": _compared(operator.ne),
    ">": _compared(operator.gt),
    ">=": _compared(operator.ge),
    "<": _compared(operator.lt),
    "<=": _compared(operator.le),
}


class _For(ForNode):
    sequence: FilterExpression
    nodelist_loop: _Nodes
    nodelist_empty: NodeList

    def render(self, context: Context) -> str:
        around = context.get("forloop", {})
        with context.push():
            values = self.sequence.resolve(context, ignore_failures=True)
            if values is None:
                values = []
            if not hasattr(values, "__len__"):
                values = list(values)
            count = len(values)
            if count < 1:
                return self.nodelist_empty.render(context)
            names = self.loopvars
            name = names[0] if len(names) == 1 else None
            layer = context.dicts[-1]
            loop = layer["forloop"] = {"parentloop": around}
            steps = self.nodelist_loop.steps
            drawn: list[str] = []
            for at, item in enumerate(reversed(values) if self.is_reversed else values):
                loop["counter0"] = at
                loop["counter"] = at + 1
                loop["revcounter"] = count - at
                loop["revcounter0"] = count - at - 1
                loop["first"] = at == 0
                loop["last"] = at == count - 1
                if name is None:
                    context.dicts.append(_unpacked(names, item))
                else:
                    layer[name] = item
                drawn += [step if isinstance(step, str) else step(context) for step in steps]
                if name is None:
                    context.dicts.pop()
        return SafeString("".join(drawn))


def _unpacked(names: Sequence[str], item: Value) -> dict[str, Value]:
    try:
        length = len(item)
    except TypeError:
        length = 1
    if len(names) != length:
        raise ValueError(f"Need {len(names)} values to unpack in for loop; got {length}. ")
    return dict(zip(names, item, strict=False))


class _Address(URLNode):
    """`{% url "name" code %}`; named arguments are left to Django."""

    def render(self, context: Context) -> str:
        if not self.kwargs:
            values = [argument.resolve(context) for argument in self.args]
            found = plain_address(self.view_name.resolve(context), values)
            if found is not None and self.asvar:
                context[self.asvar] = found
                return ""
            if found is not None:
                return found
        return str(super().render(context))


_QUICKER: Final[Mapping[type[Node], Callable[[Any], Node]]] = {
    VariableNode: lambda node: _Variable(node.filter_expression),
    IfNode: lambda node: _If(node.conditions_nodelists),
    ForNode: lambda node: _For(node.loopvars, node.sequence, node.is_reversed, node.nodelist_loop, node.nodelist_empty),
    URLNode: lambda node: _Address(node.view_name, node.args, node.kwargs, node.asvar),
}
