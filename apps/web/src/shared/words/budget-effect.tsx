import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { amountText, decimalText } from '../format/amount';
import { useLanguage, useWords } from '../i18n/use-language';
import { BudgetBar, BudgetMark } from './budget-bar';
import styles from './budget-effect.module.css';
import { useDayText } from './day-text';

type Effect = components['schemas']['BudgetEffectView'];
type Line = NonNullable<Effect['line']>;
type Amount = Effect['asked'];

const figures = (amount: Amount): string => decimalText(amount).replace(/\.0+$/, '');
/** Amounts have the decimals of their currency, so figures without their point may be added. */
const minor = ({ amount }: Amount): bigint => BigInt(amount.replace('.', ''));
function minus(left: Amount, right: Amount): Amount {
  const places = left.amount.split('.')[1]?.length ?? 0;
  const difference = minor(left) - minor(right);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0');
  const whole = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return { currency: left.currency, amount: difference < 0n ? `-${whole}` : whole };
}

function LineName({ line }: { line: Line }) {
  const { t } = useTranslation('kit');
  const words = useWords();
  const dayText = useDayText();
  const name = [words(line.unit.name), line.category ? words(line.category.title) : t('budgetAny')].join(' · ');
  return (
    <h2 className={styles.title}>
      {line.readable ? (
        <Link to="/finance/lines/$id" params={{ id: line.id }} className="finger">
          {name}
        </Link>
      ) : (
        name
      )}
      <small>{t('budgetPeriod', { from: dayText(line.from), to: dayText(line.to) })}</small>
    </h2>
  );
}

function Bars({ effect, line }: { effect: Effect; line: Line }) {
  const { t } = useTranslation('kit');
  const { without } = line;
  const over = minor(effect.over) > 0n;
  const rows = [
    { name: t('budgetNow'), own: null, available: without.available, over: null },
    { name: t('budgetThen'), own: effect.covered, available: minus(without.available, effect.covered), over: over ? effect.over : null },
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <td className={styles.wide} />
          {(['spent', 'committed', 'reserved', 'own', 'free'] as const).map((tone) => (
            <th key={tone} scope="col">
              <BudgetMark tone={tone} /> {t(`budget-${tone}`)}
            </th>
          ))}
          {over ? (
            <th scope="col">
              <BudgetMark tone="over" /> {t('budget-over')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, own, available, over: beyond }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.wide}>
              <BudgetBar sums={without} own={own === null ? 0 : Number(effect.asked.amount)} />
            </td>
            <td>{figures(without.spent)}</td>
            <td>{figures(without.committed)}</td>
            <td>{figures(without.reserved)}</td>
            <td className={styles.own}>{own ? figures(own) : '–'}</td>
            <td data-over={available.amount.startsWith('-')}>{figures(available)}</td>
            {over ? <td className={styles.over}>{beyond ? figures(beyond) : '–'}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a request does to a budget: the line as it is, and as it will be. */
export function BudgetEffect({ effect }: { effect: Effect }) {
  const { t } = useTranslation('kit');
  const language = useLanguage();
  const said = (amount: Amount): string => amountText(amount, language, 'if-any');
  const { line, asked, covered, over, inPlan } = effect;
  if (line === null)
    return (
      <section className={`card ${styles.card}`} aria-label={t('budgetEffect')}>
        <p className={styles.sum}>{t('budgetNone')}</p>
      </section>
    );
  return (
    <section className={`card ${styles.card}`} aria-label={t('budgetEffect')}>
      <LineName line={line} />
      <p className={styles.sum} data-over={!inPlan}>
        {inPlan
          ? t('budgetCovered', { amount: said(asked) })
          : t('budgetSplit', { asked: said(asked), covered: said(covered), over: said(over) })}
      </p>
      <div className={styles.frame} role="region" aria-label={`${t('budgetNow')} · ${t('budgetThen')}`} tabIndex={0}>
        <Bars effect={effect} line={line} />
      </div>
    </section>
  );
}
