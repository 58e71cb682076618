"""From a content folder to a site: read, relate, render, index, move into place."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.build.editor import check_editor
from sitegen.build.fill import fill
from sitegen.build.images import with_images
from sitegen.build.kept import find_kept
from sitegen.build.look import LOOK_ERRORS, tell_look_error
from sitegen.build.place import OutputError, move_into_place, open_place, refuse_output
from sitegen.build.plan import Plan
from sitegen.build.progress import Progress, say_nothing
from sitegen.build.related import relate_folder
from sitegen.build.sources import read_sources
from sitegen.checks import check_folder
from sitegen.problems import Problem, exit_status, sort_problems
from sitegen.problems.catalogue import make_problem
from sitegen.render import load_jinja_theme
from sitegen.render.jinja_theme import find_folder
from sitegen.routes import Routes
from sitegen.search import IndexingError, SearchMemory


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What ``build`` did."""

    pages: int
    """How many pages the new site has, kept ones included."""
    problems: tuple[Problem, ...]
    moved: bool
    """Whether the new site was moved into place; if not, the old one is as it was."""


def build(
    content: Path,
    out: Path,
    *,
    seeds: Path | None = None,
    jinja_theme: Path | None = None,
    base_url: str | None = None,
    strict: bool = False,
    jobs: int = 1,
    memory: SearchMemory | None = None,
    progress: Progress | None = None,
    now: date | None = None,
    drafts: bool = False,
) -> BuildResult:
    """Build the site of a content folder and move it into place when it is whole.

    A report with an error is left out; its page of the last site is kept, and search still finds it.

    Args:
        content: The content folder.
        out: Where the site goes; replaced as a whole.
        seeds: The bulletins as received; ``seeds`` beside the content folder if None. May be missing.
        jinja_theme: Folder of the Jinja theme; ``themes/default`` beside the content folder if None, else the one that
            comes along.
        base_url: Where the site will stand; what ``content/site.yaml`` says if None.
        jobs: Processes at the most that render pages; the site is the same whatever the number.
        memory: What is kept of one search index for the next; the site is the same with and without.
        strict: Move nothing into place where there is an error or a warning.
        progress: Told of the steps, and of every page.
        now: The day that decides which reports are published; where none is given, those with a day wait for it.
        drafts: Whether drafts and reports of later days are shown too, each marked, on a site that no search engine
            is to keep.
    """
    seeds = seeds or content.absolute().parent / "seeds"
    look = jinja_theme or find_folder(content)
    problems: list[Problem] = []

    tell = progress or say_nothing
    try:
        refuse_output(out, (content, seeds, look))
        tell("content", 0, 1)
        found, unread = check_folder(content, now=now)
        archive = with_images(relate_folder(found, unread, content, now=now, drafts=drafts), content)
        whole = (entry.bulletin for entry in archive.bulletins.values() if entry.whole)
        sources, changed = read_sources(whole, seeds)
        problems += [*unread, *changed, *check_editor(found, content)]
        if strict and exit_status(problems, strict=True):
            return BuildResult(0, sort_problems(problems), moved=False)
        plan = Plan(
            archive=archive,
            routes=Routes(base_url or found.settings.base_url),
            jinja_theme=load_jinja_theme(look),
            sources=sources,
            content=content,
        )
        with open_place(out) as site:
            kept = tuple(find_kept(unread, content, {*archive.reports, *archive.withdrawn}, site.target, plan.routes))
            problems += [make_problem("report-kept", str(page.path), address=page.address) for page in kept]
            pages = fill(site, plan, kept, progress, jobs=jobs, memory=memory)
            tell("moving", 0, 1)
            move_into_place(site)
    except OutputError as error:
        problems.append(error.problem)
    except LOOK_ERRORS as error:
        problems.append(tell_look_error(look, error))
    except IndexingError as error:
        problems.append(make_problem("search-failed", why=error.reason))
    else:
        return BuildResult(pages, sort_problems(problems), moved=True)
    return BuildResult(0, sort_problems(problems), moved=False)
