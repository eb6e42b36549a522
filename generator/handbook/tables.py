"""Tables of the handbook: each in a region that scrolls and can be reached by keyboard."""

import re


def with_table_regions(html: str) -> str:
    """`html` with each table in a region that scrolls, named after the heading above it."""
    pieces = re.split(r"(<h[1-6][^>]*>.*?</h[1-6]>|<table>|</table>)", html)
    heading, told = "Table", []
    for piece in pieces:
        if piece.startswith("<h"):
            heading = re.sub(r"<[^>]+>", "", piece)
        opened = piece.replace("<table>", _region(heading))
        told.append(opened.replace("</table>", "</table></div>"))
    return "".join(told)


def _region(name: str) -> str:
    return (
        f'<div class="table-region" role="region" aria-label="{name}" tabindex="0">'
        '<table class="table">'
    )
