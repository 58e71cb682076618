"""What a command will write, gathered before anything is written."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class WritePlan:
    """Files to write and to remove; nothing happens before ``carry_out``."""

    writes: dict[Path, str] = field(default_factory=dict)
    removals: set[Path] = field(default_factory=set)

    def write(self, path: Path, text: str) -> None:
        """Plan a file of UTF-8 text; the last plan for a path holds."""
        self.writes[path] = text
        self.removals.discard(path)

    def remove(self, path: Path) -> None:
        """Plan that a file goes, unless it is written too."""
        if path not in self.writes:
            self.removals.add(path)

    def carry_out(self) -> tuple[Path, ...]:
        """Do it, and return the files that were new or changed; an interrupted run leaves each file old or new."""
        changed = []
        for path, text in sorted(self.writes.items()):
            data = text.encode()
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.new")
            beside.write_bytes(data)
            beside.replace(path)
            changed.append(path)
        for path in sorted(self.removals):
            path.unlink(missing_ok=True)
        return tuple(changed)
