"""Documents of an archive side by side: what becomes a fact, and what only looks like one."""

from __future__ import annotations

import datetime as dt
import random
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.gathering import OfficerTold, ResultTold, TargetTold, Told
from archive.gathering_bytes import packed
from archive.joining import DueTold, Member, RequiredTold, groups
from archive.joining_numbers import number_key
from archive.joining_shelf import MAX_FACTS, Shelf
from archive.joining_targets import indicator_key
from archive.joining_years import MAX_REPORTS, MAX_SHOWN, is_telling
from archive.sketches import BINS, DIGITS, sketch, stretches
from schemas.evidence import Evidence

AS_OF = dt.date(2026, 1, 15)
A, B, C = "Kecamatan Rimba Wangi", "Kecamatan Telaga Sunyi", "Kecamatan Bukit Lestari"
NIP = "197909042003121006"
SLIP = "197909042002121006"
OTHER = "198501172010012021"
WORDS = (
    "menerima naskah usulan mencatat agenda menelaah berkas membuat konsep memeriksa paraf menandatangani surat "
    "membagikan salinan menyimpan dokumen melaporkan hasil kegiatan bulanan kepada pimpinan sesuai jadwal kerja tim"
).split()


def _place(line=1):
    return Evidence(f"baris {line}", line=line)


def _officer(nip=NIP, name="GALANG PRAMUDITA, S.IP.", position="CAMAT RIMBA WANGI", *, surely=True):
    return OfficerTold(nip, name, position, _place(9), surely)


def _sop(office=A, **told):
    return Told("sop", "sop", **({"unit": office, "year": 2025} | told))


def _member(path, office, told, part=None):
    return Member(path, part, office, None, None, told)


def _facts(members, kind, **more):
    found = list(groups(lambda: members, as_of=AS_OF, **more))
    return [(group.office, fact) for group in found for fact in group.facts.single if fact.kind == kind]


def _officers(*named):
    """A document for each office and officer."""
    return [_member(f"{n}.txt", office, _sop(office, officers=(one,))) for n, (office, one) in enumerate(named)]


# officers -----------------------------------------------------------------------------------------------------------


def test_two_nips_of_one_name_stand_in_the_office_of_the_rarer_one():
    """Two documents against one: the one is looked at first."""
    members = _officers((A, _officer()), (A, _officer()), (B, _officer(SLIP, "Galang Pramudita")))
    ((office, pair),) = _facts(members, "archive_officer_pair")

    assert B == office
    assert ("name", "same", 1, True, True) == tuple(
        pair.fields[name] for name in ("by", "name", "nip_distance", "birth", "surely")
    )
    assert ("2.txt", "0.txt") == tuple(place.document for place in pair.evidence)
    assert ("2", "1") == (pair.words["a_documents"], pair.words["b_documents"])
    assert "19790904 200[2]12 1 006" == pair.words["b_nip"]


def test_one_nip_under_two_names():
    """Whatever offices they are of."""
    members = _officers((A, _officer()), (B, _officer(name="RATIH KEMALASARI, S.E.")))
    ((office, pair),) = _facts(members, "archive_officer_pair")

    assert (B, "nip", "different") == (office, pair.fields["by"], pair.fields["name"])
    assert pair.fields["name_similarity"] < 50


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(_officer(OTHER, "GALANG PRAMUDITA, S.E."), id="a namesake in another office"),
        pytest.param(_officer(), id="an officer who moved"),
        pytest.param(_officer(name="Drs. Galang  Pramudita"), id="other degrees"),
        pytest.param(_officer(None), id="no number"),
        pytest.param(_officer("197909041"), id="the old form of a number"),
        pytest.param(_officer("197913042003121006"), id="a number that is none"),
        pytest.param(_officer(name="CAMAT RIMBA WANGI"), id="a position where the name should be"),
        pytest.param(_officer(name="Pembina Tk. I"), id="a rank where the name should be"),
    ],
)
def test_what_is_no_conflict_of_officers(other):
    """No fact at all."""
    assert [] == _facts(_officers((A, _officer()), (B, other)), "archive_officer_pair")


