"""pytest over copy: items, markers, workers, JUnit, and the words of a failure."""

from xml.etree import ElementTree

import pytest

import numcheck

pytest_plugins = ["pytester"]

BAD = "Police held 40 marchers, of whom 52 were women.\n"
GOOD = "The harbour museum opened three new rooms; of its 40 guides, 12 speak Danish.\n"


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """Rules and word lists are in memory before pytester takes its snapshot of modules."""
    numcheck.check([BAD, GOOD])


@pytest.fixture
def copy(pytester, monkeypatch):
    """Run pytest over the copy in incoming/ with our plugin and no other."""
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    incoming = pytester.mkdir("incoming")
    plugin = ["-p", "numcheck.pytest_plugin"]

    def run(*words, **files):
        for name, text in files.items():
            (incoming / f"{name}.txt").write_text(text)
        return pytester.runpytest(*plugin, "-p", "no:cacheprovider", *words)

    return run


def test_off_until_asked_for(copy):
    copy("incoming", bad=BAD).assert_outcomes()


def test_each_document_is_an_item_and_fails_in_our_words(copy):
    result = copy("--numcheck", "incoming", "-v", bad=BAD, good=GOOD)

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines([
        "incoming/bad.txt::figures FAILED*",
        "incoming/good.txt::figures PASSED*",
        "*stories PASSED*",
        "*error: \"52\" cannot be part of \"40\"*",
        "*--> incoming/bad.txt:1:34*",
        "*^^*",
    ])  # fmt: skip
    assert "Traceback" not in result.stdout.str()
    assert "pytest_plugin.py" not in result.stdout.str()


def test_items_are_chosen_by_name_and_marker(copy):
    copy("--numcheck", "incoming", "-k", "good", bad=BAD, good=GOOD).assert_outcomes(
        passed=1, deselected=2
    )
    copy("--numcheck", "incoming", "-m", "not numcheck").assert_outcomes(deselected=3)


def test_one_file_can_be_named(copy):
    copy("--numcheck", "incoming/bad.txt", bad=BAD, good=GOOD).assert_outcomes(failed=1)


def test_lax_fails_on_errors_only_and_still_says_what_it_saw(copy, pytester):
    quoted = 'The mayor said: "Police held 40 marchers, of whom 52 were women."\n'
    copy("--numcheck", "incoming", quoted=quoted).assert_outcomes(failed=1)
    result = copy("--numcheck-lax", "incoming")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*numcheck: not failing*", 'incoming/quoted.txt::figures: "52*'])


def test_paths_in_the_ini_file_need_no_option(copy, pytester):
    pytester.makeini("[pytest]\nnumcheck_paths = incoming/b*.txt\n")
    copy("incoming", bad=BAD, other=BAD).assert_outcomes(failed=1)

    pytester.makeini("[pytest]\nnumcheck_paths = incoming/b*.txt\nnumcheck_fail_on = never\n")
    copy("incoming").assert_outcomes(passed=1)
    pytester.makeini("[pytest]\nnumcheck_paths = incoming/b*.txt\nnumcheck_fail_on = eror\n")
    assert 0 != copy("incoming").ret


def test_stories_are_one_item(copy):
    wire = "Police detained 774 people at the protests in Lindhaven on Sunday.\n"
    other = "Police detained 84 people at the protests in Lindhaven on Sunday.\n"
    result = copy("--numcheck", "incoming", "-v", wire=wire, other=other)

    assert 3 == sum(result.parseoutcomes().values())
    result.stdout.fnmatch_lines(["*stories*"])
    copy("--numcheck", "--numcheck-no-stories", "incoming").assert_outcomes(passed=2)


@pytest.mark.slow
def test_workers_share_the_items(copy):
    pytest.importorskip("xdist")
    files = {f"good{number}": GOOD for number in range(5)}
    result = copy("-p", "xdist", "--numcheck", "incoming", "-n", "2", bad=BAD, **files)

    result.assert_outcomes(passed=6, failed=1)


def test_junit_carries_the_findings_as_properties(copy, pytester):
    copy("--numcheck", "incoming", "--junitxml=out.xml", bad=BAD)
    root = ElementTree.parse(pytester.path / "out.xml").getroot()
    properties = {p.get("name"): p.get("value") for p in root.iter("property")}

    assert 'error: "52" cannot be part of "40"' == properties["numcheck.part-exceeds-whole"]


def test_settings_apply_as_on_the_command_line(copy, pytester):
    (pytester.path / "numcheck.toml").write_text('ignore = ["part-exceeds-whole"]\n')
    copy("--numcheck", "incoming", bad=BAD).assert_outcomes(passed=1)

    (pytester.path / "numcheck.toml").write_text('strikt = "high"\n')
    result = copy("--numcheck", "incoming")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*numcheck.toml:1:1: unknown setting 'strikt'*"])
    (pytester.path / "other.toml").write_text("")
    copy("--numcheck", "--numcheck-config", "other.toml", "incoming").assert_outcomes(failed=1)


def test_what_cannot_be_read_fails_and_says_why(copy, pytester):
    (pytester.path / "incoming" / "binary.txt").write_bytes(bytes(range(256)) * 50)
    result = copy("--numcheck", "incoming", good=GOOD)

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*cannot read *binary.txt*"])


def test_pipelines_that_hold_strings_have_fixtures(copy, pytester):
    pytester.makepyfile(
        test_feed=f"""
        import pytest

        def test_finds(numcheck_check):
            assert ["part-exceeds-whole"] == [f.rule for f in numcheck_check({BAD!r})]

        def test_passes(assert_consistent):
            assert_consistent({GOOD!r})

        def test_fails(assert_consistent):
            assert_consistent({BAD!r})
        """
    )
    result = copy()

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*cannot be part of*"])
