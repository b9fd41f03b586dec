"""A new member of a package is a new file."""

import pytest

from numcheck.registry import Registry


@pytest.fixture
def grounds(tmp_path, monkeypatch):
    package = tmp_path / "zoo"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "sea_lion.py").write_text("NOISE = 'bark'")
    (package / "_keeper.py").write_text("raise RuntimeError('never imported')")
    for folder, noise in (("birds", "caw"), ("_kitchen", "clatter")):
        (package / folder).mkdir()
        (package / folder / "__init__.py").write_text("")
        (package / folder / "great_auk.py").write_text(f"NOISE = {noise!r}")
    monkeypatch.syspath_prepend(tmp_path)
    return "zoo", str(package / "__init__.py"), "zoo.animals"


@pytest.fixture
def zoo(grounds):
    return Registry(*grounds)


def test_members_are_modules_without_an_underscore_in_front(zoo):
    assert ("birds", "sea-lion") == zoo.names


def test_a_member_is_imported_when_asked_for(zoo):
    assert "bark" == zoo.load("sea-lion").NOISE


def test_members_may_be_sorted_into_families(grounds):
    zoo = Registry(*grounds, families=True)

    assert ("great-auk", "sea-lion") == zoo.names
    assert "caw" == zoo.load("great-auk").NOISE


def test_an_unknown_member_is_a_key_error(zoo):
    with pytest.raises(KeyError):
        zoo.load("unicorn")
