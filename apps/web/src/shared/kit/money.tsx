import type { Amount } from '../api/wire';
import { amountText } from '../format/amount';
import { useLanguage } from '../i18n/use-language';

/** An amount with its currency; `cents` says whether empty cents are shown. */
export function MoneyText({ amount, cents = false }: { amount: Amount; cents?: boolean }) {
  return <>{amountText(amount, useLanguage(), cents ? 'always' : 'if-any')}</>;
}
