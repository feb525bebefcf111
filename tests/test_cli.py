"""The command line as a development consultant meets it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest

from qualitycircle import __version__
from qualitycircle.cli import program
from qualitycircle.vocabulary.words import cli as words
from tests.command_line import ROOT, circle

EXAMPLE = ROOT / "examples" / "praktik"
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Show this message|No such|Missing|Try)\b")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The worked example, ready to be changed."""
    folder = tmp_path / "nordhuset"
    shutil.copytree(EXAMPLE, folder)
    return folder


def test_version_is_one_line() -> None:
    said = circle("--version")
    assert (said.code, said.out, said.aside) == (0, f"circle {__version__}\n", "")


@pytest.mark.parametrize("command", ["", *words.COMMANDS])
def test_help_in_danish_has_no_english_left(command: str) -> None:
    said = circle("--language", "da", *([command] if command else []), "--help")
    assert said.code == 0
    assert "Brug:" in said.out
    assert not ENGLISH.search(said.out)


def test_help_in_english_names_every_command() -> None:
    said = circle("--language", "en", "--help")
    assert all(re.search(rf"^  {name} ", said.out, re.MULTILINE) for name in words.COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("chek",), "Mente du 'circle check'?"),
        (("check", "--stramt"), "Der er intet tilvalg, der hedder '--stramt'."),
        (("explain",), "Der mangler et argument"),
        (("evaluate", "--format", "xml"), "'xml' er ikke en af"),
    ],
)
def test_a_slip_of_the_hand_is_answered_in_danish(arguments: tuple[str, ...], expected: str) -> None:
    said = circle(*arguments, cwd=EXAMPLE)
    assert said.code == 2
    assert expected in said.aside
    assert not ENGLISH.search(said.aside)


def test_the_project_decides_the_language_and_an_option_overrules_it() -> None:
    danish = circle("check", cwd=EXAMPLE)
    english = circle("--language", "en", "check", cwd=EXAMPLE)
    assert danish.out == "praktik: 11 af 11 sammenhænge kan testes\n"
    assert english.out == "praktik: 11 of 11 links can be tested\n"


def test_outside_a_project_the_first_step_is_told(tmp_path: Path) -> None:
    said = circle("check", cwd=tmp_path)
    assert said.code == 3
    assert "circle new" in said.aside


def test_a_theory_that_is_not_there_gets_a_suggestion() -> None:
    said = circle("check", "praktk", cwd=EXAMPLE)
    assert said.code == 2
    assert "Mente du 'praktik'?" in said.aside


def test_a_broken_theory_fails_with_a_place_and_what_to_do(project: Path) -> None:
    path = project / "theories" / "praktik.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("målgruppe:", "maalgrupe:", 1), encoding="utf-8")
    said = circle("check", cwd=project)
    assert said.code == 1
    assert re.search(r"theories/praktik\.yml:\d+:1: fejl\[QC201\].*mente du 'målgruppe'\?", said.aside)


