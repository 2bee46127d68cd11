"""Faults as a person reads them."""

from sidang.faults import LONGEST_SHOWN, Fault, errors, in_order

FAULT = Fault("events.csv", 7, "status", "hold", "is not in the closed list", "Write one of: held, planned")


def test_a_fault_names_file_line_column_value_reason_and_remedy() -> None:
    """One line says where, what, why and what to do."""
    assert str(FAULT) == "events.csv:7: status 'hold': is not in the closed list. Write one of: held, planned."


def test_a_fault_of_a_whole_file_has_no_line() -> None:
    """Where the whole file is meant, no line, column or value is made up."""
    fault = Fault("events.csv", None, "", "", "is not there", "Restore the file")
    assert str(fault) == "events.csv: is not there. Restore the file."


def test_a_long_value_is_cut_in_print() -> None:
    """A value longer than a line is shown by its beginning."""
    shown = str(Fault("events.csv", 7, "note", "x" * 500, "is wrong", "Correct it"))
    assert "x" * (LONGEST_SHOWN - 1) + "…'" in shown
    assert len(shown) < LONGEST_SHOWN + 60


def test_faults_are_ordered_as_a_person_mends_them() -> None:
    """By file, then line, faults before warnings; the same fault is said once."""
    warning = Fault("events.csv", 7, "", "", "may be wrong", "Look", is_warning=True)
    early, other = Fault("events.csv", 2, "", "", "a", "b"), Fault("bodies.csv", 99, "", "", "a", "b")
    assert in_order([warning, FAULT, early, other, FAULT]) == [other, early, FAULT, warning]


def test_warnings_are_no_errors() -> None:
    """Only faults refuse a build."""
    warning = Fault("events.csv", 7, "", "", "may be wrong", "Look", is_warning=True)
    assert errors([warning, FAULT]) == [FAULT]
    assert str(warning) == "events.csv:7: warning: may be wrong. Look."
