"""Links stay in step with the length of the copy."""

from numcheck.claims import read
from numcheck.links import find
from numcheck.model import Document

COPY = "Some 300,000 people marched in Orsova on Sunday. Orsova has 40,000 residents.\n\n"


def test_a_crowd_is_held_against_the_nearest_population_of_its_place():
    reading = read(Document(COPY * 20))

    links = find("crowd-of-town", reading)

    assert 20 == len(links)
    for link in links:
        crowd, population = link.roles["crowd"], link.roles["population"]
        assert abs(population.start - crowd.start) < len(COPY)
