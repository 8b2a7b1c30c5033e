"""Addresses of pages: what `django.urls.reverse` gives, without walking names and patterns again for each row of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.urls import get_resolver, get_script_prefix, get_urlconf, reverse
from django.urls.resolvers import get_ns_resolver

_PLAIN: Final = re.compile(r"[\w.~:@/-]*\Z", re.ASCII)  # nothing that would be quoted


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The one pattern of a name for so many values."""

    written: str  # with %(name)s for each value
    matches: re.Pattern[str]
    converters: Sequence[tuple[str, Any]]  # name and converter (None: plain text) of each value

    def filled(self, values: Sequence[object]) -> str | None:
        """Return the address, None where it is Django's to judge."""
        try:
            texts = {
                name: converter.to_url(value) if converter else str(value)
                for (name, converter), value in zip(self.converters, values, strict=True)
            }
        except ValueError:
            return None
        made = self.written % texts
        plain = _PLAIN.match(made) and not made.startswith("//") and self.matches.search(made)
        return made if plain else None


def address(name: str, *values: object) -> str:
    """Return the address of a page by its name and the values in it, such as a code.

    Raises NoReverseMatch: as `reverse` does.
    """
    made = plain_address(name, values)
    return made if made is not None else reverse(name, args=values)


def plain_address(name: object, values: Sequence[object]) -> str | None:
    """Return an address in which nothing is quoted or escaped; None where that is for Django to say."""
    if not isinstance(name, str):
        return None
    pattern = _pattern(get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), name, len(values))
    return pattern.filled(values) if pattern else None


@lru_cache(maxsize=4096)
def _pattern(urlconf: str, prefix: str, name: str, count: int) -> _Pattern | None:
    """Return the pattern if there is no choice: one instance of each namespace, one pattern. None depends on language."""
    resolver = get_resolver(urlconf)
    *spaces, view = name.split(":")
    before, converters = "", {}
    for space in spaces:
        if resolver.app_dict.get(space, [space]) != [space] or space not in resolver.namespace_dict:
            return None
        extra, resolver = resolver.namespace_dict[space]
        before += extra
        converters.update(resolver.pattern.converters)
    if before:
        resolver = get_ns_resolver(before, resolver, tuple(converters.items()))
    found = resolver.reverse_dict.getlist(view)
    if len(found) != 1:
        return None
    candidates, matches, defaults, by = found[0]
    if len(candidates) != 1 or len(candidates[0][1]) != count or defaults:
        return None
    written, names = candidates[0]
    return _Pattern(
        written=prefix.replace("%", "%%") + written,
        matches=re.compile(f"^{re.escape(prefix)}{matches}"),
        converters=[(one, by.get(one)) for one in names],
    )
