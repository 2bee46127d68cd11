"""`/pictures/`: what is drawn stands where the figures put it, and says what the page says."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest
from starlette.testclient import TestClient

from sidang import charts, pictures
from sidang.canvas import Sheet, text_width, wrapped
from sidang.edition import Edition
from sidang.markdown import plain_text
from sidang.picture import Shown
from sidang.pictures import PICTURES
from sidang.plot import NotDrawn, Plot
from sidang.theme import LIGHT
from sidang.time_axis import TimeAxis
from tests.disk import written_by
from tests.machines import HOST, altered, asking

REAL = {"event": "soc-com-19", "body": "soc-com", "participant": "tls"}
SMALL_RECORDS = {"event": "culture-officials-1", "body": "culture-officials", "participant": "xaa"}


class Row:
    """A row of a question, by the names of its columns."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


class Noted(Sheet):
    """A sheet that remembers what is put on it."""

    def __post_init__(self) -> None:
        """Begin with nothing."""
        self.boxes: list[dict[str, Any]] = []
        self.texts: list[tuple[float, float, str]] = []

    def box(self, x: float, y: float, width: float, height: float, *rest: Any, **look: Any) -> None:
        """Remember a rectangle."""
        self.boxes.append({"x": min(x, x + width), "y": min(y, y + height), "w": abs(width), "h": abs(height), **look})

    def text(self, x: float, y: float, text: str, *rest: Any, **look: Any) -> None:
        """Remember a text."""
        self.texts.append((x, y, text))

    def line(self, *rest: Any, **look: Any) -> None:
        """Lines are not asked for."""

    circle = area = areas = arrow = line


@pytest.fixture
def client(small_edition: Edition) -> Iterator[TestClient]:
    """The application on the small edition."""
    with asking(small_edition) as client:
        pictures._kept.clear()
        yield client


def texts_of(svg: bytes) -> str:
    """The texts of a picture, which are drawn as outlines with their words beside them."""
    return "\n".join(re.findall(r"<!-- (.*?) -->", svg.decode(), re.DOTALL))


def test_bars_stand_as_high_as_their_meetings() -> None:
    """2 and 1 meetings in 2020 stacked, none in 2021, 4 in 2022, which is not over: by hand."""
    rows = [
        Row(year=2020, pillar_id="apsc", meetings=2), Row(year=2020, pillar_id="ascc", meetings=1),
        Row(year=2022, pillar_id="ascc", meetings=4),
    ]  # fmt: skip
    names = {"apsc": "Security", "ascc": "Culture"}
    figure = charts.meetings_by_year(rows, names, TimeAxis(2020, 2022, 2022), "", LIGHT)
    sheet = Noted(600, 400, "#ffffff")
    Plot(figure).draw(sheet, 0, 0, 600)
    bars = [box for box in sheet.boxes if box["w"] > 20 and not (box["w"] == box["h"] == 12)]
    security, culture, unfinished = bars
    assert security["fill"] == LIGHT.pillars["apsc"]
    assert security["h"] == pytest.approx(2 * culture["h"])
    assert unfinished["h"] == pytest.approx(4 * culture["h"])
    assert culture["y"] + culture["h"] == pytest.approx(security["y"])
    assert security["y"] + security["h"] == pytest.approx(unfinished["y"] + unfinished["h"])
    assert [bar["hatch"] for bar in bars] == ["", "", "/"]
    assert unfinished["x"] - security["x"] == pytest.approx(2 * (unfinished["x"] - security["x"]) / 2)
    written = [text for _x, _y, text in sheet.texts]
    assert written[:2] == ["Security", "Culture"]
    assert {"2020", "2021", "2022", "0", "4"} <= set(written)


def test_places_on_axes_are_told_by_hand() -> None:
    """Days lie in proportion on an axis of days, and a bar from 1 January to 1 January is a year long."""
    figure = go.Figure(
        data=[
            {
                "type": "bar", "orientation": "h", "y": ["one", "two"], "base": ["2000-01-01", "2010-01-01"],
                "x": [3653 * 86_400_000, 365 * 86_400_000], "width": [1, 1], "offset": [-0.5, -0.5],
                "marker": {"color": "#111111"},
            }
        ],
        layout={
            "height": 200, "template": None, "font": {"size": 12, "color": "#000000"}, "xaxis": {"type": "date"},
            "yaxis": {"type": "category", "categoryarray": ["one", "two"], "range": [-0.5, 1.5]},
        },
    )  # fmt: skip
    sheet = Noted(500, 200, "#ffffff")
    Plot(figure).draw(sheet, 0, 0, 500)
    first, second = sheet.boxes
    assert first["w"] / second["w"] == pytest.approx(3653 / 365)
    assert second["x"] == pytest.approx(first["x"] + first["w"], abs=0.2)
    assert second["x"] + second["w"] == pytest.approx(500)


def test_what_is_not_drawn_is_refused() -> None:
    """A figure of another kind is no empty picture."""
    with pytest.raises(NotDrawn, match="pie"):
        Plot(go.Figure(go.Pie(values=[1, 2])))
    with pytest.raises(NotDrawn, match="pie"):
        _ = Shown("", go.Figure(go.Pie(values=[1, 2]))).drawing