def test_a_conflict_inside_one_document_is_left_to_its_own_audit():
    """Also where the document was handed in twice."""
    told = _sop(officers=(_officer(), _officer(SLIP)))

    assert [] == _facts([_member("a.txt", A, told), _member("b.txt", A, told)], "archive_officer_pair")


def test_namesakes_of_one_office_are_told_apart_by_their_positions():
    """The rule asks whether one person holds the position."""
    members = _officers(
        (A, _officer()), (A, _officer(OTHER)), (A, _officer("199001012015031002", position="Kepala Seksi"))
    )
    found = [
        (pair.fields["position"], pair.fields["one_holder"], pair.fields["one_office"])
        for _, pair in _facts(members, "archive_officer_pair")
    ]

    assert [("different", False, True), ("different", False, True), ("same", True, True)] == sorted(found)


def test_doubtful_numbers_are_told_as_doubtful():
    """So that the rule is not evaluated, where it would have been flagged."""
    ((_, pair),) = _facts(_officers((A, _officer()), (B, _officer(SLIP, surely=False))), "archive_officer_pair")

    assert pair.fields["surely"] is False


def test_a_name_seen_surely_once_is_sure():
    """A clean copy of a bad scan."""
    members = _officers((A, _officer()), (B, _officer(SLIP, surely=False)), (B, _officer(SLIP)))

    assert [True] == [pair.fields["surely"] for _, pair in _facts(members, "archive_officer_pair")]


def test_very_many_namesakes_cost_no_more_than_their_number():
    """Of many, those whose NIPs follow each other are compared."""
    many = [(A, _officer(f"1979{1 + n % 12:02d}{1 + n % 28:02d}200312100{n % 10}")) for n in range(300)]

    assert len(_facts(_officers(*many), "archive_officer_pair")) <= 300 * 8


# numbers ------------------------------------------------------------------------------------------------------------


def _numbered(*rows):
    """Documents by office, number and title."""
    return [
        _member(f"{n}.txt", office, _sop(office or A, number=number, number_place=_place(3), title=title, **more))
        for n, (office, number, title, *rest) in enumerate(rows)
        for more in [rest[0] if rest else {}]
    ]


def test_one_number_on_different_sops_of_an_office():
    """One fact a number, with all that bear it."""
    rows = [(A, "05/RW/I/2025", title) for title in ("SURAT MASUK", "SURAT MASUK", "PENGANTAR NIKAH", "IZIN KERAMAIAN")]
    ((office, fact),) = _facts(_numbered(*rows), "archive_number")

    assert (A, "office", 3) == (office, fact.fields["scope"], fact.fields["sops"])
    assert 3 == len({place.document for place in fact.evidence})


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([(A, "5/I/2025", "SURAT MASUK"), (A, "5/I/2025", "SOP Surat  Masuk")], id="one SOP twice"),
        pytest.param([(A, "5/I/2025", "SURAT MASUK"), (B, "5/I/2025", "PENGANTAR NIKAH")], id="two offices"),
        pytest.param([(A, "…/I/2025", "SURAT MASUK"), (A, "…/I/2025", "PENGANTAR NIKAH")], id="not filled in"),
        pytest.param([(A, "000.8.3.3", "SURAT MASUK"), (A, "000.8.3.3", "PENGANTAR NIKAH")], id="only the code"),
        pytest.param([(A, "5/I/2025", "SURAT MASUK"), (A, "5/I/2025", None)], id="no title"),
        pytest.param([(None, "5/I/2025", "SURAT MASUK"), (None, "5/I/2025", "PENGANTAR NIKAH")], id="no known office"),
    ],
)
def test_what_is_no_number_twice(rows):
    """No fact."""
    assert [] == _facts(_numbered(*rows), "archive_number")


def test_a_version_under_another_title_is_the_same_sop():
    """The same text, and titles that name one product: then it was only renamed."""
    same = {"sketch": "ab12" * BINS}
    one, other = (A, "5/I/2025", "PENYUSUNAN LAKIP", same), (A, "5/I/2025", "PENYUSUNAN LAPORAN KINERJA", same)
    third = (A, "5/I/2025", "PENGANTAR NIKAH", same)

    assert [] == _facts(_numbered(one, other), "archive_number")
    assert 1 == len(_facts(_numbered(one, third), "archive_number"))


