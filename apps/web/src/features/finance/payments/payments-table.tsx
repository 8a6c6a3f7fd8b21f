import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { decimalText } from '../../../shared/format/amount';
import { sumText } from '../../../shared/format/money-sum';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Chip, DueChip } from '../../../shared/kit/chip';
import { Moment } from '../../../shared/kit/moment';
import type { Payment } from './payments-query';
import styles from './payments.module.css';

/** Whether the reader may pay it now. Pure. */
export const isPayable = ({ task, shown, stopped }: Payment): boolean => task !== null && shown !== null && !stopped;

interface Chosen {
  /** Requests that are chosen. */
  chosen: ReadonlySet<string>;
  /** Why a payment was not taken, by its task. */
  reasons: ReadonlyMap<string, string>;
  onChoose: (requests: readonly string[], on: boolean) => void;
}

/** Why the reader does not pay it; null: they may. */
function WhyNot({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const words = useWords();
  if (payment.stopped) return <Chip tone="amber">{t('stopped')}</Chip>;
  if (payment.task !== null) return null;
  return <Chip>{payment.by ? t('notYours', { name: words(payment.by.name) }) : t('waitsForNobody')}</Chip>;
}

/** What its requester was paid in advance and has not settled: it may be cleared against this. */
function Advances({ payment: { advances } }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const language = useLanguage();
  if (advances.length === 0) return null;
  const amount = sumText(
    advances.map((each) => each.amount),
    language,
    'if-any',
  );
  return (
    <Chip tone="amber" title={advances.map(({ number }) => number).join(' ')}>
      {t('openAdvance', { amount })}
    </Chip>
  );
}

function Number({ payment: { number, requestId, readable } }: { payment: Payment }) {
  if (!readable) return <>{number}</>;
  return (
    <Link to="/requests/$id" params={{ id: requestId }} className="finger">
      {number}
    </Link>
  );
}

function Row({ payment, due, chosen, reasons, onChoose }: Chosen & { payment: Payment; due: boolean }) {
  const { t } = useTranslation('payments');
  const words = useWords();
  const { requestId, requester, unit, title, payee, amount, paid, left, dueAt, at, by, slip, task, number } = payment;
  const reason = reasons.get(task ?? '');
  return (
    <>
      <tr role="row" data-chosen={chosen.has(requestId)}>
        {due ? (
          <td role="cell" className={styles.check}>
            <Checkbox
              aria-label={t('choose', { number: number ?? '' })}
              checked={chosen.has(requestId)}
              disabled={!isPayable(payment)}
              onChange={({ target }) => onChoose([requestId], target.checked)}
            />
          </td>
        ) : null}
        <td role="cell" className={styles.who}>
          <Avatar person={requester} />
          <span>
            {words(requester.name)} <small>{unit ? words(unit.name) : ''}</small>
          </span>
        </td>
        <td role="cell" className={styles.matter}>
          {words(title)}
          <small>
            <Number payment={payment} />
          </small>
        </td>
        <td role="cell" className={styles.account} data-label={t('account')}>
          {payee ?? words(requester.name)}
        </td>
        <td role="cell" className={styles.figure}>
          {left ? decimalText(left) : amount ? decimalText(amount) : '–'}
          {paid && amount ? <small>{t('paidOf', { paid: decimalText(paid), amount: decimalText(amount) })}</small> : null}
        </td>
        {due ? (
          <td role="cell" className={styles.state}>
            {dueAt ? <DueChip at={dueAt} /> : null} <WhyNot payment={payment} /> <Advances payment={payment} />
          </td>
        ) : (
          <td role="cell" className={styles.state}>
            <Moment at={at} />
            <small>{[by ? words(by.name) : null, slip].filter(Boolean).join(' · ')}</small>
          </td>
        )}
      </tr>
      {reason ? (
        <tr role="row" className={styles.reason}>
          <td role="cell" colSpan={6}>
            <p role="alert">{reason}</p>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Payments, row by row; what the reader may pay can be chosen. The roles are said because a phone lays the rows out as cards, which takes them away. */
export function PaymentsTable({ payments, due, ...more }: Chosen & { payments: readonly Payment[]; due: boolean }) {
  const { t } = useTranslation('payments');
  const mine = payments.filter(isPayable).map(({ requestId }) => requestId);
  const all = mine.length > 0 && mine.every((id) => more.chosen.has(id));
  return (
    <div className={`card ${styles.frame}`} role="region" aria-label={t('title')} tabIndex={0}>
      <table role="table" className={styles.table}>
        <thead role="rowgroup">
          <tr role="row">
            {due ? (
              <th scope="col" className={styles.check}>
                <Checkbox
                  aria-label={t('chooseAll')}
                  checked={all}
                  indeterminate={!all && mine.some((id) => more.chosen.has(id))}
                  disabled={mine.length === 0}
                  onChange={({ target }) => more.onChoose(mine, target.checked)}
                />
              </th>
            ) : null}
            <th scope="col">{t('payee')}</th>
            <th scope="col">{t('matter')}</th>
            <th scope="col">{t('account')}</th>
            <th scope="col" className={styles.figure}>
              {t('amount')}
            </th>
            <th scope="col">{due ? t('due') : t('done')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {payments.map((payment) => (
            <Row key={`${payment.requestId} ${payment.step} ${payment.at}`} payment={payment} due={due} {...more} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
