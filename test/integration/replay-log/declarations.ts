const by = (what: string, who: string): string => `Declaration ${what} by ${who}`;
const SUBMITTED = by('SUBMITTED', 'EMPLOYEE');
const NOTED = by('REJECTED', 'EMPLOYEE');
const FINAL = by('FINAL_APPROVED', 'SUPERVISOR');
const ADMINISTRATION = by('APPROVED', 'ADMINISTRATION');
const PAID = ['Request Payment', 'Payment Handled'];

const CASES: Record<string, string[]> = {
  'by the administration': [SUBMITTED, ADMINISTRATION, FINAL, ...PAID],
  'with the budget owner': [SUBMITTED, ADMINISTRATION, by('APPROVED', 'BUDGET OWNER'), FINAL, ...PAID],
  'by the pre-approver': [SUBMITTED, by('APPROVED', 'PRE_APPROVER'), FINAL, ...PAID],
  'straight to the supervisor': [SUBMITTED, FINAL, ...PAID],
  'returned, noted, again at another desk': [
    SUBMITTED,
    by('REJECTED', 'PRE_APPROVER'),
    NOTED,
    SUBMITTED,
    ADMINISTRATION,
    by('REJECTED', 'BUDGET OWNER'),
    NOTED,
  ],
  'returned by whoever pays': [SUBMITTED, FINAL, by('REJECTED', 'MISSING'), SUBMITTED, FINAL, 'Request Payment', by('REJECTED', 'MISSING')],
  saved: [by('SAVED', 'EMPLOYEE')],
  'paid without approval': [by('SAVED', 'EMPLOYEE'), ...PAID],
  'paid without a request': [SUBMITTED, FINAL, 'Payment Handled'],
  'noted too late': [SUBMITTED, by('REJECTED', 'ADMINISTRATION'), SUBMITTED, NOTED],
};

/** Declarations in the words of the university's log: seven ways that it really went, three that nobody should be able to go. */
export const DECLARATION_LOG = `<log xes.version="1.0">${Object.entries(CASES).map(trace).join('')}</log>`;

function trace([name, activities]: [string, string[]], index: number): string {
  const shared = `<string key="(case)_Amount" value="${index}.855000000000001"/><string key="(case)_BudgetNumber" value="budget ${index}"/><string key="(case)_DeclarationNumber" value="number ${index}"/>`;
  const events = activities.map((activity) => `<event><string key="concept:name" value="${activity}"/>${shared}</event>`);
  return `<trace><string key="concept:name" value="${name}"/>${events.join('')}</trace>`;
}
