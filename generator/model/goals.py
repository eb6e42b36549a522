"""The United Nations' seventeen Sustainable Development Goals: facts that no council changes (R88)."""

SDG_TITLES = {
    1: "No poverty",
    2: "Zero hunger",
    3: "Good health and well-being",
    4: "Quality education",
    5: "Gender equality",
    6: "Clean water and sanitation",
    7: "Affordable and clean energy",
    8: "Decent work and economic growth",
    9: "Industry, innovation and infrastructure",
    10: "Reduced inequalities",
    11: "Sustainable cities and communities",
    12: "Responsible consumption and production",
    13: "Climate action",
    14: "Life below water",
    15: "Life on land",
    16: "Peace, justice and strong institutions",
    17: "Partnerships for the goals",
}
"""The short titles of the goals, by number."""


def official_page(number: int) -> str:
    """Where the United Nations describe a goal (R89)."""
    return f"https://sdgs.un.org/goals/goal{number}"
