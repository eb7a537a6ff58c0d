"""What changed between two runs of a store."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.changes import comparison, step_of
from archive.history import Grading, run_of
from schemas.night import WaivedBy
from schemas.report import Response, Severity
from tests.stores import RULES, TERMS, StoreBuilder, finding, report

LETTERS = ("AA", "A", "BB", "B", "CC", "C", "D")
ONE, TWO = finding("steps/duplicate", "Langkah 3"), finding("identity/field-empty", "Nomor SOP")
THREE = finding("person/nip-mismatch", "NIP", severity=Severity.CRITICAL)
OTHER_CONTENT = f"{9:064}.txt"


@pytest.fixture
def store(tmp_path):
    return StoreBuilder.at(tmp_path / "store.db")


def _changes(store, before=1, after=2, **other):
    with store.engine.connect() as connection:
        runs = run_of(connection, before), run_of(connection, after)
    return list(comparison(store.engine, *runs, LETTERS, **other).changes())


def _rules(findings):
    return [(one.rule, one.cause) for one in findings]


def test_what_is_new_fixed_and_kept(store):
    """A document was edited: one finding gone, one come, one as it was; the letter fell."""
    store.begin()
    store.stand(1, report(ONE, TWO, score=82, grade="B"))
    store.begin()
    store.stand(1, report(ONE, THREE, score=61.5, grade="CC"), content=OTHER_CONTENT)

    (change,) = _changes(store)

    assert ("changed", "document", "worse", 1) == (change.what, change.cause, change.step, change.kept)
    assert [("person/nip-mismatch", "document")] == _rules(change.new)
    assert [("identity/field-empty", "document")] == _rules(change.fixed)
    assert (("B", Decimal(82)), ("CC", Decimal("61.5"))) == (
        (change.grade_before, change.score_before),
        (change.grade, change.score),
    )
    assert ("Keadaan: NIP.", "baris 3") == (change.new[0].condition, change.new[0].place)


def test_what_did_not_change_is_not_told(store):
    """Only documents with another standing, and of these only what a reader can see."""
    store.begin()
    store.stand(1, report(ONE))
    store.stand(2, report(TWO))
    store.begin()
    store.stand(2, report(TWO), year=2025)

    assert [] == _changes(store)


def test_the_same_words_under_another_fingerprint_are_no_new_finding(store):
    """A number in the condition changed; what it quotes did not."""
    store.begin()
    store.stand(1, report(ONE))
    store.begin()
    store.stand(1, report(finding("steps/duplicate", "Langkah 3", fingerprint="f" * 16)), content=OTHER_CONTENT)

    assert [((), (), 1)] == [(one.new, one.fixed, one.kept) for one in _changes(store)]


@pytest.mark.parametrize(
    ("rules", "cause"),
    [
        pytest.param({**RULES, "steps/duplicate": "2"}, "rules", id="changed"),
        pytest.param({key: one for key, one in RULES.items() if key != "steps/duplicate"}, "rules", id="was-not-there"),
        pytest.param({**RULES, "person/nip-mismatch": "2"}, "document", id="another-rule-changed"),
    ],
)
def test_a_rule_that_changed_is_no_fault_of_the_clerk(store, rules, cause):
    """A finding of a rule that is new or was changed is told as such, though the document is another too."""
    store.rules("r0", rules)
    store.begin(terms={**TERMS, "rules": "r0"})
    store.stand(1, report())
    store.begin()
    store.stand(1, report(ONE), content=OTHER_CONTENT)

    (change,) = _changes(store)

    assert [("steps/duplicate", cause)] == _rules(change.new)


def test_a_finding_that_a_changed_rule_took_away_was_not_mended(store):
    """It is gone because of the rule; nobody is praised."""
    store.begin()
    store.stand(1, report(ONE))
    store.rules("r2", {**RULES, "steps/duplicate": "2"})
    store.begin(terms={**TERMS, "rules": "r2"})
    store.stand(1, report())

    (change,) = _changes(store)

    assert (("rules"), [("steps/duplicate", "rules")]) == (change.cause, _rules(change.fixed))


def test_where_the_store_does_not_know_the_rules_each_may_have_changed(store):
    """The set of rules of the earlier run is not kept any more."""
    store.begin()
    store.stand(1, report())
    store.begin(terms={**TERMS, "rules": "unknown"})
    with store.engine.begin() as connection:
        connection.exec_driver_sql("delete from ruleset where key = 'unknown'")
    store.stand(1, report(ONE), content=OTHER_CONTENT)

    assert [("steps/duplicate", "rules")] == _rules(_changes(store)[0].new)


@pytest.mark.parametrize(("key", "cause"), [("extractor", "program"), ("facts", "program"), ("language", "day")])
def test_the_same_bytes_judged_otherwise(store, key, cause):
    """Another version reads them otherwise; or else only the day is another."""
    store.begin()
    store.stand(1, report())
    store.begin(terms={**TERMS, key: "other"})
    store.stand(1, report(ONE))

    (change,) = _changes(store)

    assert (cause, [("steps/duplicate", cause)]) == (change.cause, _rules(change.new))


def test_a_rule_that_could_not_be_judged_before(store):
    """What it finds now may have been there."""
    store.begin()
    store.stand(1, report(unjudged=["steps/duplicate"]))
    store.begin()
    store.stand(1, report(ONE), content=OTHER_CONTENT)

    assert [("steps/duplicate", "judged")] == _rules(_changes(store)[0].new)


def test_a_rule_that_cannot_be_judged_any_more_fixes_nothing(store):
    """Its finding is gone, and that is all that is known."""
    store.begin()
    store.stand(1, report(ONE))
    store.begin()
    store.stand(1, report(unjudged=["steps/duplicate"]), content=OTHER_CONTENT)

    (change,) = _changes(store)

    assert ((), [("steps/duplicate", "judged")]) == (change.fixed, _rules(change.unjudged))


def test_documents_come_go_and_move(store):
    """A new one brings its findings, one that is gone takes them along, one that moved keeps them."""
    store.begin()
    store.stand(1, report(ONE))
    store.stand(2, report(TWO))
    store.begin()
    store.stand(1, gone=True, verdict=None, content=None)
    store.stand(2, report(TWO), path="dinas/lain/2.txt", office="Dinas Lain")
    store.stand(3, report(THREE))

    gone, moved, new = _changes(store)

    assert ("gone", [("steps/duplicate", "document")], ()) == (gone.what, _rules(gone.left), gone.fixed)
    assert ("Kecamatan Sukamaju", "kecamatan/sukamaju/1.txt") == (gone.office, gone.path)
    assert ("changed", "dinas/lain/2.txt", "kecamatan/sukamaju/2.txt") == (moved.what, moved.path, moved.path_before)
    assert ((), (), 1) == (moved.new, moved.fixed, moved.kept)
    assert ("new", [("person/nip-mismatch", "document")]) == (new.what, _rules(new.new))


def test_one_that_came_and_went_between_was_never_seen(store):
    """Neither of the two runs had it."""
    store.begin()
    store.begin()
    store.stand(1, report(ONE))
    store.begin()
    store.stand(1, gone=True)

    assert [] == _changes(store, 1, 3)
    assert ["gone"] == [one.what for one in _changes(store, 2, 3)]
    assert ["new"] == [one.what for one in _changes(store, 1, 2)]


def test_one_that_cannot_be_read_any_more_is_not_mended(store):
    """Its findings are unjudged; when it can be read again they are not new faults."""
    store.begin()
    store.stand(1, report(ONE))
    store.begin()
    store.stand(1, error_code="encrypted", error_message="Berkas terkunci.", content=OTHER_CONTENT)
    store.begin()
    store.stand(1, report(ONE, TWO))

    (lost,), (found,) = _changes(store), _changes(store, 2, 3)

    assert ("encrypted", [("steps/duplicate", "judged")], ()) == (lost.error.code, _rules(lost.unjudged), lost.fixed)
    assert (None, "encrypted") == (found.error, found.error_before.code)
    assert {"judged"} == {one.cause for one in found.new}
    assert 2 == len(found.new)


def test_waived_findings_are_told_as_waived(store):
    """Who let it pass, and why."""
    store.begin()
    store.stand(1, report())
    store.begin()
    store.stand(1, report(ONE, TWO), content=OTHER_CONTENT)

    def waiving(judged, office):
        assert "Kecamatan Sukamaju" == office
        marked = replace(judged.findings[0], status="waived", response=Response(text="Sedang direviu", by="Inspektur"))
        return judged.model_copy(update={"findings": (marked, *judged.findings[1:])})

    (change,) = _changes(store, waiving=waiving)

    assert [WaivedBy(reason="Sedang direviu", by="Inspektur"), None] == [one.waived for one in change.new]


def test_two_runs_far_apart_are_compared_by_their_ends(store):
    """What came and went between is not told; what stands is compared with what stood."""
    store.begin()
    store.stand(1, report(ONE))
    store.begin()
    store.stand(1, report(ONE, TWO), content=OTHER_CONTENT)
    store.begin()
    store.stand(1, report(ONE, THREE), content=f"{8:064}.txt")

    (change,) = _changes(store, 1, 3)

    assert ([("person/nip-mismatch", "document")], (), 1) == (_rules(change.new), change.fixed, change.kept)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_nothing_is_lost_and_nothing_twice(before, after):
    """Every finding of now is new or kept; every one of then is fixed, unjudged or kept."""
    every = [finding("steps/duplicate", f"Langkah nomor {number}") for number in range(6)]
    with tempfile.TemporaryDirectory() as folder:
        store = StoreBuilder.at(Path(folder) / "store.db")
        store.begin()
        store.stand(1, report(*(every[number] for number in sorted(before))))
        store.begin()
        store.stand(1, report(*(every[number] for number in sorted(after))), content=OTHER_CONTENT)
        changes = _changes(store)
        store.engine.dispose()
    if before == after:
        assert [] == changes
        return
    (change,) = changes
    assert {every[number].fingerprint for number in after - before} == {one.fingerprint for one in change.new}
    assert {every[number].fingerprint for number in before - after} == {
        one.fingerprint for one in (*change.fixed, *change.unjudged)
    }
    assert len(after & before) == change.kept


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("B", 80), ("CC", 85), "worse"),
        (("CC", 85), ("B", 80), "better"),
        (("B", 80), ("B", 70), "same"),
        (("B", 80), ("Z", 70), "worse"),
        (("Z", 70), ("B", 80), "better"),
        ((None, None), ("B", 80), "same"),
    ],
)
def test_the_letter_decides_the_step(before, after, expected):
    """A cap lowers the letter while the score rises; of letters nobody knows the score decides."""
    grading = [Grading("d", None, Decimal(score) if score else None, letter) for letter, score in (before, after)]

    assert expected == step_of(*grading, LETTERS)
