"""Facts of the Glasgow site: what its pages must say, read from the pages themselves."""

from pathlib import Path

import pytest

from tests.helpers import ROOT
from tests.pages.figures import rows_of, yaml_files, yaml_of
from tests.pages.reading import Node, PageFile, read_site

INDICATORS = {
    "crisis-grants": (
        "● Amber",
        "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%).",
    ),
    "community-care-grants": (
        "▼ Red",
        "87% is 8.42% outwith the target of 95%: red (5% or more).",
    ),
    "housing-benefit-new-claims": (
        "▼ Red",
        "25 days is 19.05% outwith the target of 21 days: red (5% or more).",
    ),
    "housing-benefit-changes": (
        "▲ Green",
        "7 days is better than the target of 11 days by 36.36%: green.",
    ),
}
"""The four indicators put to the scrutiny committee in May 2025."""

APPENDIX_1 = [
    "Milestones", "Progress and Performance", "Planned Activity", "Lead Service", "RAG",
]  # fmt: skip
APPENDIX_2 = [
    "Commitment",
    "Action",
    "Milestone",
    "Case study title",
    "RAG rating",
    "Synopsis (100 words)",
    "The challenge",
    "The solution",
    "The impact (including cost savings or income generated, if applicable)",
    "How is the new approach being sustained?",
    "Lessons learned",
    "Contact",
    "Links to relevant documents",
]
SECTIONS = [
    "Purpose of report",
    "Recommendations",
    "1. Background",
    "2. Performance",
    "3. Policy and resource implications",
    "Recommendations, repeated",
    "Annex: performance",
]
IMPLICATIONS = [
    "Resource implications: financial",
    "Resource implications: legal",
    "Resource implications: personnel",
    "Resource implications: procurement",
    "Council Strategic Plan",
    "Equality and socio-economic impacts",
    "Climate impacts",
    "Privacy and data protection impacts",
]


def page(site: Path, path: str) -> PageFile:
    """One page of a site."""
    return read_site(site)[path]


def table_named(found: PageFile, caption: str) -> Node:
    """The table with this caption."""
    (table,) = [
        table for table in found.document.all("table") if table.one("caption").words == caption
    ]
    return table


@pytest.mark.parametrize("measure", INDICATORS)
def test_an_indicator_put_to_the_committee_has_its_status_and_sentence(
    glasgow_site: Path, measure: str
) -> None:
    status, sentence = INDICATORS[measure]
    (headline,) = page(glasgow_site, f"measures/{measure}.html").main.having("headline")
    assert [tag.words for tag in headline.having("tag")] == [status]
    assert [told.words for told in headline.having("sentence")] == [sentence]


@pytest.mark.parametrize("measure", INDICATORS)
def test_the_data_say_of_an_indicator_what_its_page_says(glasgow_site: Path, measure: str) -> None:
    status, sentence = INDICATORS[measure]
    rows = rows_of(glasgow_site / "data" / "periods.csv")
    (row,) = [row for row in rows if row["measure"] == measure]
    assert row["period"] == "2024-25"
    assert row["status"] == row["computed_status"] == status.split()[1].lower()
    assert row["reported_status"] == ""
    assert row["sentence"] == sentence


def test_every_record_has_its_page(glasgow_site: Path) -> None:
    plan = yaml_of(ROOT / "commitments" / "plan.yaml")
    council = yaml_of(ROOT / "council.yaml")
    expected = {f"measures/{data['id']}.html" for _, data in yaml_files(ROOT, "measures")}
    expected |= {f"reports/{data['id']}.html" for _, data in yaml_files(ROOT, "reports")}
    expected |= {f"services/{service['id']}.html" for service in council["services"]}
    for challenge in plan["challenges"]:
        expected.add(f"challenges/{challenge['id']}.html")
        expected |= {f"missions/{mission['id']}.html" for mission in challenge["missions"]}
    for file, data in yaml_files(ROOT, "commitments"):
        if file.name != "plan.yaml":
            kind = "case-studies" if file.parent.name == "case-studies" else "commitments"
            expected.add(f"{kind}/{data['id']}.html")
    assert sorted(expected - set(read_site(glasgow_site))) == []


