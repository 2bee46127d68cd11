"""The rules of the field, one a file in queries/checks: a query that selects the rows which break the rule.

Its header names what to do (Remedy:) and whether the rows refuse a build (Severity: fault) or are only shown (warning).
Its columns are table_name, line, column_name, value and reason.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sidang.faults import Fault
from sidang.staging import QUERIES, Staging, statement_of

CHECKS = QUERIES / "checks"


@dataclass(frozen=True)
class Rule:
    """A file of queries/checks: its stem, the statement, the tables it reads, and what its header says."""

    name: str
    statement: str
    tables: frozenset[str]
    parameters: tuple[str, ...]
    remedy: str
    is_warning: bool


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    return tuple(_rule(path) for path in sorted(CHECKS.glob("*.sql")))


def rule_faults(staging: Staging) -> list[Fault]:
    """The rows that break a rule. A rule is left out when a table that it reads could not be read at all."""
    faults = []
    described = {table.name for table in staging.dataset.tables}
    parameters = {"data_until": staging.dataset.data_until}
    for rule in rules():
        if not all(staging.is_usable(table) for table in rule.tables & described):
            continue
        bound = {name: parameters[name] for name in rule.parameters}
        for table, line, column, value, reason in staging.rows(rule.statement, bound):
            file = staging.dataset.table(table).file
            faults.append(Fault(file, line, column or "", _text(value), reason, rule.remedy, rule.is_warning))
    return faults


def _rule(path: Path) -> Rule:
    header = dict(re.findall(r"^-- (\w+): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    statement = statement_of(path)
    return Rule(
        name=path.stem,
        statement=statement,
        tables=frozenset(re.findall(r"\b(?:from|join) (\w+)", statement)),
        parameters=tuple(dict.fromkeys(re.findall(r"\$(\w+)", statement))),
        remedy=header["Remedy"].rstrip("."),
        is_warning={"fault": False, "warning": True}[header["Severity"]],
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
