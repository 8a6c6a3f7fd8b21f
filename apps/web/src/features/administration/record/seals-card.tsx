import { Archive, LoaderCircle, Mail, RefreshCw, Send, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { Moment } from '../../../shared/kit/moment';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState, useProblemText } from '../../../shared/kit/waiting/states';
import styles from './record.module.css';
import { useCheck, useRecordState, type RecordCheck, type RecordState } from './record-query';

const PLACES = { file: Archive, mail: Mail, call: Send } as const;

/** What stands first: whether the record holds, as far as anybody has looked. */
function useVerdict(check: RecordCheck | null): { tone: 'none' | 'running' | 'good' | 'bad'; title: string; hint: string | null } {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const words = useWords();
  if (check === null) return { tone: 'none', title: t('neverChecked'), hint: t('neverCheckedHint') };
  if (check.state === 'running')
    return { tone: 'running', title: t('checking', { checked: check.checked, total: check.total }), hint: null };
  const hint = t('checkedBy', { name: words(check.by.name), at: momentText(check.createdAt, language), seals: check.seals });
  if (check.state === 'failed') return { tone: 'bad', title: t('notFinished'), hint };
  if (check.found > 0) return { tone: 'bad', title: t('broken', { count: check.found }), hint };
  return { tone: 'good', title: t('holds', { count: check.checked }), hint };
}

const ICONS = { none: ShieldQuestion, running: LoaderCircle, good: ShieldCheck, bad: ShieldAlert } as const;

function Faults({ check: { findings, found } }: { check: RecordCheck }) {
  const { t } = useTranslation('record');
  if (found === 0) return null;
  return (
    <ul className={styles.faults}>
      {findings.map(({ fault, request, n }) => (
        <li key={`${fault} ${request ?? ''} ${n}`}>
          <b>{request ?? t('seal', { n })}</b> {t(`fault-${fault}`, { n })}
        </li>
      ))}
      {found > findings.length ? <li>{t('moreFaults', { count: found - findings.length })}</li> : null}
    </ul>
  );
}

function Months({ months }: Pick<RecordState, 'months'>) {
  const { t } = useTranslation('record');
  return (
    <ol className={styles.months} aria-label={t('months')}>
      {months.map(({ month, entries, seals, seal }) => (
        <li key={month} title={t('monthSeals', { count: seals })}>
          <b>{month}</b>
          <span>{t('entries', { count: entries })}</span>
          <small title={seal}>…{seal.slice(-4)}</small>
        </li>
      ))}
    </ol>
  );
}

function Anchors({ anchors }: Pick<RecordState, 'anchors'>) {
  const { t } = useTranslation('record');
  if (anchors.length === 0) return <p className="hint">{t('noAnchors')}</p>;
  return (
    <p className={styles.anchors}>
      {anchors.map(({ place, seq, at }) => {
        const Icon = PLACES[place];
        return (
          <span key={place}>
            <Icon size={14} aria-hidden /> {t(`anchor-${place}`, { seq })} <Moment at={at} />
          </span>
        );
      })}
    </p>
  );
}

/** Whether the record holds: its seals month by month, where they are kept outside, and a check that one may begin or cancel. */
export function SealsCard() {
  const { t } = useTranslation('record');
  const state = useRecordState();
  const check = useCheck();
  const problemText = useProblemText();
  const verdict = useVerdict(state.data?.lastCheck ?? null);
  if (state.error) return <ErrorState error={state.error} retry={() => void state.refetch()} />;
  if (!state.data) return <LineBones />;
  const { months, anchors, lastCheck } = state.data;
  const running = lastCheck?.state === 'running' ? lastCheck : null;
  const Icon = ICONS[verdict.tone];
  return (
    <section className={`card ${styles.seals}`} aria-label={t('sealsTitle')}>
      <header className={styles.verdict} data-tone={verdict.tone}>
        <span className={styles.mark}>
          <Icon size={20} aria-hidden />
        </span>
        <div role="status">
          <h2>{verdict.title}</h2>
          {running ? <progress value={running.checked} max={running.total || 1} aria-label={t('progress')} /> : null}
          {verdict.hint ? <p className="hint">{verdict.hint}</p> : null}
          {check.error ? <p className={styles.problem}>{problemText(check.error)}</p> : null}
        </div>
        <PlainButton onClick={() => check.mutate(running)} busy={check.isPending}>
          {running ? null : <RefreshCw size={16} aria-hidden />} {t(running ? 'cancelCheck' : 'checkNow')}
        </PlainButton>
      </header>
      {lastCheck ? <Faults check={lastCheck} /> : null}
      {months.length > 0 ? <Months months={months} /> : <p className="hint">{t('noSeals')}</p>}
      <Anchors anchors={anchors} />
    </section>
  );
}
