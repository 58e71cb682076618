"""What holds for all tests."""

import os

from hypothesis import settings

# The same examples on every run: a law that fails does so for whoever wrote it, never by chance for somebody else.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

# Commands speak English to the tests, whatever the language of whoever runs them.
os.environ["LC_ALL"] = "C.UTF-8"
