"""Storing and removing bytes."""

from __future__ import annotations

import hashlib
from functools import partial

from django.db import connection, transaction
from django.db.models import Q

from tiepdan.documents.access import files
from tiepdan.documents.models import StoredFile


def store_file(
    *, data: bytes, media_type: str, sealed: bool, pages: int | None = None, thumbnail: bytes = b""
) -> StoredFile:
    """Store bytes: by their hash, once, or sealed under a random name. Part of an act.

    thumbnail: PNG, sealed with the file
    Bytes written by an act that then fails stay on disk unnamed; `tiepdan doctor` counts them.
    """
    store = files()
    if not sealed:
        _wait_for(hashlib.sha256(data).hexdigest())
    put = store.put_sealed if sealed else store.put
    key = put(data)
    known = None if sealed else StoredFile.objects.filter(key=key).first()
    if known is not None:
        return known
    return StoredFile.objects.create(
        key=key,
        size_bytes=len(data),
        media_type=media_type,
        pages=pages,
        thumbnail_key=put(thumbnail) if thumbnail else "",
    )


def reseal_file(*, file: StoredFile) -> StoredFile:
    """Return a sealed copy of a file stored in the open. The caller lets go of the open one. Part of an act."""
    store = files()
    return store_file(
        data=store.get(file.key),
        media_type=file.media_type,
        sealed=True,
        pages=file.pages,
        thumbnail=store.get(file.thumbnail_key) if file.thumbnail_key else b"",
    )


def drop_file(*, file_id: int) -> bool:
    """Remove a file that nothing refers to any more; its bytes go when the act is committed. Part of an act.

    Returns: False when something, seen or not seen by the actor, still refers to it.
    """
    file = StoredFile.objects.filter(pk=file_id).first()
    if file is None:
        return False
    _wait_for(file.key)  # whoever is just storing the same bytes refers to them when it is our turn
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.file_is_used(%s)", [file_id])
        row = cursor.fetchone()
    if row is None or row[0]:
        return False
    keys = [key for key in (file.key, file.thumbnail_key) if key]
    file.delete()
    for key in keys:
        transaction.on_commit(partial(_remove_bytes, key))
    return True


@transaction.atomic
def _remove_bytes(key: str) -> None:
    """Remove bytes that no row names; the same bytes may have been stored again since the row went."""
    _wait_for(key)
    if not StoredFile.objects.filter(Q(key=key) | Q(thumbnail_key=key)).exists():
        files().remove(key)


def _wait_for(key: str) -> None:
    """Let one transaction at a time store or remove the bytes of a key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"file:{key}"])