def test_strict_lets_no_warning_pass(project: Path) -> None:
    path = project / "theories" / "praktik.yml"
    text = re.sub(r"    definition: .*\n", "", path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    assert circle("check", cwd=project).code == 0
    assert circle("check", "--strict", cwd=project).code == 1


def test_findings_as_json_and_as_github_notes(project: Path) -> None:
    path = project / "theories" / "praktik.yml"
    path.write_text(path.read_text(encoding="utf-8") + "ukendt_nøgle: x\n", encoding="utf-8")
    found = json.loads(circle("check", "--format", "json", cwd=project).out)
    assert "QC201" in json.dumps(found)
    assert circle("check", "--format", "github", cwd=project).out.startswith(
        "::error file=theories/praktik.yml,"
    )


def test_a_code_is_explained_with_an_example() -> None:
    said = circle("--language", "da", "explain", "qc201")
    assert said.code == 0
    assert "QC201" in said.out
    assert circle("explain", "QC999").code == 2


def test_a_picture_is_written_in_the_kind_its_name_says(project: Path) -> None:
    for kind, start in (("svg", b"<svg"), ("png", b"\x89PNG"), ("dot", b"digraph"), ("mmd", b"flowchart")):
        target = project / f"billede.{kind}"
        said = circle("draw", "praktik", "-o", str(target), cwd=project)
        assert said.code == 0, said.aside
        assert start in target.read_bytes()[:400]
    assert circle("draw", "-o", "billede.tiff", cwd=project).code == 2


def test_the_circle_goes_round(project: Path) -> None:
    evaluated = circle("evaluate", cwd=project)
    assert evaluated.code == 0, evaluated.aside
    assert "understøttet" in evaluated.out
    record = json.loads((project / "rounds/praktik/1/evaluation-1.json").read_text(encoding="utf-8"))
    assert circle("schema", cwd=project).code == 0
    published = json.loads((project / ".circle/evaluation.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(published).validate(record)

    offered = circle("correct", cwd=project)
    id = next(line for line in offered.out.splitlines() if line.startswith("drop-"))
    silent = circle("correct", "--accept", id, cwd=project)
    assert silent.code == 2
    assert "--reason" in silent.aside

    decided = circle("correct", "--accept", id, "--reason", "Data viser ingen sammenhæng", cwd=project)
    assert decided.code == 0, decided.aside
    assert "version 2" in decided.out
    theory = (project / "theories/praktik.yml").read_text(encoding="utf-8")
    assert "version: 2" in theory
    assert "fremmøde -> jobtro" not in theory.partition("moderatorer:")[0]

    assert "version 2" in circle("status", cwd=project).out
    history = circle("history", cwd=project)
    assert "Data viser ingen sammenhæng" in history.out
    assert circle("history", "--verify", cwd=project).code == 0


def test_a_touched_record_is_found_by_every_command_that_reads_it(project: Path) -> None:
    circle("evaluate", cwd=project)
    record = project / "rounds/praktik/1/evaluation-1.json"
    whole = record.read_bytes()
    record.write_bytes(whole.replace(b"supported", b"contradicted", 1))
    said = circle("history", "--verify", cwd=project)
    assert said.code == 1
    assert "evaluation-1.json" in said.aside
    assert "QC505" in circle("status", cwd=project).aside
    record.unlink()
    for command in (["history", "--verify"], ["status"], ["check"], ["correct"], ["history"], ["evaluate"]):
        assert "QC518" in circle(*command, cwd=project).aside, command
    assert not record.exists()
    built = circle("site", "build", cwd=project)
    assert (built.code, "QC518" in built.aside) == (0, True)
    assert circle("site", "build", "--strict", cwd=project).code == 1


def test_a_claim_changed_after_its_plan_is_not_held_against_data(project: Path) -> None:
    path = project / "theories/praktik.yml"
    text = path.read_text("utf-8")
    claim = next(each for each in text.splitlines() if "->" in each and " øger," in each)
    path.write_text(text.replace(claim, claim.replace(" øger,", " mindsker,")), "utf-8")
    said = circle("evaluate", cwd=project)
    assert (said.code, said.out) == (1, "")
    assert "QC501" in said.aside
    assert not (project / "rounds/praktik/1/evaluation-1.json").exists()


def test_a_plan_frozen_already_is_told_once(project: Path) -> None:
    shutil.rmtree(project / "rounds")
    assert "Testplanen er frosset: rounds/praktik/1/plan.yml" in circle("plan", cwd=project).out
    again = circle("plan", cwd=project)
    assert "gælder stadig: rounds/praktik/1/plan.yml. Intet er skrevet." in again.out
    assert (again.code, again.aside) == (0, "")


def test_strict_evaluation_fails_on_a_contradicted_link(project: Path) -> None:
    assert circle("evaluate", "--strict", cwd=project).code == 1


def test_missing_data_end_with_three_and_name_the_file(project: Path) -> None:
    shutil.rmtree(project / "data")
    said = circle("evaluate", cwd=project)
    assert said.code == 3
    assert "data/borgere.csv" in said.aside


def test_a_new_project_passes_everything_at_once(tmp_path: Path) -> None:
    made = circle("--language", "da", "new", "Hus 2", cwd=tmp_path, home=tmp_path)
    folder = tmp_path / "Hus 2"
    assert made.code == 0, made.aside
    assert (tmp_path / ".circle" / "hus-2.key").is_file()
    for command in (("check", "--strict"), ("evaluate",), ("site", "build", "--strict"), ("status",)):
        said = circle(*command, cwd=folder, home=tmp_path)
        assert said.code == 0, (command, said.aside)
    assert circle("new", str(folder), cwd=tmp_path, home=tmp_path).code == 3


@pytest.mark.parametrize(("language", "option"), [("da", "--tom"), ("en", "--empty")])
def test_an_empty_project_begins_with_one_warning_and_a_question_for_every_key(
    tmp_path: Path, language: str, option: str
) -> None:
    made = circle("--language", language, "new", "Hus 2", option, cwd=tmp_path, home=tmp_path)
    folder = tmp_path / "Hus 2"
    assert made.code == 0, made.aside
    (theory,) = (folder / "theories").glob("*.yml")
    assert theory.stem in made.out
    said = circle("check", cwd=folder, home=tmp_path)
    assert (said.code, said.aside.count("[QC202]"), said.aside.count(" = ")) == (0, 1, 2)
    asked = re.findall(r"^# (\w+): .+\?$", theory.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(asked) == 9
    assert set(asked) - {"præstationer", "outputs"} <= set(re.findall(r"\w+", said.aside))
    assert not (folder / "data").exists()
    assert (tmp_path / ".circle" / "hus-2.key").is_file()


def test_a_new_project_may_stand_beside_what_tools_put_there_and_leaves_it(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("mit\n", encoding="utf-8")
    assert circle("new", ".", "--empty", cwd=tmp_path, home=tmp_path).code == 0
    assert (tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8") == "{}"
    assert {"mit", "data/"} <= set((tmp_path / ".gitignore").read_text(encoding="utf-8").split())
    assert circle("new", ".", "--empty", cwd=tmp_path, home=tmp_path).code == 3


def test_the_demo_leaves_other_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "mit").mkdir()
    said = circle("demo", "mit", cwd=tmp_path)
    assert said.code == 3
    assert list((tmp_path / "mit").iterdir()) == []


def test_the_demo_goes_round_twice_in_its_own_folder(tmp_path: Path) -> None:
    for _ in range(2):
        said = circle("demo", cwd=tmp_path)
        assert said.code == 0, said.aside
    assert "Hjemmesiden er bygget" in said.out
    assert "kommer de igen i næste omgang" in said.out
    assert "QC509" not in said.aside
    assert (tmp_path / "circle-demo" / "site" / "index.html").is_file()


def test_the_demo_never_removes_what_somebody_wrote(tmp_path: Path) -> None:
    assert circle("demo", cwd=tmp_path).code == 0
    note = tmp_path / "circle-demo" / "theories" / "min.yml"
    note.write_text("mine tanker\n", encoding="utf-8")
    said = circle("demo", cwd=tmp_path)
    assert said.code == 3
    assert note.read_text(encoding="utf-8") == "mine tanker\n"


def test_a_picture_is_not_put_in_a_folder_that_is_not_there(project: Path) -> None:
    assert circle("draw", "-o", "findes/ikke/x.svg", cwd=project).code == 2
    assert not (project / "findes").exists()


def test_a_refusal_by_the_machine_is_not_called_our_mistake(project: Path) -> None:
    (project / ".circle").rmdir() if (project / ".circle").is_dir() else None
    (project / ".circle").write_text("en fil, hvor mappen skulle være", encoding="utf-8")
    said = circle("schema", cwd=project)
    assert said.code == 3
    assert ".circle" in said.aside
    assert "Traceback" not in said.aside


def test_a_new_project_bears_nobody_elses_name(tmp_path: Path) -> None:
    circle("--language", "da", "new", "mit hus", cwd=tmp_path, home=tmp_path)
    settings = (tmp_path / "mit hus" / "circle.yml").read_text(encoding="utf-8")
    assert "projekt: mit-hus" in settings
    assert "nordhuset" not in settings.casefold()
    assert "generate.py" not in settings


def test_a_bug_of_ours_is_called_so_and_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("noget om en borger")

    monkeypatch.setattr(program, "program", broken)
    assert program.run(["--language", "en", "status"]) == 4
    said = capsys.readouterr().err
    assert "our mistake" in said
    assert "RuntimeError" in said
    assert "borger" not in said
    assert "Traceback" not in said


def test_what_is_wrong_with_the_data_is_told_and_not_only_counted(project: Path) -> None:
    settings = project / "circle.yml"
    settings.write_text(settings.read_text("utf-8").replace("Borgernr", "Borger nummer"), encoding="utf-8")
    said = circle("data", cwd=project)
    assert said.code == 3
    assert "fejl[QC4" in said.aside
    assert "Borger nummer" in said.aside


def test_tab_offers_commands_and_the_projects_theories() -> None:
    def offered(words: str, at: int) -> list[str]:
        asked = {"_CIRCLE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        return [each.partition(",")[2] for each in circle(**asked).out.splitlines()]

    assert offered("circle ev", 1) == ["evaluate"]
    assert offered("circle draw praktik-m", 2) == ["praktik-motivation"]


def test_a_theory_checked_alone_is_told_as_among_the_others() -> None:
    alone = circle("check", "bip-vejen-til-job")
    by_file = circle("check", "theories/bip-vejen-til-job.yml")
    among = circle("check")
    assert alone == by_file
    assert alone.code == 0
    assert alone.out.strip() in among.out
    assert alone.aside.partition("\n")[0] in among.aside
