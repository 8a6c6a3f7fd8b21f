import { Button, Input, Progress } from 'antd';
import { BellRing, Check, CircleX, UserRoundCog } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../../shared/form/person-picker';
import { useWords } from '../../../shared/i18n/use-language';
import { useOnline } from '../../../shared/state/online';
import { useTooLong } from '../../../shared/words/too-long';
import { MOST_PICKED, type Verdict } from './row-commands';
import styles from './pick-bar.module.css';
import type { TrackRow } from '../track-queries';
import type { Picking } from './use-picking';

/** Before the press: only of a hand-over anything is asked. */
const isAsked = (verdict: Verdict): verdict is Extract<Verdict, { state: 'asking' | 'may' | 'not' }> =>
  verdict.state === 'asking' || verdict.state === 'may' || verdict.state === 'not';

/** What is known of one row: may it go, is it going, has it gone; with the reason where not. */
export function VerdictNote({ row, picking }: { row: TrackRow; picking: Picking }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const verdict = picking.isPicked(row) ? picking.verdictOf(row) : null;
  if (verdict === null) return <span className={styles.faint}>—</span>;
  const bad = verdict.state === 'not' || verdict.state === 'failed';
  return (
    <span className={styles.verdict} data-state={verdict.state}>
      <span>
        {bad ? (
          <CircleX size={14} aria-hidden />
        ) : verdict.state === 'may' || verdict.state === 'done' ? (
          <Check size={14} aria-hidden />
        ) : null}
        {t(isAsked(verdict) ? `hand-${verdict.state}` : `${picking.deed}-${verdict.state}`)}
      </span>
      {'why' in verdict ? <small>{typeof verdict.why === 'string' ? verdict.why : words(verdict.why)}</small> : null}
    </span>
  );
}

/** Why nothing can be handed over yet, in words; null when something can. */
function useLack(picking: Picking, comment: string): string | null {
  const { t } = useTranslation('track');
  const online = useOnline();
  const over = useTooLong()(comment);
  if (!online) return t('handOffline');
  if (picking.to === null) return t('handNeedsPerson');
  if (picking.stage === 'asking') return t('handAsking');
  if (picking.may.length === 0) return t('handNone');
  if (comment.trim() === '') return t('handNeedsReason');
  return over;
}

/** How many stand so. */
function counted(picking: Picking, ...of: Verdict['state'][]): number {
  return picking.rows.filter((row) => of.includes(picking.verdictOf(row)?.state ?? 'asking')).length;
}

function Result({ picking }: { picking: Picking }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const { deed } = picking;
  const failed = picking.rows.filter((row) => ['failed', 'unknown', 'not'].includes(picking.verdictOf(row)?.state ?? ''));
  const left = counted(picking, 'waits');
  return (
    <section className={styles.bar} aria-label={t(`${deed}Result`)} role="status">
      <div className={styles.line}>
        <b>{t(`${deed}Done`, { count: counted(picking, 'done') })}</b>
        {failed.length > 0 ? <span className={styles.bad}>{t(`${deed}Failed`, { count: failed.length })}</span> : null}
        {left > 0 ? <span>{t(`${deed}Left`, { count: left })}</span> : null}
        <span className={styles.space} />
        <Button type="primary" onClick={picking.close}>
          {t('handClose')}
        </Button>
      </div>
      <ul className={styles.failed}>
        {failed.map((row) => (
          <li key={row.requestId}>
            {words(row.rowTitle)} {row.number} <VerdictNote row={row} picking={picking} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Going({ picking }: { picking: Picking }) {
  const { t } = useTranslation('track');
  const through = counted(picking, 'done', 'failed', 'unknown');
  const all = through + counted(picking, 'waits', 'going');
  return (
    <section className={styles.bar} aria-label={t(`${picking.deed}Going`)}>
      <div className={styles.line}>
        <b>{t(`${picking.deed}Progress`, { through, all })}</b>
        <Progress percent={all === 0 ? 0 : Math.round((through / all) * 100)} showInfo={false} className={styles.progress ?? ''} />
        <Button onClick={picking.stop}>{t('handStop')}</Button>
      </div>
    </section>
  );
}

function HandTo({ picking: { may, stay, to, setTo } }: { picking: Picking }) {
  const { t } = useTranslation('track');
  const id = useId();
  return (
    <>
      <label htmlFor={id} id={`${id}-label`}>
        {t('handTo')}
      </label>
      <div className={styles.person}>
        <PersonPicker id={id} labelId={`${id}-label`} value={to} onChange={setTo} />
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
    </>
  );
}

function UrgeButton({ picking }: { picking: Picking }) {
  const { t } = useTranslation('track');
  const online = useOnline();
  return (
    <Button icon={<BellRing size={16} />} disabled={!online} title={t('urgeHint')} onClick={picking.urge}>
      {t('urgeGo', { count: picking.rows.length })}
    </Button>
  );
}

/** Hands over with a reason, which goes into each history. */
function HandLine({ picking }: { picking: Picking }) {
  const { t } = useTranslation('track');
  const [comment, setComment] = useState('');
  const id = useId();
  const lack = useLack(picking, comment);
  return (
    <div className={styles.line}>
      <Input
        aria-label={t('handReason')}
        placeholder={t('handReasonHint')}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        className={styles.reason ?? ''}
      />
      <span id={id} className={styles.faint} role="status">
        {lack}
      </span>
      <UrgeButton picking={picking} />
      <Button
        type="primary"
        icon={<UserRoundCog size={16} />}
        disabled={lack !== null}
        onClick={() => picking.handOver(comment.trim())}
        aria-describedby={id}
      >
        {t('handGo', { count: picking.may.length })}
      </Button>
    </div>
  );
}

/** What can be done with the rows that are picked: verdicts before the press, progress and an end to it while it runs, then the result row by row. */
export function PickBar({ picking }: { picking: Picking }) {
  const { t } = useTranslation('track');
  const { rows, stage, from } = picking;
  if (rows.length === 0) return null;
  if (stage === 'over') return <Result picking={picking} />;
  if (stage === 'going') return <Going picking={picking} />;
  return (
    <section className={styles.bar} aria-label={t('picked')}>
      <div className={styles.line}>
        <b>{t('handPicked', { count: rows.length })}</b>
        {rows.length >= MOST_PICKED ? <span className={styles.faint}>{t('handMost', { count: MOST_PICKED })}</span> : null}
        {from === null ? <span className={styles.faint}>{t('urgeHint')}</span> : <HandTo picking={picking} />}
        <span className={styles.space} />
        <Button type="link" onClick={picking.close}>
          {t('handNothing')}
        </Button>
        {from === null ? <UrgeButton picking={picking} /> : null}
      </div>
      {from === null ? null : <HandLine picking={picking} />}
    </section>
  );
}
