"""The program's own wheel, which an archive keeps so that it can be built without a registry that has it."""

import hashlib
import json
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from sitegen import __version__
from sitegen.engine.start.refusal import RefusedError
from sitegen.problems.words import Words

_MISSING = """\
# 这里还缺建站程序 sitegen 本身，所以还不能自动发布。
# 把程序的 .whl 文件放进 wheels/ 文件夹，运行 pip hash wheels/文件名.whl，
# 然后在本段下面加上两行（换成实际的文件名和那串字符）：
#   ./wheels/文件名.whl \\
#       --hash=sha256:…
"""
_HEAD = "# 建站所需的程序和库，版本和内容都已固定。安装：python -m pip install -r requirements.txt\n"


class WheelError(RefusedError):
    """A file is no wheel of this program."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel of this program."""

    name: str
    data: bytes


def find_wheel(given: Path | None) -> Wheel | None:
    """Return the wheel that was given, else the one that the program was installed from; None where there is none.

    Raises:
        WheelError: if the file is no wheel of this version of the program.
    """
    path = given or find_installed_wheel()
    return read_wheel(path) if path else None


def read_wheel(path: Path) -> Wheel:
    """Read a wheel of this version of the program.

    Raises:
        WheelError: if it is none.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            inner = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            metadata = HeaderParser().parsestr(archive.read(inner).decode("utf-8"))
        data = path.read_bytes()
    except (OSError, zipfile.BadZipFile, StopIteration, UnicodeDecodeError) as error:
        raise WheelError(
            Words("{path} is no wheel: {why}", "{path} 不是 wheel 文件：{why}").fill(
                path=path, why=str(error) or Words("it holds no METADATA", "里面没有 METADATA")
            )
        ) from error
    found = f"{metadata['Name']} {metadata['Version']}"
    if path.suffix != ".whl" or found != f"sitegen {__version__}":
        raise WheelError(
            Words(
                "{path} is the wheel of {found}; this is sitegen {version}, whose libraries the archive would name",
                "{path} 是 {found} 的 wheel 文件；现在运行的是 sitegen {version}，两者需要的库可能不同",
            ).fill(path=path, found=found, version=__version__)
        )
    return Wheel(path.name, data)


def find_installed_wheel() -> Path | None:
    """Return the wheel that this program was installed from, where it is still there."""
    try:
        told = Distribution.from_name("sitegen").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    parts = urlsplit(json.loads(told)["url"]) if told else None
    if parts is None or parts.scheme != "file" or not parts.path.endswith(".whl"):
        return None
    path = Path(url2pathname(parts.path))
    return path if path.is_file() else None


def write_requirements(lock: str, wheel: Wheel | None) -> str:
    """Return the text of ``requirements.txt``: the wheel and the libraries, each with its hash."""
    libraries = "".join(line for line in lock.splitlines(keepends=True) if not line.startswith("#"))
    if wheel is None:
        return _HEAD + _MISSING + libraries
    digest = hashlib.sha256(wheel.data).hexdigest()
    return f"{_HEAD}./wheels/{wheel.name} \\\n    --hash=sha256:{digest}\n{libraries}"
