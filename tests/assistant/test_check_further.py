"""A written sentence that goes further than its passage, or turns it round, is not shown; one that
says the same in other words is.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.check import Fault, Verdict, check
from assistant.writing.material import Material
from assistant.writing.sentences import written_sentences


def _far(text: str, others: Sequence[str]) -> list[float]:
    return [0.55 for _ in others]


PASSAGES = {
    1: "The auditor must brief the treasurer every quarter. The ferry company weighs each lorry."
    " The museum was shut because of a leak. Skippers do not need it.",
    2: "If the river rises above the mark, the ferry stops. Mr Dunn painted the mural and Mrs Vale"
    " paid for the scaffolding. Boats are slower than trains. All but the last locker are let.",
    3: "Ferry crews carry ropes, lamps and flares. Locker 4 costs £60; lockers 5 to 9 cost £35."
    " The harbour master should repaint the pier. A skipper must log each trip; he may log the"
    " catch. Oil or tar is used.",
    4: "The lido opened in the summer of 2023 and closes at 8pm. Sand is swept weekly and gulls are"
    " counted every two months. The guild has 31 members, nine of every ten of them sailors.",
    5: "The grant ran for 2019 to 2022. Stalls are not let at weekends. Divers have surveyed the"
    " wreck. The rowing club objected; the sailing club did not.",
    6: "Moorings let in time ; 2022/23: 61% ; 2023/24: 74% ; 2024/25: 69%",
    7: "Berths are paid within 30 working days of receiving the bill. Fees stay fixed until the"
    " survey is signed. The 2007 rules define a berth. The pier opened in January 2023.",
    8: "13.30 to 17.00 The office sells passes. Repairs cost £12,000 a year. At the end of June 13"
    " of the 15 moorings were taken. The crew meets every other Wednesday. 57% of skippers"
    " answered.",
    9: "Repairs are listed on every weekday.",
}


def _verdict(said: str) -> Verdict:
    sent = {n: Material(n, text, "Harbour", "Harbour notes") for n, text in PASSAGES.items()}
    (sentence,) = written_sentences([said])
    return check(sentence, "", sent, _far)


@pytest.mark.parametrize(
    "said",
    [
        "Berths are paid 30 working days after the survey ends [7].",
        "The office sells passes from half past two [8].",
        "Repairs are listed on Saturday [9].",
        "Less than half of skippers answered [8].",
        "Repairs cost thirteen thousand a year [8].",
        "Fees stay fixed until the bill has been received [7].",
        "The 2006 rules define a berth [7].",
        "The pier opened at the end of 2023 [7].",
        "By law berths are paid within 30 working days of receiving the bill [7].",
        "The treasurer must brief the auditor every quarter [1].",
        "We weigh each lorry [1].",
        "The museum was shut because of a strike [1].",
        "The museum was shut to save fuel [1].",
        "The ferry stops above the mill [2].",
        "Mrs Vale painted the mural and Mr Dunn paid for the scaffolding [2].",
        "Boats are faster than trains [2].",
        "Trains are slower than boats [2].",
        "Every locker is let [2].",
        "Ferry crews carry ropes, lamps, flares and radios [3].",
        "Locker 4 costs £35 [3].",
        "The harbour master repainted the pier [3].",
        "A skipper must log the catch [3].",
        "Both oil and tar are used [3].",
        "The lido opened in the winter of 2023 [4].",
        "Gulls are counted weekly [4].",
        "The wreck has not been surveyed by divers [5].",
        "The sailing club objected; the rowing club did not [5].",
        "Divers are still to survey the wreck [5].",
        "The grant ran for 2019-21 [5].",
        "In 2022/23 74% of moorings were let in time [6].",
        "Moorings let in time peaked at 69% in 2024/25 [6].",
    ],
)
def test_what_goes_further_or_turns_it_round_is_not_shown(said: str) -> None:
    assert not _verdict(said)


@pytest.mark.parametrize(
    "said",
    [
        "Berths are paid no later than 30 working days after receiving the bill [7].",
        "Fees stay as they are until the survey has been signed [7].",
        "Make sure that berths are paid within 30 working days of receiving the bill [7].",
        "The treasurer must be briefed by the auditor every quarter [1].",
        "Each lorry is weighed by the ferry company [1].",
        "The office sells passes from half past one [8].",
        "Repairs are listed Monday to Friday [9].",
        "Repairs cost twelve thousand a year [8].",
        "At the end of June 13 of the 15 moorings were taken [8].",
        "The crew meets once a fortnight [8].",
        "More than half of skippers answered [8].",
        "A leak was why the museum was shut [1].",
        "The ferry stops if the river rises above the mark [2].",
        "The mural was painted by Mr Dunn, and Mrs Vale paid for the scaffolding [2].",
        "Trains are faster than boats [2].",
        "Every locker but the last is let [2].",
        "Flares, ropes and lamps are what ferry crews carry [3].",
        "Locker 5 costs £35 [3].",
        "The harbour master should give the pier new paint [3].",
        "A skipper must log each trip, and may log the catch [3].",
        "The lido closes at eight in the evening [4].",
        "The guild has thirty-one members, and 90% of them are sailors [4].",
        "The grant ran for 2019-22 [5].",
        "Stalls are not let on Saturdays and Sundays [5].",
        "The sailing club did not object, but the rowing club did [5].",
        "Moorings let in time peaked at 74% in 2023/24 [6].",
    ],
)
def test_the_same_in_other_words_is_shown(said: str) -> None:
    assert _verdict(said).fault is Fault.NONE, _verdict(said)
