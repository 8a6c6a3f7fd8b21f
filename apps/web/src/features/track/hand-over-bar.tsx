import { Button, Input, Progress } from 'antd';
import { Check, CircleX, UserRoundCog } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/form/person-picker';
import { useWords } from '../../shared/i18n/use-language';
import { useOnline } from '../../shared/state/online';
import { useTooLong } from '../../shared/words/too-long';
import { MOST_HANDED } from './hand-over';
import styles from './hand-over.module.css';
import type { TrackRow } from './track-queries';
import type { HandingOver } from './use-hand-over';

/** What is known of one row: may it go, is it going, has it gone; with the reason where not. */
export function VerdictNote({ row, handing }: { row: TrackRow; handing: HandingOver }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const verdict = handing.isPicked(row) ? handing.verdictOf(row) : null;
  if (verdict === null) return <span className={styles.faint}>—</span>;
  const bad = verdict.state === 'not' || verdict.state === 'failed';
  return (
    <span className={styles.verdict} data-state={verdict.state}>
      <span>
        {bad ? (
          <CircleX size={14} aria-hidden />
        ) : verdict.state === 'asking' || verdict.state === 'going' ? null : (
          <Check size={14} aria-hidden />
        )}
        {t(`hand-${verdict.state}`)}
      </span>
      {'why' in verdict ? <small>{typeof verdict.why === 'string' ? verdict.why : words(verdict.why)}</small> : null}
    </span>
  );
}

/** Why nothing can be handed over yet, in words; null when something can. */
function useLack(handing: HandingOver, comment: string): string | null {
  const { t } = useTranslation('track');
  const online = useOnline();
  const over = useTooLong()(comment);
  if (!online) return t('handOffline');
  if (handing.to === null) return t('handNeedsPerson');
  if (handing.stage === 'asking') return t('handAsking');
  if (handing.may.length === 0) return t('handNone');
  if (comment.trim() === '') return t('handNeedsReason');
  return over;
}

function Result({ handing }: { handing: HandingOver }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const states = handing.rows.map((row) => handing.verdictOf(row)?.state);
  const count = (...of: (string | undefined)[]): number => states.filter((state) => of.includes(state)).length;
  const failed = handing.rows.filter((row) => ['failed', 'unknown', 'not'].includes(handing.verdictOf(row)?.state ?? ''));
  return (
    <section className={styles.bar} aria-label={t('handResult')} role="status">
      <div className={styles.line}>
        <b>{t('handDone', { count: count('done') })}</b>
        {failed.length > 0 ? <span className={styles.bad}>{t('handFailed', { count: failed.length })}</span> : null}
        {count('may') > 0 ? <span>{t('handLeft', { count: count('may') })}</span> : null}
        <span className={styles.space} />
        <Button type="primary" onClick={handing.close}>
          {t('handClose')}
        </Button>
      </div>
      <ul className={styles.failed}>
        {failed.map((row) => (
          <li key={row.requestId}>
            {words(row.rowTitle)} <VerdictNote row={row} handing={handing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Going({ handing, all }: { handing: HandingOver; all: number }) {
  const { t } = useTranslation('track');
  const through = handing.rows.filter((row) => ['done', 'failed', 'unknown'].includes(handing.verdictOf(row)?.state ?? '')).length;
  return (
    <section className={styles.bar} aria-label={t('handGoing')}>
      <div className={styles.line}>
        <b>{t('handProgress', { through, all })}</b>
        <Progress percent={all === 0 ? 0 : Math.round((through / all) * 100)} showInfo={false} className={styles.progress ?? ''} />
        <Button onClick={handing.stop}>{t('handStop')}</Button>
      </div>
    </section>
  );
}

/** Hands what is picked to somebody else: verdicts before the press, progress and an end to it while it runs, then the result row by row. */
export function HandOverBar({ handing }: { handing: HandingOver }) {
  const { t } = useTranslation('track');
  const [comment, setComment] = useState('');
  const [all, setAll] = useState(0);
  const id = useId();
  const lack = useLack(handing, comment);
  const { rows, may, stay, stage, to } = handing;
  if (rows.length === 0) return null;
  if (stage === 'over') return <Result handing={handing} />;
  if (stage === 'going') return <Going handing={handing} all={all} />;
  const go = (): void => {
    setAll(may.length);
    handing.go(comment.trim());
  };
  return (
    <section className={styles.bar} aria-label={t('handOver')}>
      <div className={styles.line}>
        <b>{t('handPicked', { count: rows.length })}</b>
        {rows.length >= MOST_HANDED ? <span className={styles.faint}>{t('handMost', { count: MOST_HANDED })}</span> : null}
        <label htmlFor={`${id}-to`} id={`${id}-label`}>
          {t('handTo')}
        </label>
        <div className={styles.person}>
          <PersonPicker id={`${id}-to`} labelId={`${id}-label`} value={to} onChange={handing.setTo} />
        </div>
        {may.length > 0 ? (
          <span className={styles.good}>
            <Check size={14} aria-hidden /> {t('handMay', { count: may.length })}
          </span>
        ) : null}
        {stay.length > 0 ? (
          <span className={styles.warn}>
            <CircleX size={14} aria-hidden /> {t('handStay', { count: stay.length })}
          </span>
        ) : null}
        <span className={styles.space} />
        <Button type="link" onClick={handing.close}>
          {t('handNothing')}
        </Button>
      </div>
      <div className={styles.line}>
        <Input
          aria-label={t('handReason')}
          placeholder={t('handReasonHint')}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          className={styles.reason ?? ''}
        />
        <span id={`${id}-lack`} className={styles.faint} role="status">
          {lack}
        </span>
        <Button type="primary" icon={<UserRoundCog size={16} />} disabled={lack !== null} onClick={go} aria-describedby={`${id}-lack`}>
          {t('handGo', { count: may.length })}
        </Button>
      </div>
    </section>
  );
}
