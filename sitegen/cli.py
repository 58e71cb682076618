"""The command line: ``sitegen ingest|check|build|serve``."""

import click


@click.group()
def main() -> None:
    """Build a public archive of township bulletins."""
