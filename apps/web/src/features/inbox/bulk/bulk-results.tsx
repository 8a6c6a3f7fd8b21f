import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Check, CircleDashed, RotateCcw, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { refresherOf } from '../../../shared/api/refresh';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './bulk.module.css';
import { closeRun, stopRun, undoRun, type BulkRun, type RunItem } from './bulk-run';
import { ofOneCurrency, RowButton, SkipsTable, TrialRow } from './bulk-tables';

type Tone = 'good' | 'bad' | 'plain';
const LOOKS: Record<RunItem['end'], { icon: LucideIcon; tone: Tone }> = {
  done: { icon: Check, tone: 'good' },
  undone: { icon: RotateCcw, tone: 'plain' },
  open: { icon: CircleDashed, tone: 'plain' },
  waiting: { icon: CircleDashed, tone: 'plain' },
  'not-begun': { icon: CircleDashed, tone: 'plain' },
  refused: { icon: TriangleAlert, tone: 'bad' },
  unknown: { icon: TriangleAlert, tone: 'bad' },
};

/** How one of them ended, and why it did not where it did not. */
function End({ item: { end, why } }: { item: RunItem }) {
  const { t } = useTranslation('bulk');
  const words = useWords();
  const { icon: Icon, tone } = LOOKS[end];
  const said = why === null ? null : typeof why === 'string' ? why : words(why);
  return (
    <span className={styles.end} data-tone={said && end === 'done' ? 'bad' : tone}>
      <Icon size={14} aria-hidden />
      <span>
        {t(`end-${end}`)}
        {said ? <small>{said}</small> : null}
      </span>
    </span>
  );
}

function ResultRow({ item, plain, mayUndo, onOpen }: { item: RunItem; plain: boolean; mayUndo: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation('bulk');
  const { trial, end } = item;
  return (
    <TrialRow trial={trial} plain={plain}>
      <td>
        <End item={item} />
      </td>
      <td>
        {end === 'done' && mayUndo ? (
          <RowButton onPress={() => void undoRun([item])}>{t('undo')}</RowButton>
        ) : end === 'refused' && trial.requestId ? (
          <RowButton onPress={() => onOpen(trial.requestId ?? '')}>{t('open')}</RowButton>
        ) : null}
      </td>
    </TrialRow>
  );
}

function useSummary({ items, stage }: BulkRun): string {
  const { t } = useTranslation('bulk');
  const of = (...ends: RunItem['end'][]): number => items.filter(({ end }) => ends.includes(end)).length;
  const [done, undone, settled] = [of('done', 'open'), of('undone'), items.length - of('waiting')];
  if (stage === 'running' || stage === 'stopping') return t('running', { done: settled, count: items.length });
  const not = items.length - done - undone;
  const first = done > 0 ? t('finished', { count: done }) : undone > 0 ? t('undone', { count: undone }) : t('finishedNone');
  return `${first}${done > 0 && undone > 0 ? ` · ${t('undone', { count: undone })}` : ''}${not > 0 ? t('notDone', { count: not }) : ''}`;
}

/** How far a press on many has come, how each of them ended, and the way back. */
export function BulkResults({ run, onClose, onOpen }: { run: BulkRun; onClose: () => void; onOpen: (id: string) => void }) {
  const { t } = useTranslation('bulk');
  const client = useQueryClient();
  const { items, stage } = run;
  const summary = useSummary(run);
  const under = stage === 'running' || stage === 'stopping';
  const settled = items.filter(({ end }) => end !== 'waiting').length;
  const done = items.filter(({ end }) => end === 'done');
  const plain = ofOneCurrency(items.map(({ trial }) => trial));
  useEffect(() => {
    if (stage === 'finished') refresherOf(client).soon({ tasks: true });
  }, [client, stage, done.length]);
  const close = (): void => {
    closeRun();
    onClose();
  };
  return (
    <>
      <div className={styles.scroll} tabIndex={-1}>
        <h2 className={styles.title} role="status">
          {summary}
        </h2>
        {under ? <progress className={styles.progress} value={settled} max={items.length} aria-label={t('progress')} /> : null}
        <table className={styles.table} aria-label={t('results')}>
          <thead>
            <tr>
              <th>{t('title')}</th>
              <th>{t('result')}</th>
              <th aria-hidden />
              <th className={styles.figure}>{t('amount')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ResultRow key={item.trial.task} item={item} plain={plain} mayUndo={stage === 'finished'} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
        {run.skips.length > 0 ? <SkipsTable trials={run.skips} onOpen={onOpen} /> : null}
      </div>
      <div className={styles.bar}>
        <div className={styles.buttons}>
          <span className={styles.hint} />
          {under ? (
            <Button onClick={stopRun} disabled={stage === 'stopping'}>
              {t(stage === 'stopping' ? 'stopping' : 'stop')}
            </Button>
          ) : (
            <>
              {done.length > 0 ? (
                <Button loading={stage === 'undoing'} icon={<RotateCcw size={16} aria-hidden />} onClick={() => void undoRun(items)}>
                  {t(stage === 'undoing' ? 'undoing' : 'undoAll')}
                </Button>
              ) : null}
              <Button type="primary" onClick={close}>
                {t('close')}
              </Button>
            </>
          )}
        </div>
      </div>
    </>
  );
}
