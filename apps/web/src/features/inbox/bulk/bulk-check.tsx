import { Button } from 'antd';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkTrial } from '../../../shared/api/wire';
import { waitText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import { useNow } from '../../../shared/kit/moment';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { useOnline } from '../../../shared/state/online';
import { useTooLong } from '../../../shared/words/too-long';
import type { StuckRow } from '../list/stuck-rows';
import styles from './bulk.module.css';
import { startRun } from './bulk-run';
import { ApprovesTable, SkipsTable } from './bulk-tables';
import { largestOf, sumText } from '../../../shared/format/money-sum';
import { useTrials } from './use-trials';

/** What the press is called: by the name that the buttons of their steps have, each once. */
function usePress(does: readonly BulkTrial[]): string {
  const { t } = useTranslation('bulk');
  const words = useWords();
  return [...new Set(does.flatMap(({ press }) => (press ? [words(press)] : [])))].join(t('presses'));
}

type Parts = Record<'does' | 'skips', BulkTrial[]>;

/** What the press will do, in one sentence. */
function Heading({ does, skips }: Parts) {
  const { t } = useTranslation('bulk');
  const language = useLanguage();
  const press = usePress(does);
  if (does.length === 0) return <>{t('headNone', { count: skips.length })}</>;
  const amount = sumText(
    does.map((trial) => trial.amount),
    language,
  );
  const said = t(amount === '' ? 'headDo' : 'headDoSum', { count: does.length, amount, press }).split('|');
  return (
    <>
      {said.map((part, index) => (index % 2 === 1 ? <em key={index}>{part}</em> : part))}
      {skips.length > 0 ? t('headSkip', { count: skips.length }) : ''}
    </>
  );
}

function Fact({ label, value, more, warn = false }: { label: string; value: string; more?: string; warn?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-warn={warn}>
        {value}
        {more ? <span>{more}</span> : null}
      </dd>
    </div>
  );
}

/** How much, which one is the largest, which one waits longest, what is left out. */
function Facts({ does, skips }: Parts) {
  const { t } = useTranslation('bulk');
  const words = useWords();
  const language = useLanguage();
  const now = useNow();
  const largest = largestOf(does);
  const longest = [...does].sort((one, other) => (one.waitingSince ?? '').localeCompare(other.waitingSince ?? ''))[0];
  return (
    <dl className={styles.facts}>
      <Fact label={t('willDo')} value={t('items', { count: does.length })} />
      {largest?.rowTitle ? (
        <Fact label={t('largest')} value={words(largest.rowTitle)} more={sumText([largest.amount], language, 'if-any')} />
      ) : null}
      {longest?.rowTitle && longest.waitingSince ? (
        <Fact label={t('longest')} value={words(longest.rowTitle)} more={waitText(longest.waitingSince, language, now)} />
      ) : null}
      {skips.length > 0 ? (
        <Fact
          warn
          label={t('willSkip')}
          value={t('items', { count: skips.length })}
          more={sumText(
            skips.map(({ amount }) => amount),
            language,
            'if-any',
          )}
        />
      ) : null}
    </dl>
  );
}

interface BarProps extends Parts {
  upTo: string;
  ready: boolean;
  onCancel: () => void;
}

function PressBar({ does, skips, upTo, ready, onCancel }: BarProps) {
  const { t } = useTranslation('bulk');
  const language = useLanguage();
  const online = useOnline();
  const [comment, setComment] = useState('');
  const tooLong = useTooLong()(comment);
  const amount = sumText(
    does.map((trial) => trial.amount),
    language,
  );
  const may = ready && online && does.length > 0 && tooLong === null;
  const called = usePress(does);
  const press = (): void => void startRun(does, skips, { comment, upTo });
  const label = t('comment', { count: does.length });
  return (
    <div className={styles.bar}>
      {does.length > 0 ? (
        <textarea
          className={styles.comment}
          rows={1}
          value={comment}
          placeholder={label}
          aria-label={label}
          aria-invalid={tooLong !== null}
          onChange={(event) => setComment(event.target.value)}
          onKeyDown={onSendKeys(may ? press : undefined)}
        />
      ) : null}
      {tooLong ? (
        <p role="alert" className={styles.problem}>
          {tooLong}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <span className={styles.hint}>{online ? (ready ? t('hint') : t('checking')) : t('offline')}</span>
        <Button type="text" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {does.length > 0 ? (
          <Button type="primary" icon={<Check size={16} aria-hidden />} disabled={!may} onClick={press}>
            {amount === ''
              ? t('press', { count: does.length, press: called })
              : t('pressSum', { count: does.length, amount, press: called })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface CheckProps {
  rows: readonly StuckRow[];
  onCancel: () => void;
  onOpen: (requestId: string) => void;
}

/** What will be decided, what is skipped and why, before anything is pressed. */
export function BulkCheck({ rows, onCancel, onOpen }: CheckProps) {
  const trials = useTrials(rows);
  const { items, checking, error, retry, upTo } = trials;
  const parts = { does: items.filter(({ reason }) => reason === null), skips: items.filter(({ reason }) => reason !== null) };
  return (
    <>
      <div className={styles.scroll} tabIndex={-1}>
        {error && items.length === 0 ? <ErrorState error={error} retry={retry} /> : null}
        {items.length === 0 && checking ? <RowBones rows={5} /> : null}
        {items.length > 0 ? (
          <>
            <h2 className={styles.title} aria-live="polite">
              <Heading {...parts} />
            </h2>
            {parts.does.length > 0 ? (
              <>
                <Facts {...parts} />
                <ApprovesTable trials={parts.does} />
              </>
            ) : null}
            {parts.skips.length > 0 ? <SkipsTable trials={parts.skips} onOpen={onOpen} /> : null}
          </>
        ) : null}
      </div>
      <PressBar {...parts} upTo={upTo} ready={!checking && error === null} onCancel={onCancel} />
    </>
  );
}
