/**
 * What the rows of the source documents say that the processes rest on, in words of our own: facts, not sentences.
 * A test names its rows, and a row that nobody knows fails.
 */
export const SOURCE_ROWS = {
  'S2:318':
    'Initiation of research: ordered by the general manager, or asked for by a department and consented to by him; the market director drafts the scheme; the business manager has the research supervisor organise the survey; results become a report that finance analyses; a feasibility report follows; the market director reviews it, the general manager approves; then market research.',
  'S2:392':
    'Market research SC-003 of marketing: the market manager has the research supervisor assign it to a researcher, who hands in results; the supervisor compiles; the market manager analyses and writes the report; the market director confirms. Content: the trade, channels, consumers, special questions. An application form is attached.',
  'S4:50': 'Leave is asked for in advance, and nobody leaves the post before it is approved.',
  'S0:158': 'Renewals are followed up and inspected by the supervisor of the company’s own stores.',
  'S4:46':
    'Stock is counted from time to time by the operations specialist and the warehouse together, and compared with the system; what differs is investigated before the book is changed.',
  'S0:130': 'The warehouse counts on time; the book is changed only after an approval.',
  'S1:113': 'The area manager checks the counts and accounts of the stores and sums them up.',
  'S1:195': 'A store counts daily: book and goods agree.',
  'S1:231': 'Clerks help the store manager with the monthly count.',
  'S0:157': 'A new store: scheme, preliminary work, inspection.',
  'S0:159': 'Exits from malls are followed up and inspected by the supervisor of the company’s own stores.',
  'S0:113': 'A new store run by the company gets a reasonable first stock.',
  'S1:115': 'The area manager prepares goods, articles, image materials, people and promotion of a new store.',
  'S2:6': 'Before opening: six timed parts from 8:20 to 9:05, from the entry of staff to the welcome of customers.',
  'S2:18': 'Whoever does not comply with the rules of appearance is kept out.',
  'S2:72': 'Something wrong outside the gate: it stays shut, guards go out, and it opens once order is restored.',
  'S2:254': 'Up escalators stop ten minutes before closing; security closes the gate behind the last customer.',
  'S2:288': 'The head of security, guards and the duty manager clear the site together from the sixth floor down.',
  'S2:306': 'Doors are locked floor by floor from the top down.',
  'S2:308': 'The duty manager and the head of security check the locks together.',
  'S0:155': 'The area manager draws up sales incentives and promotion plans, hands them in and carries them out.',
  'S1:111': 'The area manager answers for promotion schemes of the area at sales nodes, and for carrying them out.',
  'S2:366': 'Per month, week or date, marketing schemes and activities of the stores of an area are drawn up.',
  'S0:27': 'Heads of departments look at the advances and reimbursements of their people.',
  'S0:326': 'The operations manager approves cash advances of the operations centre up to an amount that is left blank.',
  'S0:330':
    'Entertainment within limits by the rules of the company: whether the operations manager decides it is disputed in the source, which recommends not to grant it.',
  'S1:579': 'Budgets of large and of ordinary events are drawn up.',
  'S2:348': 'Budgets of market activities of a region are drawn up, and what they cost is kept within reason.',
  'S0:328': 'The operations manager approves what the annual plan of the operations centre has, by the plan.',
  'S0:341':
    'The operations manager approves by the plan the money that selling needs; for what goes over it they may propose a scheme to the general manager, and put it into effect once that is approved.',
  'S2:314': 'Plans of promotions and how they are carried out belong to marketing.',
  'S0:154': 'How promotions are carried out is inspected, and what came of them is told.',
  'S1:161': 'The store manager has a promotion carried out, and sums it up and analyses it afterwards.',
  'S3:14':
    'Purchasing asks for offers, compares them, orders, and sees to it that goods arrive in time; prices are adjusted by operations.',
  'S0:344': 'The operations manager approves business trips of the staff of the operations centre.',
  'S0:212': 'The operations manager answers for the marketing work of the centre under a delegation of the general manager.',
  'S0:331': 'Whether the operations manager decides on entertainment is questioned in the source itself: not to be granted is the advice.',
  'S0:364':
    'Drawing up the process standards of the head office is questioned for a training supervisor: they are to guide their use only.',
  'S2:330': 'Whoever travels for business stays in contact with the company once or twice a day.',
  'S2:394': 'Promotion plan SC-004 of marketing: it is drafted and handed in; the rest of the row is cut off.',
  'S2:396':
    'Promotion scheme SC-005: the market manager drafts key points, promotion scheme and the expected effect; in plan the manager of the business unit signs, out of plan, in special circumstances, the general manager of the group, before it is carried out; a copy goes to the market director, who inspects and expedites; the scheme and the resolution of the meeting are attached.',
} as const;

