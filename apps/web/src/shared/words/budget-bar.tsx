import { useTranslation } from 'react-i18next';
import type { Amount } from '../api/wire';
import type { components } from '../api/schema';
import { amountText } from '../format/amount';
import { useLanguage } from '../i18n/use-language';
import styles from './budget-bar.module.css';

export type BudgetSums = components['schemas']['SumsView'];

/** The tones of a budget bar, in their order. `own`: this request; `over`: what it asks for beyond what the line has. */
export const BUDGET_TONES = ['spent', 'committed', 'reserved', 'own', 'over', 'free'] as const;
export type BudgetTone = (typeof BUDGET_TONES)[number];
type Share = Record<BudgetTone, number>;

const number = ({ amount }: Amount): number => Number(amount);

/** How long each part of a bar is, out of 100; where more is taken than there is, the whole bar is what is taken. Pure. */
export function sharesOf(sums: BudgetSums, own = 0): Share {
  const [spent, committed, reserved] = [number(sums.spent), number(sums.committed), number(sums.reserved)].map((each) => Math.max(0, each));
  const whole = number(sums.planned) + number(sums.moved) + number(sums.extended);
  const taken = (spent ?? 0) + (committed ?? 0) + (reserved ?? 0);
  const covered = Math.max(0, Math.min(own, whole - taken));
  const scale = Math.max(whole, taken + own, 0);
  const share = (part: number | undefined): number => (scale > 0 ? ((part ?? 0) / scale) * 100 : 0);
  return {
    ...{ spent: share(spent), committed: share(committed), reserved: share(reserved) },
    ...{ own: share(covered), over: share(own - covered), free: share(Math.max(0, whole - taken - own)) },
  };
}

/** A mark of one tone, for legends. */
export function BudgetMark({ tone }: { tone: BudgetTone }) {
  return <i className={styles.mark} data-tone={tone} aria-hidden />;
}

/** What was taken of a budget and what is left, as one bar; `own` is what a request asks for, as a number. */
export function BudgetBar({ sums, own = 0 }: { sums: BudgetSums; own?: number }) {
  const { t } = useTranslation('kit');
  const language = useLanguage();
  const shares = sharesOf(sums, own);
  const said = (amount: Amount): string => amountText(amount, language, 'if-any');
  const label = t('budgetBar', {
    ...{ spent: said(sums.spent), committed: said(sums.committed), reserved: said(sums.reserved), available: said(sums.available) },
  });
  return (
    <span className={styles.bar} role="img" aria-label={label}>
      {BUDGET_TONES.filter((tone) => shares[tone] > 0).map((tone) => (
        <i key={tone} data-tone={tone} style={{ width: `${shares[tone]}%` }} />
      ))}
    </span>
  );
}
