import { Check, Minus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LadderRung } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import styles from './ladder-card.module.css';

type Reach = 'current' | 'low' | 'beyond';

const reachOf = (rung: LadderRung): Reach => (rung.current ? 'current' : rung.reaches ? 'beyond' : 'low');
const icons = { current: Check, low: X, beyond: Minus };

function Rung({ rung }: { rung: LadderRung }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const reach = reachOf(rung);
  const Icon = icons[reach];
  const role = rung.you ? t('ladderYou', { role: words(rung.role) }) : words(rung.role);
  const verdict = t(reach === 'current' ? 'ladderReaches' : reach === 'low' ? 'ladderTooLow' : 'ladderNotAsked');
  const limit =
    rung.limit === null
      ? t('ladderNone')
      : rung.limit === 'no-limit'
        ? t('ladderNoLimit')
        : t('ladderUpTo', { amount: amountText(rung.limit, language, 'if-any') });
  const why = reach === 'low' ? rung.why : null;
  return (
    <li className={styles.rung} data-reach={reach} aria-current={rung.current ? 'step' : undefined}>
      <span className={styles.role} title={[words(rung.role), rung.person ? words(rung.person.name) : ''].join(' ').trim()}>
        <Icon size={14} aria-label={verdict} role="img" />
        <span>{role}</span>
      </span>
      <span className={styles.bar} aria-hidden />
      {why && rung.limit === null ? null : <span className={styles.limit}>{limit}</span>}
      {why ? <span className={styles.why}>{words(why)}</span> : null}
    </li>
  );
}

/** The rungs of a ladder, from the lowest up. */
export function Rungs({ ladder }: { ladder: LadderRung[] }) {
  return (
    <ol className={styles.rungs}>
      {ladder.map((rung, index) => (
        <Rung key={rung.person?.id ?? index} rung={rung} />
      ))}
    </ol>
  );
}

/** The ladder of limits: who is too low, who decides, who need not be asked. Pattern and icon say it without colour. */
export function LadderCard({ ladder }: { ladder: LadderRung[] }) {
  const { t } = useTranslation('request');
  return (
    <section className={`card ${styles.card}`} aria-label={t('ladder')}>
      <h2 className={styles.title}>{t('ladder')}</h2>
      <Rungs ladder={ladder} />
    </section>
  );
}
