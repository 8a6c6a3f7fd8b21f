import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompanyDay } from '../../../shared/form';
import { momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Chip } from '../../../shared/kit/chip';
import { Confirm } from '../../../shared/kit/controls/confirm';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { BackFillDialog } from './back-fill-dialog';
import { PauseDialog } from './pause-dialog';
import styles from './recurring.module.css';
import { useRecurring, type RecurringProcess, type StartState } from './recurring-query';
import { StartList } from './start-list';

interface ProcessRowProps {
  process: RecurringProcess;
  open: boolean;
  state: StartState | undefined;
}

const DAY_MS = 86_400_000;

/** One process: when it starts, whose it is, what came of the last time; what can be done; and, where it is open, its starts. */
export function ProcessRow({ process, open, state }: ProcessRowProps) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const { to } = ADMINISTRATION.recurring;
  return (
    <li className={styles.process} data-roving>
      <div className={styles.said}>
        <p>
          <b>{words(process.title)}</b> {process.paused ? <Chip tone="amber">{t('paused')}</Chip> : null}{' '}
          {process.inUse ? null : <Chip>{t('notInUse')}</Chip>}{' '}
          {process.failed > 0 ? (
            <Link to={to} search={{ process: process.key, state: 'failed' }} className="finger">
              <Chip tone="cinnabar">{t('failedChip', { count: process.failed })}</Chip>
            </Link>
          ) : null}
        </p>
        <p>{words(process.when)}</p>
        <About process={process} />
        <Link to={to} search={open ? {} : { process: process.key }} className={`finger ${styles.records}`} aria-expanded={open}>
          {t(open ? 'hideRecords' : 'records')}
        </Link>
      </div>
      <Buttons process={process} />
      {open ? <StartList process={process} state={state} /> : null}
    </li>
  );
}

function About({ process }: { process: RecurringProcess }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const language = useLanguage();
  const { starter, draft, nextAt, last, paused, inUse } = process;
  const counts = last && [
    ...(last.started > 0 || last.failed + last.waiting === 0 ? [t('started', { count: last.started })] : []),
    ...(last.failed > 0 ? [t('failedCount', { count: last.failed })] : []),
    ...(last.waiting > 0 ? [t('waitingCount', { count: last.waiting })] : []),
  ];
  const when = nextAt === null ? t('noNext') : t('next', { when: momentText(nextAt, language) });
  const what = counts?.join(language === 'zh' ? '，' : ', ') ?? '';
  return (
    <>
      <p className="hint">{[t('starter', { role: words(starter) }), t(draft ? 'asDraft' : 'atOnce')].join(' · ')}</p>
      <p className="hint">
        {[...(paused || !inUse ? [] : [when]), last ? t('last', { when: momentText(last.at, language), what }) : t('never')].join(' · ')}
      </p>
      {paused ? (
        <p className={styles.paused}>
          {t('pausedBy', { name: words(paused.by.name), when: momentText(paused.at, language), why: paused.why })}
        </p>
      ) : null}
    </>
  );
}

function Buttons({ process }: { process: RecurringProcess }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const today = useCompanyDay()();
  const [filling, setFilling] = useState<string | null>(null);
  const [pausing, setPausing] = useState(false);
  const resume = useRecurring({ path: `${process.key}/resume`, done: t(process.register ? 'resumedRegister' : 'resumedDone') });
  const label = (action: string): string => t('ofProcess', { action, process: words(process.title) });
  const barred = process.inUse ? {} : { disabled: true, title: t('notInUse') };
  const yesterday = new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10);
  return (
    <div className={styles.buttons}>
      <Button {...barred} aria-label={label(t('today'))} onClick={() => setFilling(today)}>
        {t('today')}
      </Button>
      <Button {...barred} aria-label={label(t('backFill'))} onClick={() => setFilling(yesterday)}>
        {t('backFill')}
      </Button>
      {process.paused ? (
        <Confirm
          title={t(process.register ? 'resumeRegister' : 'resumeSure')}
          okText={t('resume')}
          onConfirm={() => resume.mutate()}
          styles={{ root: { maxWidth: 320 } }}
        >
          <Button loading={resume.isPending} aria-label={label(t('resume'))}>
            {t('resume')}
          </Button>
        </Confirm>
      ) : (
        <Button type="text" {...barred} aria-label={label(t('pause'))} onClick={() => setPausing(true)}>
          {t('pause')}
        </Button>
      )}
      {filling === null ? null : <BackFillDialog process={process} first={filling} onClose={() => setFilling(null)} />}
      {pausing ? <PauseDialog process={process} onClose={() => setPausing(false)} /> : null}
    </div>
  );
}
