import { ArrowRight, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkTrial } from '../../../shared/api/wire';
import { decimalText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Moment } from '../../../shared/kit/moment';
import { MoneyText } from '../../../shared/kit/money';
import styles from './bulk.module.css';
import { sumsOf, sumText } from '../../../shared/format/money-sum';

/** What it is, and who asks for it since when. */
function Subject({ trial }: { trial: BulkTrial }) {
  const { t } = useTranslation('bulk');
  const words = useWords();
  const { rowTitle, requester, waitingSince, round } = trial;
  return (
    <>
      <b className={styles.subject}>{rowTitle ? words(rowTitle) : '—'}</b>
      <small>
        {requester ? words(requester.name) : ''}
        {waitingSince ? (
          <>
            {' · '}
            <Moment at={waitingSince} as="wait" />
          </>
        ) : null}
        {round !== null && round > 1 ? ` · ${t('again', { round })}` : ''}
      </small>
    </>
  );
}

export const ofOneCurrency = (trials: readonly BulkTrial[]): boolean => sumsOf(trials.map(({ amount }) => amount)).length <= 1;

interface RowProps {
  trial: BulkTrial;
  /** A column of one currency needs no sign on each figure. */
  plain: boolean;
  /** A line under what it is. */
  below?: ReactNode;
  /** The cells between what it is and how much. */
  children: ReactNode;
}

/** One of them: what it is, what is said of it, how much. */
export function TrialRow({ trial, plain, below, children }: RowProps) {
  const { amount } = trial;
  return (
    <tr>
      <td>
        <Subject trial={trial} />
        {below}
      </td>
      {children}
      <td className={styles.figure}>{!amount ? null : plain ? decimalText(amount) : <MoneyText amount={amount} cents />}</td>
    </tr>
  );
}

/** A button in a row. */
export function RowButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={`plain finger ${styles.open}`} onClick={onPress}>
      {children}
    </button>
  );
}

/** What will be decided: by which limit, and what follows. */
export function ApprovesTable({ trials }: { trials: readonly BulkTrial[] }) {
  const { t } = useTranslation('bulk');
  const words = useWords();
  const language = useLanguage();
  const plain = ofOneCurrency(trials);
  const sum = sumText(
    trials.map(({ amount }) => amount),
    language,
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('willDo')}</th>
          <th className={styles.wide}>{t('by')}</th>
          <th className={styles.wide}>{t('then')}</th>
          <th className={styles.wide} aria-hidden />
          <th className={styles.figure}>{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <TrialRow
            key={trial.task}
            trial={trial}
            plain={plain}
            below={<span className={styles.narrow}>{trial.next ? t('thenLine', { next: words(trial.next) }) : null}</span>}
          >
            <td className={`${styles.wide} ${styles.quiet}`}>{trial.why ? words(trial.why) : null}</td>
            <td className={`${styles.wide} ${styles.quiet}`}>{trial.next ? words(trial.next) : null}</td>
            <td className={`${styles.wide} ${styles.may}`}>
              <Check size={14} aria-hidden /> {t('may')}
            </td>
          </TrialRow>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>{t('total', { count: trials.length })}</th>
          <td className={styles.wide} colSpan={3} />
          <td className={styles.figure}>{sum}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What stays in the inbox, and why. */
export function SkipsTable({ trials, onOpen }: { trials: readonly BulkTrial[]; onOpen: (requestId: string) => void }) {
  const { t } = useTranslation('bulk');
  const words = useWords();
  const plain = ofOneCurrency(trials);
  return (
    <table className={`${styles.table} ${styles.skips}`}>
      <thead>
        <tr>
          <th>{t('skipped')}</th>
          <th>{t('why')}</th>
          <th className={styles.wide} aria-hidden />
          <th className={styles.figure}>{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <TrialRow key={trial.task} trial={trial} plain={plain}>
            <td className={styles.reason}>{trial.reason ? words(trial.reason.text) : null}</td>
            <td>
              {trial.requestId ? (
                <RowButton onPress={() => onOpen(trial.requestId ?? '')}>
                  {t('open')}
                  <ArrowRight size={14} aria-hidden />
                </RowButton>
              ) : null}
            </td>
          </TrialRow>
        ))}
      </tbody>
    </table>
  );
}