def test_a_number_that_names_one_of_two_offices_is_copied_by_the_other():
    """By its initials; a number that names both or none tells nothing."""
    rows = [(A, "065/05/KEC-RW/2025", "SURAT MASUK"), (B, "065/05/KEC-RW/2025", "SURAT MASUK")]
    ((office, fact),) = _facts(_numbered(*rows), "archive_number")

    assert (B, "offices", A) == (office, fact.fields["scope"], fact.words["b_office"])


def test_parts_of_one_file_without_office():
    """A number counts within the file."""
    members = [
        _member("a.txt", None, _sop(number="5/I/2025", title=title), part)
        for part, title in ((1, "SURAT MASUK"), (2, "PENGANTAR NIKAH"))
    ]
    ((office, fact),) = _facts(members, "archive_number")

    assert ("", "file") == (office, fact.fields["scope"])
    assert ["a.txt, bagian 2", "a.txt, bagian 1"] == [place.document for place in fact.evidence]


@pytest.mark.parametrize(("a", "b"), [("05 / RW / I / 2025", "05/rw/i/2025"), ("065–07/SOP/2025", "065-07/SOP/2025")])
def test_print_forms_of_a_number_are_one(a, b):
    """Blanks, case, dashes."""
    assert number_key(a) == number_key(b) is not None


# targets ------------------------------------------------------------------------------------------------------------


def _target(indicator, target, unit="Indeks", *, surely=True):
    return TargetTold(indicator, target, unit, _place(20), surely, target)


def _paper(path, sort, *targets, office=A, **told):
    return _member(path, office, Told("performance", sort, **({"year": 2025, "targets": targets} | told)))


def _differences(*papers):
    return [
        (fact.fields["what"], fact.words["a"], fact.words["b"]) for _, fact in _facts(list(papers), "archive_target")
    ]


IKM = "Indeks Kepuasan Masyarakat"


def test_another_target():
    """With both values, and the report as the first place."""
    papers = [_paper("pk", "agreement", _target(IKM, "85")), _paper("lkj", "report", _target(f"1. {IKM}", "80"))]
    ((office, fact),) = _facts(papers, "archive_target")

    assert (A, "target", "85", "80") == (office, fact.fields["what"], fact.words["a"], fact.words["b"])
    assert ["lkj", "pk"] == [place.document for place in fact.evidence]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(_target(IKM, "85"), _target(IKM.upper(), "85.0"), id="one number"),
        pytest.param(_target(IKM, "95", "%"), _target(IKM, "0.95", "Persen"), id="a share"),
        pytest.param(_target(IKM, "1000"), _target(IKM, "1", surely=False), id="1.000"),
        pytest.param(_target(IKM, "bb"), _target(IKM, "70.5"), id="a rating and a number"),
        pytest.param(_target(IKM, "wtp"), _target(IKM, "wajar tanpa pengecualian"), id="words"),
        pytest.param(_target(IKM, "85"), _target(IKM, ""), id="nothing stated"),
        pytest.param(_target(IKM, "85", "Nilai"), _target(IKM, "85", "Indeks"), id="units without dimension"),
        pytest.param(_target(IKM, "85", "Dok"), _target(IKM, "85", "Dokumen"), id="a short unit"),
        pytest.param(_target(IKM, "85", None), _target(IKM, "85", "Desa"), id="one without unit"),
        pytest.param(_target(IKM, "85"), _target("Indeks Kepuasan Masyarkat", "85"), id="a slip in the name"),
    ],
)
def test_one_target_in_two_spellings(a, b):
    """No difference, either way round."""
    assert [] == _differences(_paper("pk", "agreement", a), _paper("lkj", "report", b))
    assert [] == _differences(_paper("pk", "agreement", b), _paper("lkj", "report", a))


def test_ratings_and_units_differ():
    """BB is not B; twelve villages are not twelve times."""
    assert [("target", "bb", "b")] == _differences(
        _paper("pk", "agreement", _target(IKM, "bb")), _paper("lkj", "report", _target(IKM, "b"))
    )
    assert [("unit", "Desa", "Kali")] == _differences(
        _paper("pk", "agreement", _target(IKM, "12", "Desa")), _paper("ra", "plan", _target(IKM, "12", "Kali"))
    )


