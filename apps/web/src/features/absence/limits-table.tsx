import { parseAmount } from '@countersign/domain';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { ArrowRight, Check, Scale, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { MoneyText } from '../../shared/kit/money';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { PersonRef } from '../../shared/api/wire';
import { caseQuery, type LimitRow } from './absence-query';
import styles from './absence.module.css';

interface LimitsTableProps {
  rows: readonly LimitRow[];
  standIn: string;
  load: number;
}

const keyOf = ({ matter, kind, plan }: LimitRow): string => `${matter} ${kind} ${plan}`;

/** What one may sign beside what the stand-in may, and who is asked above it. */
export function LimitsTable({ rows, standIn, load }: LimitsTableProps) {
  const { t } = useTranslation('absence');
  const words = useWords();
  const person = useQuery({
    queryKey: [...keys.people(''), standIn],
    queryFn: ({ signal }) => call<PersonRef>('GET', `/people/${standIn}`, { signal }),
  }).data;
  const lacking = rows.filter(({ granted }) => !granted).length;
  const name = person ? words(person.name) : '';
  return (
    <section className={`card ${styles.limits}`} aria-label={t('limits')}>
      {person ? (
        <header className={styles.who}>
          <Avatar person={person} large />
          <div>
            <p>
              <b>{name}</b> <span className="hint">{person.title ? words(person.title) : ''}</span>
            </p>
            <p className="hint">{t('load', { count: load })}</p>
          </div>
        </header>
      ) : null}
      <p className={styles.rule}>
        <Scale size={16} aria-hidden /> {lacking > 0 ? t('smallerLacking', { name, count: lacking }) : t('smaller', { name })}
      </p>
      {rows.length === 0 ? <p className={styles.none}>{t('noLimits')}</p> : <Rows rows={rows} person={person} />}
      {rows.length > 0 ? <TryCase rows={rows} standIn={standIn} /> : null}
    </section>
  );
}

function Rows({ rows, person }: { rows: readonly LimitRow[]; person: PersonRef | undefined }) {
  const { t } = useTranslation('absence');
  const words = useWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('matter')}</th>
            <th scope="col">{t('ownLimit')}</th>
            <th scope="col">{t('theirLimit')}</th>
            <th scope="col">{t('whileAway')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">
                {words(row.title)}
                {row.plan === 'any' ? '' : ` · ${t(`plan-${row.plan}`)}`}
              </th>
              <td>
                <small aria-hidden>{t('ownLimit')}</small>
                <Limit money={row.own} unlimited={row.ownUnlimited} />
              </td>
              <td>
                <small aria-hidden>{t('theirLimit')}</small>
                {row.granted ? (
                  <Check size={14} aria-hidden className={styles.yes} />
                ) : (
                  <X size={14} aria-hidden className={styles.no} />
                )}{' '}
                {row.granted ? <Limit money={row.theirs} unlimited={row.theirsUnlimited} /> : t(row.elsewhere ? 'elsewhere' : 'notGranted')}
              </td>
              <td>
                <small aria-hidden>{t('whileAway')}</small>
                {row.granted && person ? words(person.name) : null}
                {row.granted && person && row.above && row.above.id !== person.id && !(row.ownUnlimited || row.own === null)
                  ? t('aboveIt', { name: words(row.above.name) })
                  : null}
                {!row.granted && row.above ? words(row.above.name) : null}
                {!row.granted && !row.above ? t('waits') : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Limit({ money, unlimited }: { money: LimitRow['own']; unlimited: boolean }) {
  const { t } = useTranslation('absence');
  if (unlimited) return <>{t('unlimited')}</>;
  return money ? (
    <>
      ≤ <MoneyText amount={money} />
    </>
  ) : (
    <>{t('may')}</>
  );
}

/** A case of any kind and amount: who would sign it. */
function TryCase({ rows, standIn }: { rows: readonly LimitRow[]; standIn: string }) {
  const { t } = useTranslation('absence');
  const words = useWords();
  const id = useId();
  const [chosen, setChosen] = useState(keyOf(rows[0] as LimitRow));
  const [amount, setAmount] = useState('');
  const row = rows.find((each) => keyOf(each) === chosen) ?? rows[0];
  const currency = row?.own?.currency ?? 'CNY';
  const read = parseAmount(amount, currency);
  const typed = read.ok && !read.decimal.startsWith('-') ? read.decimal : null;
  const limited = row?.own != null || row?.ownUnlimited === true;
  const asked =
    row && (typed !== null || !limited)
      ? { standIn, matter: row.matter, kind: row.kind as never, plan: row.plan, amount: typed, currency }
      : null;
  const found = useQuery(caseQuery(asked)).data;
  const hint = amount.trim() === '' || typed !== null ? t('tryHint') : t('tryWrong');
  const verdict = !asked ? hint : !found ? '' : found.beyond ? t('beyond') : found.person ? words(found.person.name) : t('waits');
  return (
    <div className={styles.try}>
      <label htmlFor={`${id}-kind`}>{t('try')}</label>
      <Select
        id={`${id}-kind`}
        value={row ? keyOf(row) : null}
        onChange={setChosen}
        popupMatchSelectWidth={false}
        options={rows.map((each) => ({
          value: keyOf(each),
          label: `${words(each.title)}${each.plan === 'any' ? '' : ` · ${t(`plan-${each.plan}`)}`}`,
        }))}
      />
      <Input
        aria-label={t('tryAmount')}
        className={styles.amount ?? ''}
        inputMode="decimal"
        placeholder="6480"
        prefix="¥"
        maxLength={40}
        value={amount}
        onChange={({ target }) => setAmount(target.value)}
      />
      <ArrowRight size={16} aria-hidden />
      <output htmlFor={`${id}-kind`}>{verdict}</output>
    </div>
  );
}
