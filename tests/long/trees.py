"""Compare built sites."""

import hashlib
from pathlib import Path


def read_hashes(site: Path) -> dict[str, str]:
    """Return the hash of every file of a folder by its path."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
