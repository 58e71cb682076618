"""A lock that ends with the process that holds it, however that ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def hold_lock(file: Path) -> Iterator[bool]:
    """Yield whether this process holds the lock; another's is never waited for.

    The file and its folder are made where they are missing. Who held the lock removes them, the folder if it is empty.

    Raises:
        OSError: if the file cannot be made.
    """
    handle = _open(file)
    held = _take(handle)
    try:
        # A file that another process removed in the meantime locks nothing.
        yield held and _stands(handle, file)
    finally:
        if held and _stands(handle, file):
            with suppress(OSError):
                file.unlink()
                file.parent.rmdir()
        handle.close()


def _open(file: Path) -> IO[bytes]:
    while True:
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # the folder has just been removed by its last user
            return file.open("ab")


def _stands(handle: IO[bytes], file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), file.stat())
    except FileNotFoundError:
        return False


def _take(handle: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
