import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { keys } from '../api/keys';
import { Dropdown } from '../kit/controls/dropdown';
import type { OpensFromButton } from '../kit/controls/late-control';
import { useProblemText } from '../kit/waiting/states';
import { showToast } from '../state/toasts';
import type { Exportable } from './export-button';
import { cancelExport, exportList, saveExport, whenWritten, type ExportJob, type ExportOrder } from './export-list';

const FORMATS = ['xlsx', 'csv'] as const satisfies readonly ExportOrder['format'][];
/** What programs that mine processes read. */
const OF_EVENTS = ['xes', ...FORMATS] as const;
const TOAST = 'export';
const LOOK_AGAIN_MS = 2_000;

/** Long exports of the last day, followed while one is being written and the menu is open. */
const useExports = (open: boolean): ExportJob[] =>
  useQuery({
    queryKey: keys.exports,
    queryFn: ({ signal }) => call<{ items: ExportJob[] }>('GET', '/exports', { signal }),
    enabled: open,
    refetchInterval: ({ state }) => (state.data?.items.some((job) => job.state === 'running') ? LOOK_AGAIN_MS : false),
  }).data?.items ?? [];

function useExporting({ list, filters = {} }: Exportable) {
  const { t } = useTranslation('kit');
  const client = useQueryClient();
  const problemText = useProblemText();
  const read = (): Promise<void> => client.invalidateQueries({ queryKey: keys.exports });
  const failed = (error: unknown): void =>
    showToast({ id: TOAST, tone: 'problem', text: t('exportFailed', { reason: problemText(error) }) });
  const told = (job: ExportJob | null): void => {
    void read();
    if (job?.state === 'failed') showToast({ id: TOAST, tone: 'problem', text: t('exportBroke', { name: job.name }) });
    if (job?.state !== 'done') return;
    const action = { label: t('exportSave'), run: () => saveExport(job) };
    showToast({
      id: TOAST,
      tone: 'done',
      text: t(job.cut ? 'exportCut' : 'exportDone', { name: job.name, count: job.rows, rows: job.rows.toLocaleString('en') }),
      action,
    });
  };
  const begin = async (format: ExportOrder['format']): Promise<void> => {
    const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
    showToast({ id: TOAST, tone: 'done', text: t('exportBegun') });
    try {
      const exported = await exportList({ list, format, filters: Object.fromEntries(given) });
      if (exported.kind === 'saved') return showToast({ id: TOAST, tone: 'done', text: t('exportSaved', { name: exported.name }) });
      showToast({ id: TOAST, tone: 'done', text: t('exportLong') });
      await read();
      told(await whenWritten(exported.job));
    } catch (error) {
      failed(error);
    }
  };
  const cancel = (job: ExportJob): void =>
    void cancelExport(job)
      .then(() => showToast({ id: TOAST, tone: 'done', text: t('exportCancelled') }), failed)
      .then(read);
  return { begin, cancel };
}

/** Excel or CSV, a log of events also as XES; below, what is being written (a press cancels it) and what is ready (a press saves it). */
export function ExportMenu({ list, filters, ...opens }: Exportable & OpensFromButton) {
  const { t } = useTranslation('kit');
  const jobs = useExports(opens.open);
  const { begin, cancel } = useExporting({ list, filters: filters ?? {} });
  const shown = jobs.filter(({ state }) => state !== 'failed');
  const label = ({ state, name, rows }: ExportJob): string =>
    t(state === 'running' ? 'exportRunning' : 'exportReady', { name, count: rows, rows: rows.toLocaleString('en') });
  const items: MenuProps['items'] = [
    ...(list === 'event-log' ? OF_EVENTS : FORMATS).map((format) => ({ key: format, label: t(`export-${format}`) })),
    ...(shown.length > 0 ? [{ type: 'divider' as const }] : []),
    ...shown.map((job) => ({ key: job.id, label: label(job) })),
  ];
  const onClick = ({ key }: { key: string }): void => {
    const job = jobs.find(({ id }) => id === key);
    if (!job) return void begin(key as ExportOrder['format']);
    return job.state === 'running' ? cancel(job) : saveExport(job);
  };
  return <Dropdown menu={{ items, onClick }} placement="bottomRight" {...opens} />;
}
