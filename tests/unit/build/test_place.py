import shutil
import signal
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from sitegen.build.place import MARK, OutputError, move_into_place, open_place, refuse_output


def publish(out: Path, text: str) -> None:
    with open_place(out) as site:
        site.write(PurePath("index.html"), text.encode())
        move_into_place(site)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def why(error: pytest.ExceptionInfo[OutputError]) -> str:
    return error.value.problem.code


def test_a_site_replaces_the_last_one_as_a_whole(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, "one")
    (out / "more.html").write_text("gone", encoding="utf-8")

    publish(out, "two")

    assert names(out) == [MARK, "index.html"]
    assert (out / "index.html").read_text(encoding="utf-8") == "two"
    assert names(tmp_path) == ["public"]


def test_the_old_site_stands_until_the_new_one_is_moved(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, "one")

    with open_place(out) as site:
        site.write(PurePath("index.html"), b"two")
        assert (out / "index.html").read_text(encoding="utf-8") == "one"

    assert (out / "index.html").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["public"]


def test_folders_above_are_made(tmp_path: Path) -> None:
    publish(tmp_path / "a/b/public", "one")

    assert (tmp_path / "a/b/public/index.html").is_file()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    publish(tmp_path / "real", "one")
    (tmp_path / "public").symlink_to("real")

    publish(tmp_path / "public", "two")

    assert (tmp_path / "public").is_symlink()
    assert (tmp_path / "real/index.html").read_text(encoding="utf-8") == "two"


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".public.sitegen"
    (left / "new").mkdir(parents=True)
    (left / "new/half.html").write_text("half", encoding="utf-8")
    (left / "lock").touch()

    publish(tmp_path / "public", "one")

    assert names(tmp_path / "public") == [MARK, "index.html"]
    assert names(tmp_path) == ["public"]


def test_a_site_that_was_being_replaced_is_put_back(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, "one")
    (tmp_path / ".public.sitegen").mkdir()
    out.rename(tmp_path / ".public.sitegen/old")

    with open_place(out):
        assert (out / "index.html").read_text(encoding="utf-8") == "one"

    assert names(tmp_path) == ["public"]


def test_a_move_that_fails_half_way_is_undone(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, "one")

    with pytest.raises(OutputError) as error, open_place(out) as site:
        shutil.rmtree(site.folder)
        move_into_place(site)

    assert why(error) == "output-unwritable"
    assert (out / "index.html").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["public"]


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    with open_place(tmp_path / "public"):
        with pytest.raises(OutputError) as error, open_place(tmp_path / "public"):
            pass
        with open_place(tmp_path / "other"):
            pass

    assert why(error) == "build-running"


def test_the_lock_ends_with_its_process(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from sitegen.build.place import open_place\n"
        "with open_place(Path(sys.argv[1])) as site: os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path / "public")], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert names(tmp_path) == [".public.sitegen"]

    publish(tmp_path / "public", "one")

    assert names(tmp_path) == ["public"]


@pytest.mark.parametrize("out", ["content", "content/public", ".", "content/../content"])
def test_an_output_folder_around_or_inside_an_input_is_refused(out: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    with pytest.raises(OutputError) as error:
        refuse_output(tmp_path / out, [tmp_path / "content"])

    assert why(error) == "output-overlaps"


def test_a_folder_that_no_build_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").touch()

    with pytest.raises(OutputError) as error:
        refuse_output(tmp_path / "photos", [])

    assert why(error) == "output-foreign"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").touch()

    with pytest.raises(OutputError) as error:
        refuse_output(tmp_path / "public", [])

    assert why(error) == "output-foreign"


def test_a_missing_an_empty_and_a_built_folder_are_fine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    publish(tmp_path / "built", "one")

    for name in ("missing", "empty", "built"):
        refuse_output(tmp_path / name, [tmp_path / "content"])


@pytest.mark.parametrize(("file", "code"), [("../a", "address-outside"), ("/a", "address-outside")])
def test_nothing_is_written_outside(file: str, code: str, tmp_path: Path) -> None:
    with open_place(tmp_path / "public") as site, pytest.raises(OutputError) as error:
        site.write(PurePath(file), b"")

    assert code == why(error)


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    with open_place(tmp_path / "public") as site, pytest.raises(OutputError) as error:
        site.write(PurePath("a"), b"")
        site.write(PurePath("a"), b"")

    assert why(error) == "address-twice"