def test_every_milestone_has_its_place_on_the_page_of_its_commitment(glasgow_site: Path) -> None:
    places = {}
    for file, data in yaml_files(ROOT, "commitments"):
        if file.name != "plan.yaml" and file.parent.name != "case-studies":
            found = page(glasgow_site, f"commitments/{data['id']}.html")
            for action in data["actions"]:
                for milestone in action.get("milestones", []):
                    places[milestone["id"]] = f"milestone-{milestone['id']}" in found.ids
    assert len(places) == 4
    assert all(places.values())


def test_every_measure_is_listed_under_what_it_supports_and_its_service(glasgow_site: Path) -> None:
    missing = []
    for _, data in yaml_files(ROOT, "measures"):
        supports = data["supports"]
        pages = [f"missions/{name}.html" for name in supports.get("missions", [])]
        pages += [f"commitments/{name}.html" for name in supports.get("commitments", [])]
        pages.append(f"services/{data['service']}.html")
        for path in pages:
            if f"../measures/{data['id']}.html" not in page(glasgow_site, path).hrefs:
                missing.append(f"{path} does not list {data['id']}")
    assert missing == []


def test_the_plan_page_says_how_few_of_the_commitments_are_recorded(glasgow_site: Path) -> None:
    plan = page(glasgow_site, "plan.html")
    assert "2 of 230 commitments are recorded here" in plan.main.words
    assert plan.facts["Commitments declared"] == "230"
    assert plan.facts["Commitments recorded here"] == "2"


@pytest.mark.parametrize("commitment", ["gc1-m3-c5", "gc1-m3-c6"])
def test_a_commitment_page_has_the_columns_of_appendix_1_in_order(
    glasgow_site: Path, commitment: str
) -> None:
    found = page(glasgow_site, f"commitments/{commitment}.html")
    (table,) = [node for node in found.document.having("table-progress") if node.name == "table"]
    heads = [node.words for node in table.all("th") if node.get("scope") == "col"]
    assert heads == ["Action", *APPENDIX_1]


def test_a_service_page_has_the_layout_of_appendix_1_for_its_indicators(glasgow_site: Path) -> None:
    found = page(glasgow_site, "services/financial-services.html")
    tables = [node for node in found.document.having("table-progress") if node.name == "table"]
    assert len(tables) == 3
    for table in tables:
        heads = [node.words for node in table.all("th") if node.get("scope") == "col"]
        assert heads == ["SPI", *APPENDIX_1]
    above = [node.words for node in found.document.having("plan-heading")]
    assert [words.partition(" Financial")[0][:17] for words in above] == [
        "Grand Challenge 1",
        "Grand Challenge 2",
        "Grand Challenge 4",
    ]


def test_two_milestones_of_the_same_name_are_told_apart(glasgow_site: Path) -> None:
    found = page(glasgow_site, "commitments/gc1-m3-c6.html")
    rows = {
        head.get("id"): row
        for row in found.document.all("tr")
        for head in row.having("milestone")
        if head.words.startswith("Continue to support carers")
    }
    assert list(rows) == ["milestone-carers-represented", "milestone-carers-champion"]
    assert [tag.words for tag in rows["milestone-carers-represented"].having("tag")] == ["▲ Green"]
    assert [tag.words for tag in rows["milestone-carers-champion"].having("tag")] == ["▼ Red"]


@pytest.mark.parametrize("milestone", ["launch-adrs", "carers-champion"])
def test_a_milestone_that_is_not_green_leads_to_its_case_study(
    glasgow_site: Path, milestone: str
) -> None:
    found = {
        "launch-adrs": ("gc1-m3-c5", "../case-studies/alcohol-and-drug-recovery-launch.html"),
        "carers-champion": ("gc1-m3-c6", "../case-studies/carers-champion-appointment.html"),
    }
    commitment, study = found[milestone]
    assert study in page(glasgow_site, f"commitments/{commitment}.html").hrefs
    back = f"../commitments/{commitment}.html#milestone-{milestone}"
    assert back in read_site(glasgow_site)[study.removeprefix("../")].hrefs


