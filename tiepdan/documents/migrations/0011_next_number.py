"""A series gives its numbers by one function, whoever asks: the next without a gap, or one that an old book gave."""

from django.db import migrations

from tiepdan.infra.rowlevel import APP

# With the rights of who calls it. The row of the series stays locked until the transaction ends, so a number taken by an act
# that fails is given to the next one and no gap can arise; after a kept number the series goes on after the highest.
NEXT = f"""
CREATE OR REPLACE FUNCTION tiepdan.next_number(p_agency bigint, p_path text, p_book text, p_type text, p_year integer,
  p_kept integer) RETURNS TABLE (register_id bigint, number integer) LANGUAGE sql VOLATILE AS $$
  INSERT INTO public.documents_register AS series (agency_id, agency_path, book, document_type, year, last_number)
    VALUES (p_agency, p_path, p_book, p_type, p_year, coalesce(p_kept, 1))
    ON CONFLICT (agency_id, book, document_type, year)
      DO UPDATE SET last_number = CASE WHEN p_kept IS NULL THEN series.last_number + 1
                                       ELSE greatest(series.last_number, p_kept) END
    RETURNING series.id, coalesce(p_kept, series.last_number);
$$;
REVOKE ALL ON FUNCTION tiepdan.next_number(bigint, text, text, text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tiepdan.next_number(bigint, text, text, text, integer, integer) TO {APP};
"""


class Migration(migrations.Migration):
    """The function."""

    dependencies = [("documents", "0010_waits_for_review")]
    operations = [migrations.RunSQL(NEXT, migrations.RunSQL.noop)]
