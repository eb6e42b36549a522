"""Rates a council that is loaded already and prints what that alone cost, in seconds of CPU.

Usage: python bench/rating.py ROOT     (what `bench/run.py` calls)

Two numbers: rating as a check needs it, and with it everything that pages show of a measure: every
sentence, the trend, the variation and the years.
"""

import gc
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench.made_up import AS_OF
from generator.loading.load import load
from generator.resources import schemas
from generator.rules.rated import Rated, rate_catalogue
from generator.sources import Folder


def everything_shown(rated: Rated) -> int:
    """Works out all that a page shows of every measure; how many words, trends and limits it was."""
    told = 0
    for item in rated.measures:
        told += len(item.trend) + len(item.variation.segments) + len(item.years)
        told += sum(1 for one in item.entries if one.sentence)
    return told


def main() -> None:
    """The two costs."""
    gc.disable()  # as the program does
    catalogue = load(Folder(Path(sys.argv[1])), schemas()).catalogue
    assert catalogue
    start = time.process_time()
    rated = rate_catalogue(catalogue, date.fromisoformat(AS_OF))
    alone = time.process_time() - start
    assert everything_shown(rated)
    print(alone, time.process_time() - start)


if __name__ == "__main__":
    main()