def test_the_revised_agreement_counts():
    """The report follows the first one: that is a difference."""
    papers = [
        _paper("pk", "agreement", _target(IKM, "85")),
        _paper("pk-p", "agreement", _target(IKM, "80"), revised=True),
    ]

    assert [] == _differences(*papers, _paper("lkj", "report", _target(IKM, "80")))
    assert [("target", "80", "85")] == _differences(*papers, _paper("lkj", "report", _target(IKM, "85")))


def test_agreements_of_several_officers_count_together():
    """One of them promises what the report says."""
    papers = [_paper("pk-a", "agreement", _target(IKM, "85")), _paper("pk-b", "agreement", _target(IKM, "80"))]

    assert [] == _differences(*papers, _paper("lkj", "report", _target(IKM, "80")))


def test_other_years_and_offices_are_not_compared():
    """Nor what nobody knows the year of."""
    assert [] == _differences(
        _paper("pk", "agreement", _target(IKM, "85")),
        _paper("a", "report", _target(IKM, "80"), year=2024),
        _paper("b", "report", _target(IKM, "80"), office=B),
        _paper("c", "report", _target(IKM, "80"), year=None),
        _paper("d", None, _target(IKM, "80")),
    )


def test_plan_and_report_are_compared_where_there_is_no_agreement():
    """Else both are held against it, so that nothing is said twice."""
    plan, report = _paper("ra", "plan", _target(IKM, "85")), _paper("lkj", "report", _target(IKM, "80"))

    assert [("target", "85", "80")] == _differences(plan, report)
    assert [("target", "85", "80")] == _differences(_paper("pk", "agreement", _target(IKM, "85")), plan, report)


def test_indicators_that_the_report_does_not_have():
    """Where it has most of them, and both are whole."""
    three = [_target(name, "5") for name in ("Desa mandiri", "Nilai SAKIP", IKM)]
    agreement = _paper("pk", "agreement", *three)

    assert [("missing", "", "")] == _differences(agreement, _paper("lkj", "report", *three[1:]))
    assert [] == _differences(agreement, _paper("lkj", "report", *three[1:], whole=False))
    assert [] == _differences(agreement, _paper("tw", "report", *three[1:], quarter=2))
    assert [] == _differences(agreement, _paper("lkj", "report", three[2]))


def test_numbering_and_brackets_are_no_part_of_an_indicator():
    """Whatever stands around it."""
    assert indicator_key("Nilai SAKIP") == indicator_key("1.2 Nilai SAKIP (LHE Inspektorat)")


# years --------------------------------------------------------------------------------------------------------------

FIGURES = {"Indeks Kepuasan Masyarakat": "83.47", "Nilai SAKIP": "68.05", "Temuan yang ditindaklanjuti": "91.38"}
OTHERS = {name: f"{value}1" for name, value in FIGURES.items()}


def _result(indicator, value, target="80", *, surely=True):
    return ResultTold(indicator, value, target, _place(30), surely, value.replace(".", ","))


def _report(path, year, figures=FIGURES, office=A, *, surely=True, **told):
    results = tuple(_result(name, value, surely=surely) for name, value in figures.items())
    return _paper(path, "report", office=office, **({"year": year, "results": results} | told))


def _copied(*papers):
    """Year -> equal, possible, share."""
    return {
        fact.words["year"]: tuple(fact.fields[name] for name in ("equal", "possible", "share"))
        for _, fact in _facts(list(papers), "archive_year")
    }


def _years(*papers):
    """How many years could be compared."""
    found = groups(lambda: papers, as_of=AS_OF)
    return sum(group.facts.single[0].fields["years"] for group in found)


