"""Ranking: how high the places that answer stand in a search, by ir-measures.

Success@1, R@5 and RR@10 count places of grade 2; nDCG@5 counts grade 1 as well. Source: Järvelin &
Kekäläinen 2002 (nDCG), Voorhees 1999 (RR), and ir-measures (MacAvaney et al. 2022), which computes
them.
"""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

MEASURES = {
    "success_at_1": Success(rel=2) @ 1,
    "recall_at_5": R(rel=2) @ 5,
    "ndcg_at_5": nDCG @ 5,
    "rr_at_10": RR(rel=2) @ 10,
}


def ranking_measures(
    rankings: Mapping[str, Sequence[str]], grades: Mapping[str, Mapping[str, int]]
) -> dict[str, dict[str, float]]:
    """Each measure of each ranking.

    What is ranked is scored by its rank alone, so that equal scores cannot flatter.

    Args:
        rankings: names of places, best first and none twice, by case.
        grades: each case's gold places and their grades; a case without any is left out.
    """
    run = {
        case: {name: float(-rank) for rank, name in enumerate(ranking)}
        for case, ranking in rankings.items()
        if grades.get(case)
    }
    found = {case: dict.fromkeys(MEASURES, 0.0) for case in run}
    names = {measure: name for name, measure in MEASURES.items()}
    qrels = {case: dict(grades[case]) for case in run}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        found[metric.query_id][names[metric.measure]] = round(float(metric.value), 6)
    return found


def distinct(names: Sequence[str]) -> list[str]:
    """Names in order of rank, each at its best rank only."""
    return list(dict.fromkeys(names))
