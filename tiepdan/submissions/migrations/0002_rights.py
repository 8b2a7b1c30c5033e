"""Row-level security of submissions; sealed identities are shown to the holder of an opening only."""

from django.db import migrations

from tiepdan.infra.rowlevel import NOBODY, READER, audited, content, definer, protect

MINE = "user_id = nullif(current_setting('tiepdan.user', true), '')::bigint"
READING_LOG = f"tiepdan.reads(matter_id) AND ({MINE} OR current_setting('tiepdan.role', true) = 'head')"
OPENED = (
    "EXISTS (SELECT 1 FROM submissions_opening o WHERE o.matter_id = submissions_sealedidentity.matter_id"
    " AND o.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint AND o.status IN ('granted', 'used')"
    " AND o.ends_at > now() AND tiepdan.is_assigned(o.matter_id))"
)

# The citizen's look-up: one index probe whether the code exists or not, and nothing but the matter's number comes back.
FIND = """
CREATE FUNCTION tiepdan.portal_find(p_code text, p_pin bytea) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT matter_id FROM submissions_submission WHERE code = p_code AND pin_hash = p_pin), 0);
$$;

CREATE FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) RETURNS TABLE (matter_id bigint, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.matter_id, ts_rank(s.words, p_query) AS r FROM submissions_searchtext s
   WHERE s.words @@ p_query AND tiepdan.reads(s.matter_id) ORDER BY r DESC, s.matter_id DESC LIMIT p_limit;
END $$;

CREATE FUNCTION tiepdan.index_words(p_matter bigint, p_words text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT tiepdan.reads(p_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO submissions_searchtext (matter_id, words) VALUES (p_matter, to_tsvector('simple', p_words))
    ON CONFLICT (matter_id) DO UPDATE SET words = excluded.words;
END $$;

-- A request key is a secret of 256 bits: who holds it made the request, also before any matter is in sight.
CREATE FUNCTION tiepdan.resume_request(p_key text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE v record;
BEGIN
  SELECT id, matter_id INTO v FROM submissions_submission WHERE request_key = p_key;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF current_setting('tiepdan.sight', true) = 'portal' AND current_setting('tiepdan.matter', true) = '0' THEN
    PERFORM set_config('tiepdan.matter', v.matter_id::text, true);
  END IF;
  RETURN v.id;
END $$;

-- A matter found to be a denunciation is sealed in the lines of every agency at once.
CREATE FUNCTION tiepdan.seal_lines(p_matter bigint, p_title text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT tiepdan.reads(p_matter) OR current_setting('tiepdan.sight') IN ('portal', 'oversight') THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_participation SET sealed = true, kind = 'denunciation', title = p_title WHERE matter_id = p_matter;
END $$;
"""


class Migration(migrations.Migration):
    """Rights."""

    dependencies = [("submissions", "0001_initial"), ("matters", "0002_rights"), ("documents", "0002_rights")]
    operations = [
        content("submissions_submission"),
        content("submissions_party"),
        content("submissions_attachment", delete=True),
        protect(
            "submissions_opening",
            see=READING_LOG,
            add=f"{MINE} AND tiepdan.is_assigned(matter_id)",
            change=READING_LOG,
        ),
        protect("submissions_sealedidentity", see=OPENED, add="tiepdan.writes(matter_id)"),
        protect("submissions_searchtext", see=NOBODY, add=NOBODY),
        migrations.RunSQL(f"GRANT DELETE ON submissions_searchtext TO {READER};", migrations.RunSQL.noop),
        definer(
            FIND,
            "tiepdan.portal_find(text, bytea)",
            "tiepdan.find_words(tsquery, integer)",
            "tiepdan.index_words(bigint, text)",
            "tiepdan.resume_request(text)",
            "tiepdan.seal_lines(bigint, text)",
        ),
        audited("submissions_submission"),
        audited("submissions_party"),
        audited("submissions_opening"),
    ]
