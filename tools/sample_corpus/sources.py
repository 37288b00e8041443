"""The published papers and pages whose facts the sample holds, named as its papers name them"""

DECK_2024 = "Tower Hamlets, Ofsted Preparation, scrutiny sub-committee, October 2024"
MINUTES_2024 = (
    "Tower Hamlets, scrutiny sub-committee minutes, Inspection Preparation: "
    "Children's Social Care, 2024"
)
PLAN_2017 = (
    "Tower Hamlets, Best Value Improvement Board, Summary of the Inspection Improvement Plan 2017"
)
DECK_UNDATED = "Tower Hamlets, Forthcoming Inspection Activity, an undated slide deck"
HF_2020 = "Hammersmith & Fulham, Children's Services Inspection Frameworks, 9 November 2020"
GOV_UK = "GOV.UK page of the ILACS framework"
NOTTS = "Nottinghamshire County Council's one-minute guide to ILACS (nottinghamshire.gov.uk)"
COMMUNITY_CARE = "Community Care, 30 September 2019 (communitycare.co.uk)"
KIRKLEES = "Kirklees safeguarding partnership (kirkleessafeguardingchildren.co.uk)"
CHANGE_2026 = (
    "Ofsted's announcement of 27 November 2025, as carried by wired-gov.net, "
    "localgovernmentlawyer.co.uk and publicsectorexecutive.com"
)
MEASURED = "the Inspection Ready project's own measurement of public inspection reports"
LIST_DATA = "Data to Insight's ssd-data-model and Social Finance's liia-tools, Annex A definitions"
PRIORITY = "Children and Young People Now, 2018 (cypnow)"
MONITORING_2016 = "Ofsted's 2016 guidance on monitoring inadequate authorities"
ACT = "Education and Inspections Act 2006, section 137, and SI 2007/462"
SEND = (
    "the field notes of the Inspection Ready project, November 2026, and GOV.UK, "
    "Area SEND inspections: support and challenge following inspection, May 2023"
)
FIELD = "the field notes of the Inspection Ready project, November 2026"
ICB = "Health and Care Act 2022 and NHS England's pages on it (england.nhs.uk)"
SCHOOLS_2024 = "Department for Education's Education Hub, 2 September 2024 (gov.uk blog)"