def test_results_of_last_year():
    """The later report is the first place, with all that was shown; then the one on the year before."""
    ((office, fact),) = _facts([_report("23", 2023), _report("24", 2024)], "archive_year")

    assert (A, f"archive_year:{A}:2024") == (office, fact.id)
    assert (3, 3, 100) == tuple(fact.fields[name] for name in ("equal", "possible", "share"))
    assert ("2024", "2023", "3", "3", "23") == tuple(
        fact.words[name] for name in ("year", "last_year", "equal", "compared", "other")
    )
    assert ["24"] * 3 + ["23"] * 3 == [place.document for place in fact.evidence]
    assert fact.words["figures"].startswith('"Indeks Kepuasan Masyarakat" 83,47, ')


def test_of_many_results_the_first_are_shown():
    """And how many more there are."""
    many = {f"Indeks layanan bagian {n}": f"8{n}.47" for n in range(9)}
    ((_, fact),) = _facts([_report("23", 2023, many), _report("24", 2024, many)], "archive_year")

    assert fact.words["figures"].endswith(f" (+{9 - MAX_SHOWN})")
    assert 2 * MAX_SHOWN == len(fact.evidence)
    assert "9" == fact.words["equal"]


@pytest.mark.parametrize("value", ["83.47", "-4.31", "1247", "0.123", "66.5", "101.5"])
def test_figures_that_tell(value):
    """Three digits or more that are no simple fraction."""
    assert is_telling(_result(IKM, value))


@pytest.mark.parametrize("value", ["100", "0", "12", "1500", "0.85", "33.33", "66.66", "91.67", "12.5", "99"])
def test_figures_that_may_honestly_be_the_same(value):
    """A full hundred, a count, a round figure, one of three."""
    assert not is_telling(_result(IKM, value))


def test_a_target_that_was_just_reached_tells_nothing():
    """Whichever table says that it is the target."""
    assert not is_telling(_result(IKM, "84.75", "84.75"))
    both = (_result(IKM, "84.75", ""), _result(IKM, "84.75", "84.75"))
    assert {} == _copied(*(_report(str(year), year, results=both) for year in (2023, 2024)))


def test_what_differs_counts_against():
    """And what is new; what says nothing counts neither way."""
    more = {"Inflasi": "100", "Jumlah desa": "12"}
    last = _report("23", 2023, FIGURES | more | {"Angka melek huruf": "77.71"})

    assert {"2024": (3, 3, 100)} == _copied(last, _report("24", 2024, FIGURES | more))
    assert {"2024": (3, 3, 75)} == _copied(last, _report("24", 2024, FIGURES | {"Inflasi": "90"}))
    assert {"2024": (3, 3, 75)} == _copied(last, _report("24", 2024, FIGURES | {"Luas taman": "4.315"}))
    assert {"2024": (3, 3, 100)} == _copied(last, _report("24", 2024, FIGURES | {"Jumlah taman": "4"}))


def test_an_indicator_with_several_results_is_left_out():
    """Nobody knows which is that of the office."""
    twice = (*(_result(name, value) for name, value in FIGURES.items()), _result("Nilai SAKIP", "70.11"))
    one, other = _report("23", 2023, results=twice), _report("24", 2024, results=twice)

    assert {"2024": (2, 2, 100)} == _copied(one, other) == _copied(_report("23", 2023), other)
    assert {"2024": (2, 2, 100)} == _copied(one, _report("24", 2024))


def test_results_that_were_not_surely_read():
    """They are told apart, whichever report it is."""
    last, one = _report("23", 2023), _report("24", 2024, surely=False)

    assert {"2024": (0, 3, 100)} == _copied(last, one)
    assert {"2024": (0, 3, 100)} == _copied(_report("23", 2023, surely=False), _report("24", 2024))


def test_years_that_are_not_held_side_by_side():
    """Other offices, a year between, one year, no year of its own, no result, no report."""
    last = _report("23", 2023)
    others = [
        _report("b", 2024, office=B),
        _report("c", 2025),
        _report("d", 2023),
        _report("e", None),
        _report("f", 2024, results=()),
        _paper("g", "agreement", year=2024, results=_report("x", 2024).source.results),
        _member("h", None, _report("x", 2024).source),
        _report("i", 2024, {"Luas taman": "4.315"}),
    ]

    assert {} == _copied(last, *others)
    assert 0 == _years(last, *others)
    assert 1 == _years(last, _report("24", 2024, OTHERS))
    assert 2 == _years(last, _report("24", 2024, OTHERS), _report("25", 2025, OTHERS))


