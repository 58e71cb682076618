"""The wheel works by itself: installed where no checkout is, it makes a new archive, checks, builds and shows it."""

import os
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 300.0
"""Seconds until a server that does not answer counts as broken; a working one is asked again until it does."""

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel, and with the libraries that run these tests."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, capture_output=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    install(programs, str(wheel))
    own = Path(run(programs, "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder))
    (own / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return programs


@pytest.fixture(scope="module")
def archive(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a report, made and built by the installed program."""
    folder = tmp_path_factory.mktemp("work")
    run(installed, "sitegen", "init", "x", "--county", "浙江省嘉善县", cwd=folder)
    made = folder / "x"
    run(installed, "sitegen", "new", "report", "--place", "西塘镇", "--period", "2023", "--title", "题目", cwd=made)
    report = made / "content/reports/zhejiang/jiashan/xitang-zhen/2023.md"
    text = report.read_text(encoding="utf-8").replace("draft: true\n", "")
    report.write_text(text + "全年新建停车位120个。\n", encoding="utf-8")
    run(installed, "sitegen", "check", "--strict", cwd=made)
    run(installed, "sitegen", "build", "--strict", cwd=made)
    return made


def install(programs: Path, *what: str, cwd: Path | None = None) -> None:
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "install", "-q"]
    alone = ["--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, *alone, *what], cwd=cwd, check=True, capture_output=True)


def run(programs: Path, program: str, *words: str, cwd: Path) -> str:
    """Run an installed program and return what it prints."""
    done = subprocess.run(
        [str(programs / program), *words], cwd=cwd, env=clean(), capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def clean() -> dict[str, str]:
    """This environment without a way to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"PYTHONUTF8": "1"}


def test_every_file_of_the_program_and_of_the_look_is_in_it(wheel: Path) -> None:
    every = [path for part in ("sitegen", "themes") for path in (ROOT / part).rglob("*") if path.is_file()]
    names = [path.relative_to(ROOT).as_posix() for path in every if "__pycache__" not in path.parts]
    wanted = {f"sitegen/{name}" if name.startswith("themes/") else name for name in names}
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())

    assert wanted
    assert sorted(wanted - held) == []
    assert [name for name in held if "__pycache__" in name or "node_modules" in name] == []


def test_nothing_comes_from_the_checkout(installed: Path, archive: Path) -> None:
    asked = "import sitegen, sys; print(sitegen.__file__, *sys.path, sep='\\n')"
    program, *ways = run(installed, "python", "-c", asked, cwd=archive).splitlines()

    assert Path(program).is_relative_to(installed.parent)
    assert [
        way for way in ways if way and Path(way).is_relative_to(ROOT) and (Path(way) / "sitegen/__init__.py").is_file()
    ] == []


def test_the_site_has_the_report_in_search_and_data(archive: Path) -> None:
    page = archive / "public/reports/zhejiang/jiashan/xitang-zhen/2023/index.html"

    assert "全年新建停车位120个。" in page.read_text(encoding="utf-8")
    assert list((archive / "public/search-index/text").rglob("2023.json"))
    assert "题目" in (archive / "public/data/reports.json").read_text(encoding="utf-8")


def test_the_archive_holds_the_wheel_and_can_be_installed_from_it(archive: Path, wheel: Path, installed: Path) -> None:
    assert (archive / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()

    lines = (archive / "requirements.txt").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("./wheels/"))
    own = archive / "own.txt"
    own.write_text("\n".join(lines[at : at + 2]) + "\n", encoding="utf-8")
    install(installed, "--force-reinstall", "--require-hashes", "-r", own.name, cwd=archive)


def test_an_archive_that_it_made_makes_another(archive: Path, installed: Path) -> None:
    run(installed, "sitegen", "init", "y", cwd=archive.parent)

    assert (archive.parent / "y/netlify.toml").read_bytes() == (archive / "netlify.toml").read_bytes()
    assert (archive.parent / "y/wheels").is_dir()


@pytest.fixture
def served(archive: Path, installed: Path) -> Iterator[str]:
    """Where the preview of the installed program answers."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    words = [str(installed / "sitegen"), "serve", "--port", str(port)]
    running = subprocess.Popen(
        words, cwd=archive, env=clean(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    assert running.stdout is not None
    line = next((line for line in running.stdout if "http://" in line), "")
    yield next((word for word in line.split() if word.startswith("http://")), "")
    running.terminate()
    running.communicate()


def test_a_page_can_be_fetched_from_its_preview(served: str) -> None:
    open_directly = build_opener(ProxyHandler({})).open
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with open_directly(f"{served}reports/zhejiang/jiashan/xitang-zhen/2023/") as answer:
                page = answer.read().decode()
            break
        except URLError:  # the first build is still running
            assert time.monotonic() < until
            time.sleep(0.2)

    assert "全年新建停车位120个。" in page
