"""Storing and removing bytes."""

from __future__ import annotations

from django.db import connection, transaction

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
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.file_is_used(%s)", [file_id])
        row = cursor.fetchone()
    if row is None or row[0]:
        return False
    file = StoredFile.objects.filter(pk=file_id).first()
    if file is None:
        return False
    keys = [key for key in (file.key, file.thumbnail_key) if key]
    file.delete()
    store = files()
    for key in keys:
        transaction.on_commit(lambda key=key: store.remove(key))  # type: ignore[misc] # mypy cannot type a default
    return True
