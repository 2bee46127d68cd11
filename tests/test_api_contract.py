"""`/api/v1/` as its own description says: what it allows is answered so, what it does not is refused so."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from sidang.api import MOST, ROOT, USUAL
from sidang.api_description import description
from sidang.edition import Edition
from tests.machines import asking

EXAMPLES = 12
# Codes of bodies, places and the like are those of an edition, which no description can list: any other one is refused.
described = schemathesis.openapi.from_dict(description(ROOT, USUAL, MOST))


@pytest.fixture(scope="module")
def served(real_edition: Edition) -> Iterator[TestClient]:
    """A client of the application on the real edition."""
    with asking(real_edition) as client:
        yield client


def test_the_description_is_the_one_served(served: TestClient) -> None:
    """What the requests below are made of is what a program reads."""
    assert served.get(f"{ROOT}/openapi.json").json() == described.raw_schema


@described.parametrize()
@settings(max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(served: TestClient, case: schemathesis.Case[Any]) -> None:
    """Requests that the description allows and such as it does not: status, form and content are among those it names."""
    case.validate_response(asked(served, case), excluded_checks=[positive_data_acceptance])


def asked(client: TestClient, case: schemathesis.Case[Any]) -> Any:
    """The answer of the application to a case, through the client that every other test uses: it starts no second one."""
    request = case.as_transport_kwargs(base_url=str(client.base_url))
    request.pop("cookies", None)
    return client.request(**request)