def test_a_year_of_the_folder_is_no_year_of_the_report():
    """One file without year in the folders of two years is not its own copy."""
    told = _report("x", None).source
    members = [Member(f"{year}/lkj", None, A, year, "report", told) for year in (2023, 2024)]

    assert {} == _copied(*members)


def test_the_folder_tells_that_a_form_is_a_report():
    """What it calls itself goes before."""
    last, told = _report("23", 2023), _report("24", 2024).source
    told.sort = None

    assert {} == _copied(last, _member("24", A, told))
    assert {"2024": (3, 3, 100)} == _copied(last, Member("24", None, A, None, "report", told))
    told.sort = "plan"
    assert {} == _copied(last, Member("24", None, A, None, "report", told))


def test_a_report_handed_in_twice_is_said_once():
    """The same file in two folders."""
    papers = [_report("23", 2023), _report("24", 2024), _report("lain/24", 2024)]
    ((_, fact),) = _facts(papers, "archive_year")

    assert "24" == fact.evidence[0].document


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_version_that_was_put_right_counts(year):
    """Of either year; one that leaves most as it was does not."""
    papers = [_report("23", 2023), _report("24", 2024)]
    slightly = FIGURES | {"Nilai SAKIP": "70.11"}

    assert {} == _copied(*papers, _report("x", year, OTHERS))
    assert {"2024": (3, 3, 100)} == _copied(*papers, _report("x", year, slightly))
    assert {"2024": (3, 3, 100)} == _copied(*papers, _report("x", year, {"Luas taman": "4.315"}))


def test_very_many_reports_of_a_year_cost_no_more():
    """An archive in which everything is of one office."""
    last = [_report(f"23-{n}", 2023, {f"Luas taman {n}": "4.315"}) for n in range(MAX_REPORTS)]

    assert {} == _copied(*last, _report("23-z", 2023), _report("24", 2024))


# copies -------------------------------------------------------------------------------------------------------------


def _texts(seed, sentences=12):
    made = random.Random(seed)
    return [" ".join(made.choice(WORDS) for _ in range(9)) for _ in range(sentences)]


def _written(path, office, texts, *, named=(), title="SURAT MASUK", year=2024):
    return _member(
        path,
        office,
        _sop(
            office.upper(),
            title=title,
            title_place=_place(2),
            dated=dt.date(year, 1, 1),
            passages=tuple((words, _place(n)) for n, words in enumerate(texts, 30)),
            offices_named=tuple((name, _place(40)) for name in named),
            sketch=sketch(texts, office),
        ),
    )


def _copies(*members):
    return [
        (office, fact.fields["way"], fact.fields["leftover"], fact.words["left"])
        for office, fact in _facts(list(members), "archive_copy")
    ]


def test_the_later_of_two_equal_sops_is_the_copy():
    """It shows passages of both."""
    members = [_written("b", B, _texts(1), year=2025), _written("z", A, _texts(1))]
    ((office, fact),) = _facts(members, "archive_copy")

    assert (B, 100, False) == (office, fact.fields["similarity"], fact.fields["leftover"])
    assert ["b", "z"] == [place.document for place in fact.evidence[:2]]
    assert 6 == len(fact.evidence)


def test_a_few_changed_passages_leave_a_copy():
    """Two of twelve."""
    texts = _texts(1)
    ((_, fact),) = _facts([_written("a", A, texts), _written("b", B, [*texts[:10], *_texts(2, 2)])], "archive_copy")

    assert 75 <= fact.fields["similarity"] <= 90


def test_different_sops_are_no_copies():
    """Nor those of one office, nor what is too short."""
    assert [] == _copies(_written("a", A, _texts(1)), _written("b", B, _texts(2)))
    assert [] == _copies(_written("a", A, _texts(1)), _written("b", A, _texts(1)))
    assert [] == _copies(_written("a", A, _texts(1, 2)), _written("b", B, _texts(1, 2)))


