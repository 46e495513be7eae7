"""The bill of one job: what was charged to its names while it worked, and nothing else."""

from decimal import Decimal

from allybook.domain.money.reservations import Part
from allybook.services.money.bill import Bill

SEARCH = "GET /2/tweets/search/recent"


def read(desk, meter, job, *posts):
    """Read posts at a desk; what goes to X is metered below it."""
    with desk.jobs.named(job), meter.request(job, [Part(SEARCH, len(posts))]) as slip:
        slip.bring([Part(SEARCH, ids=posts)])


def test_a_bill_is_what_its_job_was_charged_under_all_its_names(desk):
    meter = desk.jobs
    read(desk, meter, "search", "1", "2")
    bill = Bill(desk)
    assert bill.dollars() == 0
    read(bill.desk, meter, "search", "3", "4", "5")
    read(bill.desk, meter, "names", "6")
    assert bill.dollars() == Decimal("0.02")


def test_what_others_are_charged_meanwhile_is_not_on_the_bill(desk):
    meter = desk.jobs
    bill = Bill(desk)
    read(desk, meter, "check", "1", "2")
    assert bill.dollars() == 0
    read(bill.desk, meter, "search", "3")
    assert bill.dollars() == Decimal("0.005")


def test_another_who_does_the_same_meanwhile_pays_for_it_alone(desk):
    meter, mine, others = desk.jobs, Bill(desk), Bill(desk)
    read(desk, meter, "list", "1", "2", "3")
    read(others.desk, meter, "list", "4", "5")
    read(mine.desk, meter, "list", "6")
    assert (mine.dollars(), others.dollars()) == (Decimal("0.005"), Decimal("0.01"))
