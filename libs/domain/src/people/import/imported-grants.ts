import { isCurrency } from '../../money/currency';
import { toMinor } from '../../money/money';
import type { DirectoryImport } from './directory-import.schema';
import { directoryProblem, type DirectoryProblem } from './directory-problem';

/** What is wrong with the grants of an import; `currencies`: in which the company's processes ask for amounts, besides its own. Pure. */
export function grantProblems(directory: DirectoryImport, currencies: readonly string[]): DirectoryProblem[] {
  const { currency: own } = directory.company;
  const used = new Set([own, ...currencies]);
  return directory.grants.flatMap((grant, index) => {
    const problems: DirectoryProblem[] = [];
    const path = `grants.${index}`;
    if ((grant.role === undefined) === (grant.person === undefined))
      problems.push(directoryProblem(path, 'grant-holder', { key: grant.key }));
    if (grant.state === 'withheld' && !grant.withheldReason)
      problems.push(directoryProblem(path, 'withheld-without-reason', { key: grant.key }));
    const { limit } = grant;
    if (limit !== null && limit !== 'no-limit') {
      if (!isCurrency(limit.currency))
        problems.push(directoryProblem(`${path}.limit.currency`, 'unknown-currency', { currency: limit.currency }));
      else if (!isLimitAmount(limit)) problems.push(directoryProblem(`${path}.limit`, 'grant-amount', limit));
      else if (isCurrency(own) && !used.has(limit.currency))
        problems.push(directoryProblem(`${path}.limit.currency`, 'grant-currency', { currency: limit.currency, company: own }));
    }
    return problems;
  });
}

function isLimitAmount({ amount, currency }: { amount: string; currency: string }): boolean {
  const minor = toMinor(amount, currency);
  return typeof minor === 'bigint' && minor >= 0n;
}
