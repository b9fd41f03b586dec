"""Values behave as the dataclasses that they are."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field

import pytest

from numcheck import Claim, Document
from numcheck.values import frozen, lazy


@frozen
class Town:
    """A place of the tests."""

    name: str
    people: int = 0
    names: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


@frozen
class Port(Town):
    """A town with berths."""

    berths: tuple[int, ...] = ()


def test_values_are_compared_and_printed_by_their_fields():
    one, same, other = Town("Ostend", 5), Town("Ostend", people=5), Town("Ostend")

    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != Port("Ostend", 5)
    assert "Town(name='Ostend', people=5)" == repr(one)
    assert "Port(name='Ostend', people=5, berths=(1, 2))" == repr(Port("Ostend", 5, {}, (1, 2)))


def test_a_field_left_out_of_comparison_does_not_count():
    assert Town("Ostend", names={"nl": "Oostende"}) == Town("Ostend")


def test_each_value_has_a_default_of_its_own():
    one, other = Town("Ostend"), Town("Ghent")

    assert {} == one.names
    assert one.names is not other.names


@pytest.mark.parametrize(
    "change", [lambda t: setattr(t, "name", "x"), lambda t: delattr(t, "name")]
)
def test_values_cannot_be_changed(change):
    with pytest.raises(FrozenInstanceError, match="name"):
        change(Town("Ostend"))


def test_a_value_has_no_other_attributes():
    with pytest.raises(AttributeError):
        Town("Ostend").mayor  # noqa: B018
    assert not hasattr(Town("Ostend"), "__dict__")


@pytest.mark.parametrize(
    "call", [lambda: Town(), lambda: Town("a", naem="b"), lambda: Town(1, 2, {}, 4)]
)
def test_wrong_arguments_are_errors(call):
    with pytest.raises(TypeError):
        call()


def test_values_survive_copying_and_pickling():
    port = Port("Ostend", 5, {"fr": "Ostende"}, (1,))

    for again in (copy.copy(port), copy.deepcopy(port), pickle.loads(pickle.dumps(port))):
        assert port == again
        assert port.names == again.names


def test_the_tools_for_dataclasses_work():
    port = Port("Ostend", 5)

    assert Port("Ostend", 6) == dataclasses.replace(port, people=6)
    assert {"name": "Ostend", "people": 5, "names": {}, "berths": ()} == dataclasses.asdict(port)
    assert ("name", "people", "names", "berths") == Port.__match_args__
    assert ["name", "people", "names"] == list(inspect.signature(Town).parameters)
    assert str is inspect.signature(Town, eval_str=True).parameters["name"].annotation


def test_the_values_of_the_contract_are_dataclasses():
    document = dataclasses.replace(Document("x", published="2020-09-14"), id="a")

    assert "2020-09-14" == document.published.isoformat()
    assert {"value", "low", "high", "unit"} <= {one.name for one in dataclasses.fields(Claim)}


def test_a_lazy_property_is_worked_out_once():
    asked = []

    class Ferry:
        @lazy
        def places(self):
            """How many it takes."""
            asked.append(self)
            return 40

    ferry = Ferry()

    assert (40, 40) == (ferry.places, ferry.places)
    assert [ferry] == asked
    assert "How many it takes." == Ferry.places.__doc__
