"""What makes the same form sent twice one request, and a corrected form another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

_NOT_TYPED: Final = frozenset({"csrfmiddlewaretoken", "request_key"})


def sent_key(*, key: str, fields: Mapping[str, Iterable[str]], files: Iterable[tuple[str, int]] = ()) -> str:
    """Bind the key that a form was given to what was sent with it.

    The same key alone would not do: whoever goes back, corrects the text and sends again must not be answered with what
    was stored before, for the correction would be lost.
    fields: name to values; files: name and size in bytes
    Returns: hexadecimal digits; empty when the form had no key.
    Example:
        >>> first = sent_key(key="k", fields={"content": ["a"]})
        >>> first == sent_key(key="k", fields={"content": ["a"], "csrfmiddlewaretoken": ["x"]})
        True
        >>> first == sent_key(key="k", fields={"content": ["b"]})
        False
    """
    if not key:
        return ""
    typed = sorted((name, list(values)) for name, values in fields.items() if name not in _NOT_TYPED)
    return hashlib.sha256(repr((key, typed, sorted(files))).encode(errors="surrogatepass")).hexdigest()
