import { useTranslation } from 'react-i18next';
import type { components } from '../../../shared/api/schema';
import { amountText } from '../../../shared/format/amount';
import { useLanguage } from '../../../shared/i18n/use-language';
import { Rungs } from './ladder-card';
import styles from './part-ladders.module.css';

type Part = components['schemas']['BudgetPartView'];

/** What its line covers of a request, and the rest: how much each is, and whose limit covers it. */
export function PartLadders({ parts }: { parts: Part[] }) {
  const { t } = useTranslation(['kit', 'request']);
  const language = useLanguage();
  return (
    <section className={`card ${styles.parts}`} aria-label={t('request:ladder')}>
      {parts.map(({ part, amount, approved, ladder }) => (
        <div key={part} className={styles.part} data-part={part}>
          <h2 className={styles.head}>
            <span>{t(approved ? `budgetPart-${part}-approved` : `budgetPart-${part}`)}</span>
            <b>{amountText(amount, language, 'if-any')}</b>
          </h2>
          <Rungs ladder={ladder} />
        </div>
      ))}
    </section>
  );
}