/** Values that no source states: number of the gap, and what is recommended for it. */
export const GAPS = {
  G03: 'No time limit is stated: review 2 working days, financial review 3, approval 2, work by its plan; a reminder at half the time and at its end, the superior a day later; nothing passes by itself.',
  G02: 'The amount of an advance is blank and nothing says how it is settled: 3,000 for the operations manager; an open advance is settled first; it is cleared against reimbursements.',
  G04: 'The rules of the company for entertainment are not in the sources: it is applied for beforehand, within the limits of §6.1.',
  G06: 'Grants that the source disputes are withheld, with the reason; for entertainment the operations director or the general manager decides.',
  G07: 'Over the plan no finance step and no ceiling are stated: finance reviews, the general manager approves up to 500,000, the group’s general manager beyond.',
  G08: 'In plan is what a line of an effective plan covers in its period with what is left of it, without any tolerance; a request may be split.',
  G09: 'Who approves a stock variance is not named: tiers of §6.1, the finance director signs beside the warehouse, the general manager writes off obsolete stock.',
  G36: 'No authority over prices is stated: tiers of §6.1 by the depth of the mark-down, an opinion of finance beyond the first, tags and barcodes as a task.',
  '6.1 variance':
    'A net loss up to 2,000 is approved by the operations manager, up to 10,000 by the operations director, beyond by the general manager.',
  G10: 'SC-004 is cut off behind the handing in: the market manager drafts, the market director reviews, the finance director reviews the budget, the general manager approves, business units get a copy, and the plan is in effect.',
  G11: 'The figure of SC-005 is lost: the resolution of the meeting that studied the scheme is attached to it.',
  G15: 'A rejected initiation is filed with its reason; the record is the business manager’s note of what was assigned.',
  G27: 'Leave: store manager up to 1 day, area manager 3, operations manager 7, operations director 15, general manager above; HR files and checks the balance.',
  G32: 'Renewal and exit: finance reviews and the general manager approves, always.',
  G33: 'Forms that are named without their fields get the content that the sources ask for.',
  G53: 'Nobody decides a request of their own: the next superior does.',
  X51: 'A count takes two parties: two signatures.',
  X52: 'What concerns safety is confirmed by two people.',
  X56: 'Held on something abnormal, and released once a condition holds.',
  G35: 'To hand in and carry out means that it is approved first: the operations manager approves promotions of stores.',
  G40: 'Superiors look at it and somebody else approves by limit: two steps.',
  G45: 'No closing time is stated: ten in the evening unless the store says otherwise.',
  'COUNT-14':
    'What is beyond the tolerance is counted again by another person; the tolerance is what an area manager may write off, 300 (§6.1).',
  'COUNT-16': 'After the count somebody decides who answers for what is missing: the area manager in a store.',
  'RENEW-12': 'What is not signed 30 days before the lease runs out leads to the exit; so does a renewal that is refused.',
  '6.1 campaigns':
    'Within the plan an area manager approves campaigns up to 2,000, the operations manager 20,000, the operations director and the business unit 100,000, the general manager any; over the plan the general manager up to 500,000, the group’s beyond.',
  '6.1 payments':
    'Who releases payments is not named: the finance director, up to a director’s tier of 100,000, beyond it the general manager; four people for four steps.',
  '6.1 advances': 'An operations manager approves an advance up to 3,000, a director 10,000, the general manager any.',
  '6.1': 'Contracts above 1,000,000 are co-signed by the group’s general manager; the general manager has no limit for contracts.',
} as const;
