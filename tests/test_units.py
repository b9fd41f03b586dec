"""Units: what converts into what, and that the generated table is current."""

import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.errors import UnitError
from numcheck.units import (
    are_inverse,
    comparable,
    convert,
    dimension,
    invert,
    is_currency,
    tables,
)

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (50, "mile", "kilometer", 80.4672),
        (100, "degree_Celsius", "degree_Fahrenheit", 212),
        (0, "degree_Celsius", "kelvin", 273.15),
        (1, "acre", "square meter", 4046.87),
        (2, "oil_barrel / day", "oil_barrel / hour", 2 / 24),
        (60, "mile / hour", "kilometer / hour", 96.56064),
        (1, "decade", "year", 10),
        (50, "basis_point", "percent", 0.5),
        (12, "USD / month", "USD / year", 144),
        (1, "furlong", "meter", 201.168),
    ],
)
def test_values_convert(value, unit, to, expected):
    assert expected == pytest.approx(convert(value, unit, to), rel=1e-4)


@pytest.mark.parametrize(
    ("unit", "to"),
    [("meter", "kilogram"), ("USD", "EUR"), ("USD", "USD / month"), ("meter", "no such unit")],
)
def test_unlike_units_do_not_convert(unit, to):
    assert not comparable(unit, to)
    with pytest.raises(UnitError):
        convert(1, unit, to)


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (40, "mile / gallon", "liter / hundred_kilometer", 5.8804),
        (45, "mile / imperial_gallon", "liter / hundred_kilometer", 6.2774),
        (5, "liter / hundred_kilometer", "kilometer / liter", 20),
        (4, "mile / kilowatt_hour", "kilowatt_hour / hundred_kilometer", 15.5343),
        (0, "mile / gallon", "liter / hundred_kilometer", float("inf")),
    ],
)
def test_a_rate_is_turned_over(value, unit, to, expected):
    assert are_inverse(unit, to)
    assert invert(value, unit, to) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("mile / hour", "kilometer / hour"),
        ("mile / gallon", "kilometer / liter"),
        ("mile / gallon", "kilowatt_hour / hundred_kilometer"),
        ("mile", "liter"),
    ],
)
def test_only_an_inverse_is_turned_over(unit, to):
    assert not are_inverse(unit, to)
    with pytest.raises(UnitError):
        invert(1, unit, to)


def test_equal_dimensions_are_told_without_pint():
    code = (
        "import sys; from numcheck.units import dimension; "
        "assert dimension('mile') == dimension('kilometer'); assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_money_is_known_by_code_and_by_name():
    assert is_currency("USD")
    assert is_currency("peso")
    assert not is_currency("meter")
    assert "KWD" == tables().money["kuwaiti dinars"]
    assert dimension("USD") != dimension("EUR")


@pytest.mark.slow
def test_the_generated_table_is_current():
    for package in ("babel", "pint", "quantulum3"):
        pytest.importorskip(package)
    script = ROOT / "scripts" / "generate_units.py"

    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)

    assert 0 == done.returncode, done.stdout


@pytest.mark.slow
def test_every_unit_can_be_read_by_pint():
    from numcheck.units import _content, _registry

    registry = _registry()
    for unit in _content()["factors"]:
        registry.parse_units(unit)
