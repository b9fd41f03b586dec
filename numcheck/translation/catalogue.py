"""Every operation by name, with what it means: what reports and documentation say about it."""

from __future__ import annotations

from numcheck.model import RuleInfo, Severity

#: Operation -> what happened, and an example from the right figure to the garbled one.
OPERATIONS: dict[str, tuple[str, str]] = {
    "digit_drop": ("A digit was lost.", "612 -> 62"),
    "digit_insert": ("A digit was added.", "45 -> 495"),
    "digit_substitution": ("A digit was replaced.", "318 -> 348"),
    "digit_transposition": ("Two neighbouring digits changed places.", "47 -> 74"),
    "digit_reversal": ("All digits were reversed.", "351 -> 153"),
    "script_digit_confusion": ("A digit of another script was misread by its shape.", "৪২ -> 82"),
    "scale_shift": ("The power of ten is wrong.", "2 milliards -> 2 million"),
    "scale_word_drop": ("A word for thousand, million or more was lost.", "5 тыс. -> 5"),
    "scale_word_added": ("A scale word was added.", "500 -> 500,000"),
    "long_scale": ("A word for 10^12 was taken for billion.", "2,5 Billionen -> 2.5 billion"),
    "indian_scale": ("Lakh, crore or their grouping was misread.", "5 lakh -> 5 million"),
    "myriad_scale": ("Units of ten thousand were mapped onto thousands.", "90亿 -> 90 billion"),
    "separator_confusion": ("Decimal and thousands marks were confused.", "1.500 -> 1.5"),
    "numeral_composition": ("A compound number was put together wrongly.", "anderthalb -> half"),
    "number_word_confusion": ("Two similar number words were confused.", "sesenta -> seventy"),
    "teen_ty_swap": ("-teen and -ty were confused.", "sechzehn -> sixty"),
    "half_hour": ("Half before and half past the hour were confused.", "halb acht -> 8:30"),
    "meridiem_flip": ("Morning and evening were confused.", "午後7時 -> 7 a.m."),
    "time_shift": ("The clock time was shifted.", "15:10 -> 4:20 p.m."),
    "date_day_month_swap": ("Day and month changed places.", "01/05 -> January 5"),
    "month_confusion": ("One month was taken for another.", "listopad -> October"),
    "date_shift": ("The date was changed.", "14 May -> 16 May"),
    "calendar_shift": ("A year of another era was not converted.", "พ.ศ. 2561 -> 2561"),
    "currency_dropped": ("The currency was lost.", "$40 million -> 40 million"),
    "currency_swap": ("The currency was replaced, the amount kept.", "500 рублей -> $500"),
    "unit_swap": ("The unit was replaced, the number kept.", "12 m -> 12 feet"),
    "unit_conversion_wrong": ("A conversion is wrong.", "30 km -> 30 km (48 miles)"),
    "percent_dropped": ("The percent sign was lost.", "12 % -> 12"),
    "percent_point_swap": ("Points and percent were confused.", "2 points -> 2 percent"),
    "by_to_swap": ('"By" and "to" were confused.', "um 5 % -> to 5 percent"),
    "direction_flip": ("Up and down were confused.", "rose -> fell"),
    "bound_flip": ("A lower and an upper limit were confused.", "mindestens -> at most"),
    "bound_dropped": ("A limit was lost.", "at least 40 -> 40"),
    "scope_inversion": ("Whole and part changed places.", "90, 30 of them -> 30, 90 of them"),
    "figures_swapped": ("Two figures changed places.", "3 dead, 45 hurt -> 45 dead, 3 hurt"),
    "fraction_inversion": ("A fraction was turned over.", "3分の2 -> three-halves"),
    "ordinal_cardinal": ("A rank and a count were confused.", "百人 -> 100th"),
    "range_collapse": ("The ends of a range were run together.", "5-8 -> 58"),
    "range_end_dropped": ("One end of a range was lost.", "20 to 30 -> 20"),
    "sign_lost": ("A minus sign was lost.", "-12 -> 12"),
    "number_omitted": ("A figure of the source is missing.", ""),
    "number_added": ("The translation has a figure that its source has not.", ""),
}  # fmt: skip


def rule_id(operation: str) -> str:
    """The rule that findings of `compare` carry: "translation/digit-drop"."""
    return f"translation/{operation.replace('_', '-')}"


def infos() -> tuple[RuleInfo, ...]:
    """What a report says about the findings of `compare`."""
    return tuple(
        RuleInfo(
            rule_id(name), "translation", summary, example, _severity(name), "high",
            tags=("translation",), source="compare",
        )
        for name, (summary, example) in OPERATIONS.items()
    )  # fmt: skip


def _severity(operation: str) -> Severity:
    return "warning" if operation in ("number_omitted", "number_added") else "error"
