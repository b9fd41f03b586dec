"""Of a mail, what its sender wrote or passed on is copy; what it quotes and signs is not."""

import pytest

from numcheck.model import Document
from numcheck.readers import read_bytes

HEAD = "From: pat@example.org\nSubject: {}\nMIME-Version: 1.0\n"


def read(copy: str, name: str = "x.eml") -> list[Document]:
    return list(read_bytes(copy.encode(), name))


def copy_of(document: Document) -> str:
    """The text outside all zones, and the headline."""
    kept = list(document.text)
    for zone in document.zones:
        kept[zone.start : zone.end] = " " * (zone.end - zone.start)
    return " ".join("".join(kept).split())


@pytest.mark.parametrize(
    ("subject", "body", "copy"),
    [
        ("Ferry", "Saved 12.\n\nKind regards,\nPat\nTel. 020 7946 0958\n", "Saved 12."),
        ("Ferry", "Saved 12.\n\nSent from my telephone 12\n", "Saved 12."),
        ("Ferry", "Thanks,\n" + "They saved another 12 people.\n" * 20, None),
        ("Re: Ferry", "Yes.\n> 84 dead?\nNo, 12.\n> 9 hurt?\nNone.\n", "Yes. No, 12. None."),
        ("Re: Ferry", "Saved 12.\n\nOn 5 May 2031, Pat Gull\n<pat@x.org> wrote:\n> 84?\n", "Saved 12."),
        ("Re: Ferry", "Saved 12.\n\nOn 5 May 2031, Pat wrote:\n\nWas it 84?\n", "Saved 12."),
        ("Re: Ferry", "Saved 12.\n\n-----Original Message-----\nFrom: Pat\n\n84?", "Saved 12."),
        ("RE: Ferry", f"Saved 12.\n\n{'_' * 32}\nFrom: Pat\nSent: May 5\n\n84?", "Saved 12."),
        ("FW: Ferry", f"FYI\n\n{'_' * 32}\nFrom: Pat\nSent: May 5\n\nSaved 12.", "FYI Saved 12."),
        (
            "Fwd: Ferry",
            "FYI\n\n---------- Forwarded message ---------\nFrom: Pat\nDate: May 5\n\nSaved 12.",
            "FYI Saved 12.",
        ),
        ("Ferry", "On Monday they saved 12.\nPat wrote: it was 84.", "On Monday they saved 12. Pat wrote: it was 84."),
    ],
)  # fmt: skip
def test_what_a_mail_quotes_and_signs_is_no_copy(subject, body, copy):
    (document,) = read(f"{HEAD.format(subject)}\n{body}")

    assert copy_of(document) == (copy or " ".join(body.split()))


def test_a_mailbox_holds_several_mails():
    begin = "From pat@example.org Tue May  6 07:08:00 2031\n"
    mail = f"{begin}{HEAD.format('Ferry')}\nSaved {{}}.\n>From 5 boats.\n\n"

    first, second = read(mail.format(12) + mail.format(84), "x.mbox")

    assert ("x.mbox#1", "x.mbox#2") == (first.id, second.id)
    assert "Saved 12. >From 5 boats." == copy_of(first)
    assert (14, 7) == second.line_column(second.text.index("84"))


def test_a_mail_in_a_mail_is_a_document_of_its_own():
    inner = f"{HEAD.format('Ferry hit')}Date: Tue, 06 May 2031 07:08:00 +0000\n\nSaved 12.\n"
    outer, held = read(
        f"{HEAD.format('FYI')}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n"
        f"--b\nContent-Type: message/rfc822\n\n{inner}--b--\n"
    )

    assert ("FYI\n\nSee below.", "Ferry hit\n\nSaved 12.") == (outer.text, held.text)
    assert "2031-05-06" == str(held.published)
    assert (17, 7) == held.line_column(held.text.index("12."))


def test_html_goes_before_a_text_that_only_points_to_it():
    part = "--b\nContent-Type: text/{}\n\n{}\n"
    head = f"{HEAD.format('Ferry')}Content-Type: multipart/alternative; boundary=b\n\n"
    rich = "<p>" + "Rescuers saved 12 people. " * 40
    (document,) = read(
        head + part.format("plain", "See the web.") + part.format("html", rich) + "--b--"
    )

    assert "See the web" not in document.text
    assert "saved 12" in document.text


def test_soft_line_ends_of_flowed_text_are_spaces():
    head = f"{HEAD.format('Ferry')}Content-Type: text/plain; format=flowed\n\n"
    (document,) = read(f"{head}Rescuers saved 1, \n240 people.\nAll well.\n-- \nPat 9\n")

    assert "Rescuers saved 1, 240 people.\nAll well." in document.text.replace("  ", " ")
    assert "boilerplate" == document.zones[-1].kind


def test_what_mail_programs_mark_in_html_is_no_copy():
    (document,) = read(
        f"{HEAD.format('Ferry')}Content-Type: text/html\n\n<p>Saved 12.</p>"
        '<div class="gmail_quote">84?</div><blockquote type="cite">85?</blockquote>'
        '<div class="moz-signature">Tel. 9</div>'
    )

    assert "Saved 12." == copy_of(document)
