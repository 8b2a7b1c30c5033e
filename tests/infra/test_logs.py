"""A log says which error and where, and never repeats words that may quote a person."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from tiepdan.infra.logs import JsonLines, PlainLines


def failed_with(words: str) -> logging.LogRecord:
    """A record of an error whose words quote a row."""
    try:
        raise ValueError(words)
    except ValueError:
        return logging.getLogger("tiepdan.cases").makeRecord(
            "tiepdan.cases", logging.ERROR, __file__, 1, "job failed", (), sys.exc_info(), extra={"case": 7}
        )


@pytest.mark.parametrize("formatter", [JsonLines(), PlainLines()])
def test_the_words_of_an_error_stay_out(formatter: logging.Formatter) -> None:
    line = formatter.format(failed_with("Key (name)=(Quách Thị Mướp) already exists"))
    assert "Mướp" not in line
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert "\n" not in line


def test_a_line_is_one_json_object_with_its_fields() -> None:
    told = json.loads(JsonLines().format(failed_with("x")))
    assert told["case"] == 7
    assert told["level"] == "ERROR"
    assert told["time"].endswith("+07:00")


def test_the_address_asked_for_stays_out() -> None:
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "%s: %s", ("Internal Server Error", "/tra-cuu/ABCD/"), None
    )
    assert "ABCD" not in JsonLines().format(record)
    record = logging.LogRecord(
        "django.security.DisallowedHost", logging.ERROR, __file__, 1, "Invalid HTTP_HOST header: %r.", ("x.vn",), None
    )
    assert "x.vn" not in JsonLines().format(record)


def test_fields_that_are_objects_stay_out() -> None:
    record = logging.getLogger("x").makeRecord("x", logging.INFO, __file__, 1, "w", (), None, extra={"who": object()})
    assert "who" not in json.loads(JsonLines().format(record))