def test_a_file_of_one_office_in_the_folder_of_another_is_no_copy():
    """It calls itself the other's."""
    told = _written("a", A, _texts(1)).source

    assert [] == _copies(_member("a", A, told), _member("b", B, told))


def test_the_name_of_the_other_office_is_left_over():
    """In the copy, whichever is the older."""
    first = _written("a", A, _texts(1), named=["kecamatan Rimba Wangi"], year=2025)
    copy = _written("b", B, _texts(1), named=["kecamatan Rimba Wangi"])

    assert [(A, "pair", False, ""), (B, "pair", True, "kecamatan Rimba Wangi")] == _copies(first, copy)


def test_offices_that_a_template_names_are_not_left_over():
    """Most copies name them: then they are meant."""
    rest = [f"Kecamatan {name}" for name in ("Satu Arah", "Dua Muara", "Tiga Bukit")]
    members = [
        _written(f"{n}", office, _texts(1), named=["kecamatan Rimba Wangi"]) for n, office in enumerate([A, *rest])
    ]

    assert {("template", False)} == {(way, left) for _, way, left, _ in _copies(*members)}


def test_an_office_of_another_kind_is_a_partner():
    """A kecamatan works with a dinas that has the same SOP."""
    dinas = "Dinas Sosial"
    members = [_written("a", dinas, _texts(1)), _written("b", B, _texts(1), named=["dinas Sosial"])]

    assert [False] == [left for _, _, left, _ in _copies(*members)]


def test_many_offices_share_a_template():
    """Each gets one fact for all its SOPs, not one for each other office."""
    offices = [f"Kecamatan Nomor{n:02d} Jaya" for n in range(24)]
    members = [
        _written(f"{n:02d}-{seed}", office, _texts(seed), title=title)
        for n, office in enumerate(offices)
        for seed, title in ((1, "SURAT MASUK"), (2, "SURAT KELUAR"))
    ]
    found = _facts(members, "archive_copy")

    assert offices[1:] == [office for office, _ in found]
    assert {("template", 24, "2")} == {
        (fact.fields["way"], fact.fields["offices"], fact.words["sops"]) for _, fact in found
    }


def test_sketches_of_like_texts_have_like_parts():
    """And no stretch in common where nothing is."""
    texts = _texts(1, 40)
    one, near, other = sketch(texts, ""), sketch([*texts[:36], *_texts(2, 4)], ""), sketch(_texts(3, 40), "")
    parts = range(0, BINS * DIGITS, DIGITS)

    assert sum(one[at : at + DIGITS] == near[at : at + DIGITS] for at in parts) > BINS / 2
    assert set(stretches(one)) & set(stretches(near))
    assert not set(stretches(one)) & set(stretches(other))


def test_names_of_offices_are_no_part_of_a_sketch():
    """In them alone copies must differ."""
    one, other = ([f"{words} camat {name}" for words in _texts(1)] for name in ("rimba", "telaga"))

    assert sketch(one, "Camat Rimba") == sketch(other, "Camat Telaga") != ""


# related, required, due ---------------------------------------------------------------------------------------------


def _related(related, titles, office=A):
    members = [_member(f"{n}", office, _sop(office, title=title)) for n, title in enumerate(titles)]
    told = _sop(office, title="PENGELOLAAN ARSIP", related=tuple((text, _place(50)) for text in related))
    return [
        (fact.words["title"], fact.words["nearly"])
        for _, fact in _facts([*members, _member("x", office, told)], "archive_related")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SOP Pengelolaan Surat Masuk", "PENGELOLAAN SURAT MASUK"),
        ("SOP Pengelolaan Surat Masuk", "PENGELOLAAN SURAT MASUK KECAMATAN RIMBA WANGI"),
        ("SOP Penyusunan Renja", "PENYUSUNAN RENCANA KERJA"),
        ("SOP Pengelolaan Surat Masukk", "PENGELOLAAN SURAT MASUK"),
        ("SOP Penyusunan Renja Bappeda", "PENGANTAR NIKAH"),
        ("SOP Pengelolaan Kearsipan", "PENGELOLAAN KEARSIPN"),
    ],
)
def test_related_sops_that_are_there(text, title):
    """Under their own title, one that says more, another name of the product, or a slip; or they are another's."""
    assert [] == _related([text], [title])


