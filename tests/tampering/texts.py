"""The files of the story, and the texts that come into them in the course of the year."""

from pathlib import Path

COUNCIL = Path(__file__).parent / "council"
A = "measures/parks/inspections.yaml"
BINS = "measures/parks/bins-emptied.yaml"
STREETS = BINS.replace("parks", "streets")
PLAY = "measures/parks/play-areas.yaml"
TREES = "commitments/gc1/m1/gc1-m1-c2.yaml"
POLICY = "council.yaml"

Q3 = """  - period: 2024-25 Q3
    target: 95
    value: 95.0
    provisional: true
    inputs: {on_time: 38, due: 40}
    calculated: {on: 2025-01-06}
"""
Q3_CHECKED = (
    "    calculated: {on: 2025-01-06}\n",
    "    calculated: {on: 2025-01-06}\n    checked: {on: 2025-01-09}\n",
)
BINS_2025 = """  - period: 2024-25
    target: 99
    value: 93.2
    inputs: {emptied: 932, all: 1000}
    evidence: {extracted: 2025-04-03}
    calculated: {on: 2025-04-04}
    action: {what: A third crew., owner: parks-manager, by: 2025-12-31}
"""
BINS_CHECKED = "    calculated: {on: 2025-04-04}\n    checked: {on: 2025-04-08}\n"
BINS_2025_CHECKED = BINS_2025.replace("    calculated: {on: 2025-04-04}\n", BINS_CHECKED)
UPDATE = """          - period: 2024-25 Q3
            status: green
            progress: Thirty trees were planted by 31 December 2024.
            planned: Ten more by 30 November 2025.
            basis:
              timescale: {green: The trees that were late are planted.}
              budget: {green: A quarter of it is left.}
              completion: {green: Thirty of 40 trees.}
            assessed: {by: parks-officer, on: 2025-01-15}
"""
OVERRIDE = """    status:
      colour: amber
      reason: Twelve sheets were still out on the day, and three of them are late.
      approved_by: director
      on: 2025-01-22
      expires: 2025-03-31
    action: {what: Collect each sheet on the day., owner: parks-officer, by: 2025-06-30}
"""
Q4 = """  - period: 2024-25 Q4
    target: 95
    value: 92.5
    inputs: {on_time: 37, due: 40}
    calculated: {on: 2025-04-10}
    action: {what: A second inspector., owner: parks-manager, by: 2025-09-30}
""".removeprefix("  - ")
Q4_CHECKED = ("{on: 2025-04-10}\n", "{on: 2025-04-10}\n    checked: {on: 2025-04-14}\n")
CORRECTED = """    inputs: {on_time: 47, due: 50}
    calculated: {on: 2025-02-05}
    action: {what: A second inspector., owner: parks-manager, by: 2025-06-30}
    revisions:
      - {on: 2025-02-10, from: 96.0, type: correction, reason: One late sheet had been counted., told: Parks SMT}
"""
Q2_RESULT = """    inputs: {on_time: 48, due: 50}
    calculated: {on: 2024-10-04}
    checked: {on: 2024-10-08}
"""
LOWERED = """  - period: 2025-26 Q1
    target: 94
    target_change:
      from: 95
      reason: Half of the play areas are being rebuilt.
      agreed: {by: parks-smt, on: 2025-03-11, reference: item 3}
"""
NOTE = """changes:
  - {on: 2025-03-18, what: [definition], why: It was read in two ways., told: Parks Senior Management Team}
"""
RETIRED = """retired:
  - {id: play-areas, on: 2025-03-25, reason: The map counts them. Figures up to 2023-24 are in the annual report.}
"""
HEAVY = '  - {from: 2025-04-01, green_up_to: 1.99, amber_up_to: 3.99, adopted_by: "Example Council, 11 March 2025, item 2"}\n'
