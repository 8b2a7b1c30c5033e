"""Measure the repeat check: `python -m pytest tests/duplicates/bench_find_repeats.py -s`. Not part of the tests."""

from __future__ import annotations

import os
import statistics
import time

import psycopg
import pytest
from django.db import connection

from tests.duplicates.texts import POND
from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.duplicates.queries import find_repeats

ROWS = int(os.environ.get("BENCH_ROWS", "200000"))

# Every text has 60 hashes of its own and 4 of 400 that the whole genre shares.
_FILL = """
INSERT INTO matters_matter (kind, sealed, agency_id, created_by, created_at)
  SELECT 'complaint', false, {agency}, 1, now() FROM generate_series(1, {rows});
INSERT INTO submissions_submission (matter_id, code, agency_id, status, kind, petition_mark, source, forwarding_number,
    received_on, first_received_on, summary, content, demands, earlier_handling, respondent_name, respondent_post,
    attacked_number, attacked_act, against_code, field_code, people, all_signed, signing, anonymous, concerns_event,
    eligibility, unprocessed_reason, void_reason, created_by, created_at)
  SELECT id, 'B' || id, {agency}, 'received', 'complaint', '', 'post', '', '2026-07-01', '2026-07-01', '', '', '', '', '', '',
    '', '', '', '', 1, true, 'signed', false, false, '{{}}', '', '', 1, now()
    FROM matters_matter WHERE id NOT IN (SELECT matter_id FROM submissions_submission);
INSERT INTO duplicates_sketch (submission_id, matter_id, hashes, size)
  SELECT s.id, s.matter_id, ARRAY(SELECT h FROM (
      SELECT (random() * 4294967295 - 2147483648)::bigint AS h FROM generate_series(1, 60) WHERE s.id > 0
      UNION SELECT ((random() * 400)::bigint * 9999991 - 2147483648) FROM generate_series(1, 4) WHERE s.id > 0) x
      ORDER BY h)::int[], 400
    FROM submissions_submission s WHERE s.code LIKE 'B%';
ANALYZE duplicates_sketch;
"""


@pytest.mark.django_db(transaction=True)
def test_bench_find_repeats(owner_connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Print milliseconds of a question, for the middle and the slowest of twenty."""
    cast = make_cast()
    begun = time.perf_counter()
    for table in ("matters_matter", "submissions_submission"):
        owner_connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER audited")
    owner_connection.execute(_FILL.format(agency=cast.commune.pk, rows=ROWS))
    print(f"\n{ROWS} rows in {time.perf_counter() - begun:.0f} s")
    took = []
    with acting(cast.clerk):
        for at in range(20):
            begun = time.perf_counter()
            find_repeats(text=f"{POND} lần hỏi thứ {at} " * 2)
            took.append((time.perf_counter() - begun) * 1000)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_size_pretty(pg_relation_size('sketch_hashes'))")
            size = cursor.fetchone()
    print(f"find_repeats: median {statistics.median(took):.1f} ms, slowest {max(took):.1f} ms, index {size}")
