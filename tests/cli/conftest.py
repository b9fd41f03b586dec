"""A desk: a folder with clean and garbled copy and one rule of its own."""

import pytest

from numcheck import cli

RULE = """\
id: too-many
summary: More than a thousand is too many here.
why: A rule made for this test.
severity: error
confidence: high
for: claim
where: {kind: [count, number]}
expect: claim.low <= 1000
message: "{claim.text} is more than a thousand"
examples:
  bad: [{text: "It has 1500 seats.", flags: ["1500"]}]
  good: [{text: "It has 900 seats."}]
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "too-many.yaml").write_text(RULE)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "bad.txt").write_text("It has 1500 seats.\n")
    (tmp_path / "copy" / "good.txt").write_text("It has 900 seats.\n")
    return tmp_path


@pytest.fixture
def run(capsys):
    """Run the command line: exit code, output, errors; a traceback fails the test."""

    def call(*words):
        code = cli.main(list(words))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out, captured.err

    return call
