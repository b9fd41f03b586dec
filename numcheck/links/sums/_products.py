"""Number, price and total told in several sentences: "At £12 a head ... the £870 taken".

Each figure is known by what it is for, whichever sentence it stands in. That three figures belong
together is never sure from that alone: either their wording says so outright, or the stated total
is the product but for a slip. Whatever else near by explains the total keeps it silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from numcheck.links._common.belongs import base_unit
from numcheck.links._common.book import Book, book
from numcheck.links._common.figures import printed
from numcheck.links._common.near import (
    PERIODS,
    after,
    amount,
    around,
    is_count,
    one_unit,
    said_of,
    sentences_of,
    worth,
)
from numcheck.links._common.slips import nearly
from numcheck.links._common.wording import masked
from numcheck.links.sums._priced import is_priced
from numcheck.links.sums._total import is_cost, is_total
from numcheck.model import Claim, Interval, Reading
from numcheck.units import comparable, convert
from numcheck.values import frozen

#: A total this many times too large or small is about something else, unless a slip explains it.
_FAR = 1.7
#: The same for what is called a total, with no other sum near by.
_SURELY_FAR = 5.0
_CLOSE = Interval(0.97, 1.03)
_LARGE = 1e5
_FEW_DIGITS = 2


@frozen
class Product:
    """A number of things, what each is worth, and what the copy says they come to."""

    total: Claim
    count: Claim
    each: Claim


class _Search(NamedTuple):
    reading: Reading
    book: Book
    each: Claim
    near: Sequence[Claim]


def products(reading: Reading) -> Iterator[Product]:
    """Every total that is not the product of the number and the price told near it."""
    words = book("product-of", reading.document.language)
    if not words.patterns:
        return
    for claim in reading.claims:
        if claim.kind in ("money", "measure", "count") and _is_each(reading, words, claim):
            search = _Search(reading, words, claim, around(reading, claim.sentence))
            found = _product(search)
            if found is not None:
                yield found


def _is_each(reading: Reading, words: Book, claim: Claim) -> bool:
    if claim.value <= 0 or claim.bound not in ("exact", "about"):
        return False
    if claim.kind == "count":
        return claim.per != "" and claim.statistic == "rate"
    return _per(claim) != "" or said_of(reading, claim, words, "each", "one_of_many")


def _per(claim: Claim) -> str:
    """What the price is of: "ticket" of "£12 a ticket", "each", or ""."""
    return claim.unit.partition(" / ")[2] or claim.per.removeprefix("a ").removeprefix("per ")


def _product(search: _Search) -> Product | None:
    each = search.each
    if any(_is_another_price(claim, each) for claim in search.near):
        return None  # "£12 for adults and £8 for children"
    counts = _counts(search)
    for total in search.near:
        if of_another_time(search.reading, total, each):
            continue
        larger = worth(total) > worth(each) or not one_unit(total, each)
        called = larger and _is_total(search, total)
        if called or _is_only_sum(search, total):
            pairs = [Product(total, count, each) for count in counts if count is not total]
            found = _wrong(search, pairs, called=called)
            if found is not None:
                return found
    return None


def _is_another_price(claim: Claim, each: Claim) -> bool:
    if _per(claim) == "" or not one_unit(claim, each) or worth(claim) == worth(each):
        return False
    return not is_count(claim) or claim.head == each.head


def _counts(search: _Search) -> list[Claim]:
    """The figures that may be the number of things: counts, or a time for a price per time."""
    period = _per(search.each)
    if period in PERIODS:
        return [c for c in search.near if c.kind == "duration" and comparable(c.unit, period)]
    long = [c for c in search.near if c.kind == "measure" and c.unit == period != ""]
    if long:
        return long  # "80 km of road at 2 million euros a kilometre"
    found = [c for c in search.near if is_count(c) and c.value > 1 and c is not search.each]
    found = [c for c in found if not (search.each.head and c.head == search.each.head)]
    return [c for c in found if c.head == period] or found


def _is_total(search: _Search, claim: Claim) -> bool:
    if claim is search.each or _per(claim) or not _like(claim, search.each):
        return False
    if is_count(claim) and claim.head != search.each.head:
        return False
    if said_of(search.reading, claim, search.book, "no_sum"):
        return False
    if _is_called_total(search, claim):
        return True
    if said_of(search.reading, claim, search.book, "sum"):
        return not said_of(search.reading, claim, search.book, "told_apart")
    return _restates(search, claim)


def _is_only_sum(search: _Search, claim: Claim) -> bool:
    """Is it the only other figure in the unit of the price, told in a sentence beside it?"""
    if _sums(search) != [claim] or claim.bound != "exact" or is_count(claim) or _per(claim):
        return False
    beside = abs(claim.sentence - search.each.sentence) == 1
    if not beside or worth(claim) <= worth(search.each):
        return False
    if said_of(search.reading, claim, search.book, "no_sum", "told_apart"):
        return False
    # "set aside 24,000 euros for the festival", but "for the boats" that were counted
    meant = search.book.patterns["for_what"].match(after(search.reading, claim))
    counted = {count.head for count in _counts(search)}
    return meant is None or meant["what"] in counted or meant["what"].removesuffix("s") in counted


def of_another_time(reading: Reading, total: Claim, each: Claim) -> bool:
    """ "They got £400 each. Last year the fund paid £36,000": is it not told of one time?"""
    if total.sentence == each.sentence:
        return False
    sentence = masked(reading).text[slice(*reading.sentences[total.sentence])]
    return book("product-of", reading.document.language).says("another_time", sentence)


def _restates(search: _Search, total: Claim) -> bool:
    """Is the price told as another way to say the total: "for £2,400, or £250 apiece"?"""
    between = masked(search.reading).text[total.end : search.each.start]
    return total.end < search.each.start and search.book.says("restated", between)


def _taken_in(search: _Search, one: Product) -> bool:
    """Is it all that was paid, and the only sum beside the price: "brought in £900"?"""
    taken = said_of(search.reading, one.total, search.book, "taken_in")
    return taken and _sums(search) == [one.total]


def _sums(search: _Search) -> list[Claim]:
    """The other figures near by that are in the unit of the price."""
    return [c for c in search.near if _like(c, search.each) and c is not search.each]


def _like(claim: Claim, each: Claim) -> bool:
    """Is it in a unit of the price, or a large sum without one: "the 12.5 million"?"""
    if claim.kind == each.kind == "measure":
        return comparable(base_unit(claim), base_unit(each))  # "25 kg each ... 80 tonnes in all"
    large = claim.kind == "number" and not claim.noun and claim.step >= _LARGE
    return one_unit(claim, each) or (large and each.kind == "money" and worth(each) >= _LARGE)


def _is_called_total(search: _Search, claim: Claim) -> bool:
    reading = search.reading
    if is_total(reading, claim) or is_cost(reading, claim):
        return True
    return said_of(reading, claim, search.book, "comes_to")


def explained(reading: Reading, one: Product) -> bool:
    """Do the figures near a product make its total with others, or say elsewhere what it makes?"""
    words = book("product-of", reading.document.language)
    return _explained(_Search(reading, words, one.each, around(reading, one.each.sentence)), one)


def _wrong(search: _Search, pairs: Sequence[Product], *, called: bool) -> Product | None:
    """The product that the total is meant to be and is not; None where anything explains it.

    What is not `called` a total must be the product but for a slip.
    """
    if not pairs or any(_explained(search, one) for one in pairs):
        return None
    if _covers_more(search, pairs[0]):
        return None
    sure = _per(search.each) != "" or _sums(search) == [pairs[0].total]
    slips = _of_different_numbers(
        one for one in pairs if sure and _is_slip(one) and (called or _is_no_chance(one))
    )
    if len(slips) == 1:
        return slips[0] if _is_of_priced(search, slips[0]) else None
    distinct = _of_different_numbers(pairs)
    tied = called and len(distinct) == 1 and _is_tied(search, distinct[0])
    tied = tied and _is_of_priced(search, distinct[0])
    return distinct[0] if tied else None


def _of_different_numbers(pairs: Iterable[Product]) -> list[Product]:
    """ "Nine binmen ... each of the nine": one number told twice is one."""
    return list({times(one): one for one in pairs}.values())


def _explained(search: _Search, one: Product) -> bool:
    """Do these or other figures near by make the total, or is their product told elsewhere?"""
    made, said = made_by(one), amount(one.total)
    unit = one.each if one.each.kind == "money" else one.total
    same = [c for c in search.near if c is not one.each and one_unit(c, unit) and not _per(c)]
    if any(made.times(_CLOSE).overlaps(amount(claim)) for claim in same):
        return True
    others = [claim for claim in same if claim is not one.total]
    if any(_adds_up(made, amount(claim), said) for claim in others):
        return True
    numbers = [c for c in search.near if is_count(c) and c is not one.count and c.value > 1]
    return any(made.times(printed(more)).overlaps(said) for more in numbers) or any(
        printed(a).times(printed(b)).times(_each_amount(one)).overlaps(said)
        for a, b in combinations(numbers, 2)
    )


def _adds_up(made: Interval, other: Interval, said: Interval) -> bool:
    return made.plus(other).overlaps(said) or made.minus(other).overlaps(said)


def made_by(one: Product) -> Interval:
    """What number times price can have come to."""
    number = Interval(times(one), times(one)) if one.count.kind == "duration" else one.count.hull
    return number.times(_each_amount(one))


def _each_amount(one: Product) -> Interval:
    share = _in_unit_of_total(one)
    return amount(one.each).times(Interval(share, share))


def each_worth(one: Product) -> float:
    """What each thing is worth, in the unit of the total."""
    return worth(one.each) * _in_unit_of_total(one)


def _in_unit_of_total(one: Product) -> float:
    """How many of the unit of the total one of the price is: a kilo is 0.001 tonnes."""
    if one.each.kind != "measure" or one_unit(one.each, one.total):
        return 1.0
    return convert(1.0, base_unit(one.each), base_unit(one.total))


def times(one: Product) -> float:
    """How many times the price is taken: the number of things, or of days in "three weeks"."""
    if one.count.kind != "duration":
        return one.count.value
    return convert(one.count.value, one.count.unit, _per(one.each))


def _is_slip(one: Product) -> bool:
    """Is the total or the price what the others make, but for a slip?"""
    number, each, total = times(one), each_worth(one), worth(one.total)
    if nearly(number * each, total):
        return True
    price = total / number
    return _is_round(price) and nearly(price, each)


def _is_no_chance(one: Product) -> bool:
    """Is the price of what is counted, or has a slip more digits than 3,500 for 3,800?"""
    if one.count.kind == "duration" or _per(one.each) == one.count.head:
        return True
    made, said = times(one) * each_worth(one), worth(one.total)
    figures = {value: f"{value:.12g}".replace(".", "").strip("0") for value in (made, said)}
    swapped = len({"".join(sorted(written)) for written in figures.values()}) == 1
    return swapped or max(map(len, figures.values())) > _FEW_DIGITS


def _is_round(value: float) -> bool:
    """Would anyone set such a price?"""
    return len(f"{value:.12g}".replace(".", "").strip("0")) <= 3


def _is_tied(search: _Search, one: Product) -> bool:
    """Does the wording leave no doubt that the total is of these?"""
    # A third sentence may sum up: "25 sacks. Each weighed 40 kilos. The haul, four tonnes in all".
    sums_up = one.total.sentence > one.each.sentence and is_total(search.reading, one.total)
    sure = sums_up and _sums(search) == [one.total]
    far = _SURELY_FAR if sure else _FAR
    if not 1 / far <= times(one) * each_worth(one) / worth(one.total) <= far:
        return False
    if len(sentences_of((one.total, one.count, one.each))) > (3 if sure else 2):
        return False
    if _per(one.each) == one.count.head and _sums(search) == [one.total]:
        return True  # "£6 a shift ... after 14 shifts she had shelled out £114 in parking fees"
    shared = said_of(search.reading, one.each, search.book, "divided")
    if _restates(search, one.total) or _taken_in(search, one):
        return True
    if _per(one.each) == "" and not said_of(search.reading, one.each, search.book, "paid_often"):
        alone = said_of(search.reading, one.each, search.book, "each_of")
        return shared or (alone and _sums(search) == [one.total])
    if one.total.kind != "money" and said_of(search.reading, one.total, search.book, "the_sum"):
        return True  # "Eight lorries, each with 25 tonnes. The 320 tonnes ..."
    return shared or _is_called_total(search, one.total)


def _is_of_priced(search: _Search, one: Product) -> bool:
    return is_priced(search.reading, one.count, one.each, one.total)


def _covers_more(search: _Search, one: Product) -> bool:
    """ "With the raffle the £870 taken": more than these is in the total."""
    text, total = masked(search.reading).text, one.total
    if search.book.says("covers_more", after(search.reading, total)):
        return True
    claims = (total, search.each)
    start, end = min(c.start for c in claims), max(c.end for c in claims)
    sentence = search.reading.sentences[total.sentence]
    stretch = text[min(start, sentence.start) : max(end, sentence.end)]
    # "£6 a shift ... after 14 shifts last month" says whose total it is.
    dated = search.book.says("of_a_time", stretch) and _per(search.each) != one.count.head
    return dated or search.book.says("besides", stretch)
