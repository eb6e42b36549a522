"""The page that says what the data files hold."""

from dataclasses import dataclass

from generator.pages import urls
from generator.pages.data_files import DATA_FILES, DataFile
from generator.pages.parts import Cell, Column, Head, Page, Row, Step, Table


@dataclass(frozen=True, slots=True)
class DataFilePart:
    """One data file on the data page."""

    name: str
    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class DataView:
    """The page that lists the data files."""

    head: Head
    files: tuple[DataFilePart, ...]


def data_page() -> Page:
    """The page that says what the data files hold."""
    path = urls.DATA
    lede = (
        "Everything on this site, as files. Numbers are written in digits with a point; a cell is "
        "empty where there is nothing to say."
    )
    view = DataView(Head("Data", None, lede), tuple(_part(file) for file in DATA_FILES))
    trail = (Step("Home", urls.HOME), Step("Data"))
    return Page(
        path,
        "data.html",
        "Data",
        "Every figure as CSV and JSON.",
        trail,
        path,
        view,
        urls.root_of(path),
    )


def _part(file: DataFile) -> DataFilePart:
    rows = tuple(
        Row((Cell(column.name, header=True), Cell(column.about))) for column in file.columns
    )
    columns = (Column("Column"), Column("What it holds"))
    return DataFilePart(
        file.name,
        file.name.capitalize(),
        Table(f"{file.name}: {file.about}", columns, rows),
    )
