"""The command line: one module per command."""

import sys
from io import TextIOWrapper

import click

from sitegen import __version__
from sitegen.cli.audit import audit_command
from sitegen.cli.build import build_command
from sitegen.cli.check import check_command
from sitegen.cli.diff import diff_command
from sitegen.cli.ingest import ingest_command
from sitegen.cli.init import init_command
from sitegen.cli.language import language_option
from sitegen.cli.new import new_command
from sitegen.cli.schema import schema_command
from sitegen.cli.score import score_command
from sitegen.cli.serve import serve_command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Build a public archive of township bulletins.

    Raw bulletins are read into Markdown files with their statistics (ingest); people correct those files (check);
    the site is built from them (build, serve).
    """
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows may have an encoding without Chinese: what it cannot say is escaped, and no command fails.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


main.params.append(language_option())


_COMMANDS = (
    init_command,
    new_command,
    ingest_command,
    check_command,
    build_command,
    serve_command,
    diff_command,
    audit_command,
    score_command,
    schema_command,
)
for _command in _COMMANDS:
    main.add_command(_command)
