"""In the editor: the real YAML language server against our schema, over its own protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qualitycircle.loading.schemas import schema

pytestmark = pytest.mark.editor

ROOT = Path(__file__).parent.parent
KNOWN = ("motivation", "i_job")
THEORY = """\
programteori: praktik
titel: Praktik
maalgrupe: Unge
delindsatser:
  praktik:
    navn: Praktikophold
    tildeling: kapacitet, fordi der er få pladser
"""


def server() -> list[str]:
    """Return the command that starts the language server."""
    given = os.environ.get("QC_YAML_LS")
    found = Path(given) if given else ROOT / "node_modules/yaml-language-server/bin/yaml-language-server"
    node = shutil.which("node")
    if node is None or not found.is_file():
        pytest.fail("yaml-language-server is not installed: npm install yaml-language-server, or QC_YAML_LS")
    return [node, str(found), "--stdio"]


class Editor:
    """The least an editor says and hears: requests, answers, and diagnostics."""

    def __init__(self, folder: Path) -> None:
        self.file = (folder / "theories/praktik.yml").as_uri()
        self.schema = (folder / "theory.schema.json").as_uri()
        self.process = subprocess.Popen(
            server(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.count = 0
        self.version = 1
        self.told: list[dict[str, Any]] = []

    def say(self, method: str, params: Any, *, id: int | None = None) -> None:
        body: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        if id is not None:
            body["id"] = id
        self._write(body)

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a request; what is told meanwhile is kept."""
        self.count += 1
        self.say(method, params, id=self.count)
        while True:
            heard = self._read()
            if heard.get("id") == self.count and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def shows(self, text: str) -> None:
        """Replace the text in the editor; what was told of the text before is forgotten."""
        self.version += 1
        self.told = [each for each in self.told if each["method"] != "textDocument/publishDiagnostics"]
        document = {"uri": self.file, "version": self.version}
        changes = [{"text": text}]
        self.say("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def offers(self, line: int, character: int) -> set[str]:
        """Return what is offered at a position."""
        return {
            each["label"] for each in self.ask("textDocument/completion", self.at(line, character))["items"]
        }

    def diagnostics(self) -> list[dict[str, Any]]:
        """Return what is told about the file."""
        while True:
            for each in self.told:
                if each["method"] == "textDocument/publishDiagnostics" and each["params"]["diagnostics"]:
                    found: list[dict[str, Any]] = each["params"]["diagnostics"]
                    return found
            self._read()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        heard: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in heard:
            self.told.append(heard)
            if "id" in heard:
                self._answer(heard)
        return heard

    def _answer(self, heard: dict[str, Any]) -> None:
        """Answer what the server asks: its settings."""
        settings = {
            "yaml": {"schemas": {self.schema: "*.yml"}, "validate": True, "hover": True, "completion": True}
        }
        asked = heard["params"].get("items", []) if isinstance(heard.get("params"), dict) else []
        result = [settings.get(each.get("section")) for each in asked]
        self._write({"jsonrpc": "2.0", "id": heard["id"], "result": result})

    def _write(self, body: dict[str, Any]) -> None:
        assert self.process.stdin
        text = json.dumps(body).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.process.stdin.flush()

    def at(self, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.file}, "position": {"line": line, "character": character}}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / "theories").mkdir()
    (folder / "theory.schema.json").write_text(
        json.dumps(schema("theory", language="da", indicators=KNOWN)), "utf-8"
    )
    editor = Editor(folder)
    capabilities = {
        "workspace": {"configuration": True},
        "textDocument": {"hover": {"contentFormat": ["markdown"]}},
    }
    editor.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities})
    editor.say("initialized", {})
    editor.say("workspace/didChangeConfiguration", {"settings": {}})
    document = {"uri": editor.file, "languageId": "yaml", "version": 1, "text": THEORY}
    editor.say("textDocument/didOpen", {"textDocument": document})
    editor.diagnostics()  # now it knows the schema
    yield editor
    editor.ask("shutdown", None)
    editor.process.kill()
    editor.process.communicate()


def test_a_misspelled_key_is_underlined(editor: Editor) -> None:
    for _ in range(5):  # a slow server may still be telling of the text before
        editor.shows(THEORY)
        told = [(each["message"], each["range"]["start"]["line"]) for each in editor.diagnostics()]
        if len(told) == 1:
            break
    assert told == [("Property maalgrupe is not allowed.", 2)]


def test_danish_keys_are_offered_and_other_spellings_are_not(editor: Editor) -> None:
    editor.shows(THEORY)
    offered = editor.offers(7, 0)
    assert {"målgruppe", "begrundelse", "slutmål", "måleplan"} <= offered
    assert not {"maalgruppe", "target_group", "rationale", "slutmaal"} & offered


def test_the_keys_of_an_element_are_offered_inside_it(editor: Editor) -> None:
    editor.shows(f"{THEORY}    \n")
    offered = editor.offers(7, 4)
    assert {"lovet", "tildeles_pr", "sted"} <= offered
    assert not {"promised", "assigned_per"} & offered


def test_the_fixed_words_are_offered(editor: Editor) -> None:
    editor.shows(f"{THEORY}    sted: \n")
    assert {"virksomhed", "jobcenter"} <= editor.offers(7, 10)


def test_hovering_explains_the_key(editor: Editor) -> None:
    editor.shows(THEORY)
    hover = editor.ask("textDocument/hover", editor.at(6, 6))
    assert "Hvordan det afgøres, hvem der får den" in hover["contents"]["value"]


def test_a_ready_line_is_offered_where_the_words_are_ones_own(editor: Editor) -> None:
    editor.shows(f"{THEORY}effekter:\n  ")
    assert editor.offers(8, 2) == {"en effekt: navn, definition og indikator"}
    editor.shows(f"{THEORY}sammenhænge:\n  ")
    assert {"a -> b: øger, fordi …", "a ~ b: følges ad"} <= editor.offers(8, 2)


def test_a_claim_is_offered_with_its_because(editor: Editor) -> None:
    editor.shows(f"{THEORY}sammenhænge:\n  praktik -> job: ")
    assert editor.offers(8, 18) == {"øger, fordi …", "mindsker, fordi …"}


def test_the_projects_indicators_are_offered(editor: Editor) -> None:
    editor.shows(f"{THEORY}effekter:\n  motivation:\n    indikatorer: ")
    assert set(KNOWN) <= editor.offers(9, 17)


def test_a_line_that_breaks_its_form_is_told_in_words(editor: Editor) -> None:
    editor.told.clear()
    editor.shows(
        "programteori: praktik\neffekter: Motivation\nsammenhænge:\n  praktik -> job: gavner\ntitel:\n"
    )
    assert {each["message"] for each in editor.diagnostics()} == {
        "Skriv hver for sig på sin egen linje nedenunder, rykket to mellemrum ind.",
        "Skriv 'øger, fordi …' eller 'mindsker, fordi …'.",
        "Skriv en tekst efter kolonet. Er der et kolon i teksten, så sæt den i citationstegn.",
    }