def test_texts_are_measured_and_broken() -> None:
    """A text twice as large is twice as wide; lines are no wider than asked, a longer word alone."""
    assert text_width("Sidang", 20) == pytest.approx(2 * text_width("Sidang", 10))
    assert text_width("iiii", 10) < text_width("mmmm", 10)
    lines = wrapped("one two three Pneumonoultramicroscopic four", 60, 12)
    assert " ".join(lines) == "one two three Pneumonoultramicroscopic four"
    assert all(text_width(line, 12) <= 60 or " " not in line for line in lines)
    assert plain_text(r"**12** [meetings](/events) of A\_B") == "12 meetings of A_B"


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_of_the_real_data(name: str, real_edition: Edition) -> None:
    """As SVG with title, filters, sources, edition and address in it, and as PNG of twice its pixels."""
    kind = PICTURES[name].record
    query = {"lang": "en", **({"id": REAL[kind]} if kind else {})}
    with asking(real_edition) as client:
        answer = client.get(f"/pictures/{name}.svg", params=query)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.headers["content-disposition"] == f'attachment; filename="sidang-{name}.svg"'
        root = ET.fromstring(answer.content)  # noqa: S314
        assert root.find(".//{http://purl.org/dc/elements/1.1/}title") is not None
        said = texts_of(answer.content)
        assert "In view" in said or "All in view" in said
        assert f"edition {real_edition.id}" in said
        assert HOST in said.replace("\n", "")
        png = client.get(f"/pictures/{name}.png", params=query)
    assert png.headers["content-type"] == "image/png"
    assert png.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png.content[16:20])[0] == 1920


def test_a_picture_says_what_its_page_says(client: TestClient) -> None:
    """Three meetings of the small data were held in 2018; the filter, in either language, stands in the picture."""
    said = texts_of(client.get("/pictures/by-year.svg?year=2018&lang=en").content)
    assert "Meetings a year, by pillar" in said
    assert "In view: 2018" in said
    assert "Year: known of 3 of the 3 meetings in view." in said
    said = texts_of(client.get("/pictures/by-year.svg?year=2018&lang=id").content)
    assert "Pertemuan per tahun menurut pilar" in said
    assert "Meetings" not in said


def test_the_same_is_drawn_in_the_same_bytes(client: TestClient) -> None:
    """A picture that was forgotten is made anew byte for byte, and is sent again only where it is not there already."""
    for address in ("/pictures/by-year.svg", "/pictures/by-year.png", "/pictures/venues.svg"):
        first = client.get(address)
        pictures._kept.clear()
        assert client.get(address).content == first.content
        assert client.get(address, headers={"if-none-match": first.headers["etag"]}).status_code == 304


def test_nothing_is_written_to_disk(client: TestClient) -> None:
    """Neither kind of picture opens a file for writing."""
    client.get("/pictures/by-year.png?year=2018")
    pictures._kept.clear()
    assert not written_by(lambda: [client.get(f"/pictures/{name}.{kind}") for name in PICTURES for kind in ("svg", "png")])


def test_a_name_of_the_data_is_no_formula(small_edition: Edition, tmp_path: Path) -> None:
    """Signs that matplotlib would set as mathematics stay what they are."""
    changed = altered(small_edition, tmp_path, "update participants set name = 'Ar$x_1$land^' where participant_id = 'XAA'")
    with asking(changed) as client:
        answer = client.get("/pictures/participant-statuses.svg?id=xaa&lang=en")
    assert answer.status_code == 200
    assert "Ar$x_1$land^ · All in view" in texts_of(answer.content)


@pytest.mark.parametrize(
    ("address", "status", "key"),
    [
        ("/pictures/nothing.svg", 404, None),
        ("/pictures/by-year.gif", 404, None),
        ("/pictures/by-year.svg?colour=red", 400, "colour"),
        ("/pictures/by-year.svg?year=1200", 400, "year"),
        ("/pictures/by-year.svg?id=culture-officials", 400, "id"),
        ("/pictures/by-year.svg?at=2018", 400, "at"),
        ("/pictures/body-by-year.svg", 400, "id"),
        ("/pictures/body-by-year.svg?id=culture-oficials", 404, "id"),
        ("/pictures/by-year.svg?edition=9.9.9-none", 404, "edition"),
    ],
)
def test_what_cannot_be_drawn_is_refused(client: TestClient, address: str, status: int, key: str | None) -> None:
    """With the key that is wrong; an id that nobody has with those that come near."""
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    told = answer.json()
    assert [error["key"] for error in told["errors"]] == ([key] if key else [])
    if "oficials" in address:
        assert "culture-officials" in told["near"]


def test_a_view_without_anything_to_draw_says_so(client: TestClient) -> None:
    """No meeting of the small data was held in 2005: 404, no empty picture."""
    answer = client.get("/pictures/by-year.svg?year=2005&org=ring")
    assert answer.status_code in (200, 404)
    empty = client.get("/pictures/levels.svg?year=2005")
    assert empty.status_code == 404
    assert "Nothing in this view" in empty.json()["detail"]


def test_records_are_called_by_former_ids_too(client: TestClient) -> None:
    """The picture of a body that has had another id."""
    assert client.get("/pictures/body-by-year.svg?id=soc-old").status_code == 200
    assert client.get("/pictures/venues.svg?at=2018").status_code == 200
