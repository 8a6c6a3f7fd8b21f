import { useTranslation } from 'react-i18next';
import type { Amount } from '../api/wire';
import { amountText } from '../format/amount';
import { useLanguage } from '../i18n/use-language';

/** How a line of a budget covers what is asked, as it crosses the wire. */
export interface WireBudget {
  line: string | null;
  available: Amount | null;
  covered: Amount;
  over: Amount;
  inPlan: boolean;
}

/** “计划内 ¥83,700.00 · 超出 ¥2,300.00” */
export function BudgetWords({ value }: { value: WireBudget }) {
  const { t } = useTranslation('writing');
  const language = useLanguage();
  const said = (amount: Amount): string => amountText(amount, language);
  if (value.inPlan) return <>{t('inPlan', { amount: said(value.covered) })}</>;
  if (value.line === null) return <>{t('noBudget')}</>;
  return <>{[t('inPlan', { amount: said(value.covered) }), t('overPlan', { amount: said(value.over) })].join(' · ')}</>;
}
