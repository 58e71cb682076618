"""Put a mended text in the place of a file: whole or not at all, and never over what somebody wrote meanwhile."""

import os
import shutil
import tempfile
from pathlib import Path

from sitegen.problems import Problem
from sitegen.problems.borrowed import tell_system_error
from sitegen.problems.catalogue import make_problem


def replace_file(path: Path, before: bytes, after: bytes) -> Problem | None:
    """Write a file anew, or say why it was left as it is.

    The new text is written beside the file and takes its place by a rename, so that a full disk or a power cut leaves
    the old one. Where the file is a link, what it leads to is replaced; rights stay as they are.

    Args:
        path: The file as the user would type it.
        before: What it held when it was read.
        after: What it is to hold.
    """
    target = path.resolve()
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        return _refused(path, error)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as made:
            made.write(after)
        shutil.copymode(target, beside)
        if target.read_bytes() != before:
            return make_problem("file-changed-meanwhile", path.as_posix())
        beside.replace(target)
    except OSError as error:
        return _refused(path, error)
    finally:
        beside.unlink(missing_ok=True)
    return None


def _refused(path: Path, error: OSError) -> Problem:
    return make_problem("file-unwritable", path.as_posix(), why=tell_system_error(error))
