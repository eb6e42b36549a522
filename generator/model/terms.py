"""The glossary: the terms of the performance framework, in our own words (R118-R120).

The manual swaps the definitions of qualitative and quantitative; here they are put right
(decision 0006).
"""

from generator.model.council import Term

_PLAN, _PROGRESS, _MANAGING, _BODIES = (
    "The plan, from the top down",
    "Progress reports",
    "Managing performance",
    "Meetings and bodies",
)

TERMS = (
    Term(
        term="Grand Challenge",
        group=_PLAN,
        meaning="One of the few large problems that the plan sets out to change, across services and with partners.",
    ),
    Term(
        term="Mission",
        group=_PLAN,
        meaning="A bold aim under a Grand Challenge, with a clear direction and an end that can be checked.",
    ),
    Term(
        term="Commitment",
        group=_PLAN,
        meaning="What a service, or several, promise to do towards a Mission.",
    ),
    Term(
        term="Action",
        group=_PLAN,
        meaning="What is done to keep a Commitment. It can be followed by figures, by judgement, or both.",
    ),
    Term(
        term="Quantitative measure",
        group=_PLAN,
        meaning="A measure that gives a number, such as a percentage or a count, worked out the same way each time. (The manual of September 2024 has this and the next term the other way round.)",
    ),
    Term(
        term="Qualitative measure",
        group=_PLAN,
        meaning="A measure that no number decides: progress is judged from facts about timescale, budget and completion.",
    ),
    Term(
        term="Milestone",
        group=_PROGRESS,
        meaning="A point in the work, or an event, by which anyone can see that it has moved.",
    ),
    Term(
        term="Progress and performance",
        group=_PROGRESS,
        meaning="What was done and achieved by a stated date, with the facts that show it.",
    ),
    Term(term="Planned activity", group=_PROGRESS, meaning="What is to be done next, and by when."),
    Term(
        term="Lead service",
        group=_PROGRESS,
        meaning="The service that answers for a milestone and brings the others together.",
    ),
    Term(
        term="Dependency",
        group=_PROGRESS,
        meaning="Something that must happen elsewhere first (logical), that limits the work (constraint), or that is better done first (preferential).",
    ),
    Term(
        term="RAG",
        expansion="Red, Amber, Green",
        group=_PROGRESS,
        meaning="The rating of a result against its target, or of work against its plan. This site always writes the word as well as the colour.",
    ),
    Term(
        term="Outwith",
        group=_PROGRESS,
        meaning="Beyond, outside. How far a result lies beyond its target on the bad side.",
    ),
    Term(
        term="Target",
        group=_PROGRESS,
        meaning="The result that was agreed in advance for a period.",
    ),
    Term(
        term="Sustainable Development Goals",
        group=_PROGRESS,
        meaning="Seventeen goals that the member states of the United Nations agreed in 2015. Measures may be linked to them.",
    ),
    Term(
        term="Risk",
        group=_PROGRESS,
        meaning="Something that may happen and would help (an opportunity) or harm (a threat) what is being attempted.",
    ),
    Term(
        term="Dashboard",
        group=_PROGRESS,
        meaning="One page that shows the state of many measures at a glance.",
    ),
    Term(
        term="Policy",
        group=_MANAGING,
        meaning="A course that the council, or a government, has decided to follow.",
    ),
    Term(
        term="Strategy",
        group=_MANAGING,
        meaning="How a policy is to be carried out, from where things stand to where they should be.",
    ),
    Term(
        term="Action plan",
        group=_MANAGING,
        meaning="The actions that follow from a strategy, each with an owner and a date.",
    ),
    Term(term="Governance", group=_MANAGING, meaning="How work is watched, steered and reported."),
    Term(
        term="Strategic level",
        group=_MANAGING,
        meaning="Measures for the whole council: they show whether the plan is working and help to decide what comes next.",
    ),
    Term(
        term="Operational level",
        group=_MANAGING,
        meaning="Measures by which a service plans its work, its people and its improvement.",
    ),
    Term(
        term="Front line",
        group=_MANAGING,
        meaning="Measures close to the public: what people experience, and what their money is used for.",
    ),
    Term(term="Caveat", group=_MANAGING, meaning="What a reader must know before using a figure."),
    Term(
        term="Second check",
        group=_MANAGING,
        meaning="A colleague who did not work the figure out repeats the work before it is reported.",
    ),
    Term(
        term="Usual variation",
        group=_MANAGING,
        meaning="How far the figures of a process go up and down while nothing changes (also called common cause variation).",
    ),
    Term(
        term="Signal of a change",
        group=_MANAGING,
        meaning="A figure, or a row of figures, that the usual variation would seldom give: something special is likely to stand behind it (also called special cause variation).",
    ),
    Term(
        term="Limits",
        group=_MANAGING,
        meaning="The two lines between which nearly all figures of a process lie while nothing changes. They are worked out from its figures, and are not a target.",
    ),
    Term(
        term="Rebase",
        group=_MANAGING,
        meaning="Working out the limits anew from the period in which a process was changed for good.",
    ),
    Term(
        term="Assurance",
        group=_MANAGING,
        meaning="What the limits say of a target: it is met consistently, missed consistently, or hit and miss.",
    ),
    Term(term="Provisional", group=_MANAGING, meaning="A figure that may still change."),
    Term(
        term="SMART",
        expansion="Specific, Measurable, Achievable, Relevant, Timed",
        group=_MANAGING,
        meaning="Five tests of a good measure.",
    ),
    Term(
        term="KPI",
        expansion="Key performance indicator",
        group=_MANAGING,
        meaning="Another word for a measure.",
    ),
    Term(
        term="SPI",
        expansion="Statutory performance indicator",
        group=_MANAGING,
        meaning="A measure that a council reports because the Accounts Commission directs it to.",
    ),
    Term(
        term="LGBF",
        expansion="Local Government Benchmarking Framework",
        group=_MANAGING,
        meaning="Figures on all Scottish councils, worked out the same way, published by the Improvement Service.",
    ),
    Term(
        term="CMT",
        expansion="Corporate Management Team",
        group=_BODIES,
        meaning="The council's most senior officers together.",
    ),
    Term(
        term="CMG",
        expansion="Corporate Management Group",
        group=_BODIES,
        meaning="A wider group of senior officers.",
    ),
    Term(
        term="SMT",
        expansion="Service Management Team",
        group=_BODIES,
        meaning="The senior officers of one service. It agrees measures, tolerances and ratings.",
    ),
    Term(
        term="GMG",
        expansion="Governance Management Group",
        group=_BODIES,
        meaning="Officers who look after how the council is governed.",
    ),
    Term(
        term="CAC",
        expansion="City Administration Committee",
        group=_BODIES,
        meaning="The committee of councillors that takes most of the council's decisions.",
    ),
    Term(
        term="FASC",
        expansion="Finance and Audit Scrutiny Committee",
        group=_BODIES,
        meaning="Councillors who examine the council's money and audits.",
    ),
    Term(
        term="OPDSC",
        expansion="Operational Performance and Delivery Scrutiny Committee",
        group=_BODIES,
        meaning="Councillors who examine how well the council does what it set out to do.",
    ),
    Term(
        term="PDC",
        expansion="Policy Development Committee",
        group=_BODIES,
        meaning="A committee of councillors that works on policy before it is decided.",
    ),
    Term(
        term="ALEO",
        expansion="Arm's length external organisation",
        group=_BODIES,
        meaning="An organisation that the council set up or controls and that delivers services for it.",
    ),
    Term(
        term="HSCP",
        expansion="Health and Social Care Partnership",
        group=_BODIES,
        meaning="The council and the health board running health and social care together.",
    ),
    Term(
        term="IJB",
        expansion="Integration Joint Board",
        group=_BODIES,
        meaning="The legal body that plans and pays for what the partnership does.",
    ),
)
