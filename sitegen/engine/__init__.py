"""The commands without their command line: what ``ingest``, ``check``, ``build`` and ``serve`` do."""