def test_a_case_study_has_the_headings_of_appendix_2_in_order(site: Path) -> None:
    studies = [
        path
        for path in read_site(site)
        if path.startswith("case-studies/") and path != "case-studies/index.html"
    ]
    assert studies
    for path in studies:
        assert list(page(site, path).facts)[: len(APPENDIX_2)] == APPENDIX_2


def test_a_case_study_that_nobody_wrote_says_so(glasgow_site: Path) -> None:
    found = page(glasgow_site, "case-studies/carers-champion-appointment.html")
    assert "This case study is not written yet" in found.main.words
    assert (
        found.facts["Synopsis (100 words)"] == found.facts["Lessons learned"] == "Not yet written."
    )
    assert found.facts["RAG rating"] == (
        "▼ Red for 2024-25 Q2. Published as red for 2024-25 Q2, without judgements."
    )


def test_a_committee_report_has_its_sections_in_the_standard_order(site: Path) -> None:
    reports = [
        path
        for path in read_site(site)
        if path.startswith("reports/") and path != "reports/index.html"
    ]
    assert reports
    for path in reports:
        found = [words for _, words in page(site, path).headings]
        assert [words for words in found if words in SECTIONS] == SECTIONS
        assert [term for term in page(site, path).facts if term in IMPLICATIONS] == IMPLICATIONS


def test_the_figures_that_a_report_quotes_are_filled_in(glasgow_site: Path) -> None:
    words = page(glasgow_site, "reports/2026-11-23-opdsc.html").main.words
    assert (
        "91% of crisis grant applications were processed within 24 hours, against a target of 95%. "
        "That is 4.21% outwith target: amber. For community care grants, 87% were processed within "
        "15 days, against 95%. That is 8.42% outwith target: red."
    ) in words
    assert (
        "A new claim took 25 days, against a target of 21 days. The status is red. A change in "
        "circumstances took 7 days, against a target of 11 days. The status is green."
    ) in words
    assert "In that quarter 82% of crisis grant decisions" in words


def test_a_report_lists_what_is_red_before_what_is_amber(glasgow_site: Path) -> None:
    report = page(glasgow_site, "reports/2026-11-23-opdsc.html").main
    (section,) = [
        node for node in report.all("section") if node.get("aria-labelledby") == "performance"
    ]
    (listed,) = section.having("links")
    assert [tag.words for tag in listed.having("tag")] == ["▼ Red"] * 3 + ["● Amber"] * 2


def test_the_sources_page_names_each_licence_of_each_source(glasgow_site: Path) -> None:
    words = page(glasgow_site, "sources.html").main.words
    council = yaml_of(ROOT / "council.yaml")
    licences = {source["licence"] for source in council["sources"]} | {council["licence"]["name"]}
    licences |= {data["origin"]["licence"] for _, data in yaml_files(ROOT, "measures")}
    assert len(licences) > 5
    assert [licence for licence in sorted(licences) if licence not in words] == []


def test_every_measure_is_marked_as_a_published_statistic_with_its_source(
    glasgow_site: Path,
) -> None:
    for _, data in yaml_files(ROOT, "measures"):
        found = page(glasgow_site, f"measures/{data['id']}.html")
        assert "published statistic" in found.main.words.lower()
        assert found.facts["Publisher"] == data["origin"]["publisher"]
        assert found.facts["Licence"] == data["origin"]["licence"]
        assert data["origin"]["url"] in found.hrefs


def test_every_role_that_stands_for_the_real_one_is_called_an_example(glasgow_site: Path) -> None:
    roles = {role["id"]: role for role in yaml_of(ROOT / "council.yaml")["roles"]}
    for _, data in yaml_files(ROOT, "measures"):
        owner = roles[data["owner"]]
        assert owner["example"] == "true"
        facts = page(glasgow_site, f"measures/{data['id']}.html").facts
        assert facts["Owner"] == f"{owner['name']} (example)"