def test_related_sops_that_are_missing_are_said_once():
    """However often and in whatever print they are named."""
    assert [("SOP Pengelolaan Aset", "")] == _related(
        ["SOP Pengelolaan Aset", "SOP PENGELOLAAN ASET"], ["PENGANTAR NIKAH"]
    )


def test_a_title_that_is_much_alike_is_named():
    """It may be meant."""
    title = "PEMELIHARAAN KENDARAAN JABATAN"

    assert [("SOP Pemeliharaan Kendaraan Sewaan", title)] == _related(["SOP Pemeliharaan Kendaraan Sewaan"], [title])


def test_dues_are_told_with_their_days():
    """Handed in or not; the day itself is not over."""
    dues = [
        DueTold(A, "report", 2024, None, dt.date(2025, 2, 28), None),
        DueTold(A, "report", 2025, 4, AS_OF, None),
        DueTold(A, "agreement", 2025, None, dt.date(2025, 1, 31), "pk.docx"),
    ]
    found = {
        fact.words["what"]: (fact.fields["days_over"], fact.fields["found"])
        for _, fact in _facts([], "archive_due", dues=dues)
    }

    assert {
        "Laporan Kinerja tahun 2024": (321, False),
        "Laporan Kinerja triwulan IV tahun 2025": (0, False),
        "Perjanjian Kinerja tahun 2025": (349, True),
    } == found


def test_unread_documents_are_told_where_something_is_missing():
    """Nobody knows what is in them."""
    required = [RequiredTold(A, "pengumpulan data kinerja", None, "PENGUKURAN KINERJA")]
    ((office, fact),) = _facts([], "archive_required", required=required, unread={A: 2})

    assert (A, False, True, 2) == (office, fact.fields["found"], fact.fields["nearly"], fact.fields["unread"])


# groups -------------------------------------------------------------------------------------------------------------


def test_an_office_in_which_nothing_differs_has_a_group():
    """It says how much was compared: nothing found is not nothing looked at."""
    members = _numbered((A, "5/I/2025", "SURAT MASUK"))
    (group,) = groups(lambda: members, as_of=AS_OF)

    assert (1, 1, 0) == tuple(group.facts.single[0].fields[name] for name in ("sops", "numbers", "officers"))


def test_groups_are_small():
    """The engine takes longer for each fact the more stand together."""
    shelf, numbers = Shelf({}), count()
    for _ in range(2 * MAX_FACTS + 1):
        shelf.add(
            A,
            "archive_required",
            f"{next(numbers):05d}",
            {"found": True, "nearly": False, "unread": 0},
            {"title": "x", "nearly": "", "office": A},
        )
    found = list(shelf.groups())

    assert [MAX_FACTS + 1, MAX_FACTS + 1, 2] == [len(group.facts.single) for group in found]
    assert {"office_archive"} == {group.facts.single[0].kind for group in found}


_archives = st.lists(
    st.tuples(
        st.sampled_from([A, B, C, None]),
        st.sampled_from([NIP, SLIP, OTHER]),
        st.sampled_from(["GALANG PRAMUDITA", "RATIH KEMALASARI"]),
        st.sampled_from(["5/I/2025", "6/RW/2025"]),
        st.sampled_from(["SURAT MASUK", "PENGANTAR NIKAH"]),
        st.integers(1, 3),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(_archives)
def test_stored_or_not_the_groups_are_the_same(rows):
    """Bytes of the store tell what the documents tell; each fact of a group has an id of its own."""
    members = []
    for n, (office, nip, name, number, title, seed) in enumerate(rows):
        told = _written(f"{n}", office or C, _texts(seed)).source
        told.officers, told.number, told.title = (_officer(nip, name),), number, title
        members.append(_member(f"{n}.txt", office, told))
    stored = [Member(one.path, one.part, one.office, one.year, one.sort, packed(one.source)) for one in members]
    found = [list(groups(lambda given=given: given, as_of=AS_OF)) for given in (members, stored)]

    assert found[0] == found[1]
    for group in found[0]:
        assert len(group.facts.single) == len({fact.id for fact in group.facts.single})
