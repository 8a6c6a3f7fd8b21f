import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shared/export/export-button';
import { UnitChoice } from '../../shared/filter/unit-choice';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { PhoneTop } from '../../shared/kit/phone-top';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import styles from './analytics-page.module.css';
import { useAnalytics, useSpan, type Analytics } from './analytics-query';
import { spans, USUAL_SPAN, type AnalyticsSearch } from './analytics-search';
import { ReturnsPart, UnitsPart } from './bars-part';
import { ENOUGH, stepsFinding } from './findings';
import { hoursOf } from '../../shared/format/hours-text';
import type { PartProps } from './part-card';
import { StepsPart } from './steps-part';
import { TrendPart } from './trend-part';
import { useFindingText } from './use-finding-text';

function Filters({ data, search, onChange }: PartProps & { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const { processes, process, versions } = data;
  // While other figures are on their way, what was chosen stands there already.
  const chosen = search.definition ?? process?.key;
  const exported = useSpan({ ...search, definition: chosen });
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('process')}
        value={chosen}
        placeholder={t('process')}
        options={processes.map(({ key, title, cases }) => ({
          value: key,
          label: t('processCases', { title: words(title), count: cases }),
        }))}
        onChange={(definition: string) => onChange({ definition, version: undefined })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t('span')}
        value={search.weeks ?? USUAL_SPAN}
        options={spans.map((weeks) => ({ value: weeks, label: t('spanWeeks', { count: Number(weeks) }) }))}
        onChange={(weeks: (typeof spans)[number]) => onChange({ weeks: weeks === USUAL_SPAN ? undefined : weeks })}
        popupMatchSelectWidth={false}
      />
      <UnitChoice value={search.unit} onValue={(unit) => onChange({ unit })} />
      <Select
        aria-label={t('version')}
        value={search.version ?? ''}
        options={[
          { value: '', label: t('anyVersion') },
          ...versions.map(({ version, cases }) => ({ value: String(version), label: t('versionCases', { version, count: cases }) })),
        ]}
        onChange={(version: string) => onChange({ definition: chosen, version: version === '' ? undefined : version })}
        popupMatchSelectWidth={false}
      />
      <span className={styles.space} />
      <span className={styles.hint}>{t('countedHow', { hours: Number((data.dayMinutes / 60).toFixed(1)) })}</span>
      {chosen === undefined ? null : <ExportButton list="event-log" filters={{ ...exported, by: 'finished' }} />}
    </div>
  );
}

function Findings({ data, ...part }: PartProps & { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const language = useLanguage();
  const say = useFindingText();
  const phone = useViewport() === 'phone';
  const { process, total, from, to } = data;
  // A phone has the page's name above it.
  const Finding = phone ? 'h2' : 'h1';
  if (process === null || total.cases === 0)
    return (
      <>
        {phone ? null : <h1 className="visually-hidden">{t('title')}</h1>}
        <Filters data={data} {...part} />
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      </>
    );
  const told = {
    ...{
      process: words(process.title),
      from: calendarDayText(from, language),
      to: calendarDayText(to, language),
      count: total.cases,
      hours: hoursOf(total.minutes),
    },
    ...{ median: hoursOf(total.medianMinutes ?? 0), p90: hoursOf(total.p90Minutes ?? 0), few: ENOUGH },
  };
  return (
    <>
      <header className={styles.head}>
        <Finding>{say(stepsFinding(data))}</Finding>
        <p className={styles.lead}>
          {t(total.cases < ENOUGH ? 'leadFew' : 'lead', told)}
          {total.blocked > 0 ? ` ${t('leadStuck', { count: total.blocked })}` : ''}
        </p>
      </header>
      <Filters data={data} {...part} />
      <div className={styles.parts}>
        <StepsPart data={data} {...part} />
        <ReturnsPart data={data} {...part} />
        <TrendPart data={data} {...part} />
        <UnitsPart data={data} {...part} />
      </div>
    </>
  );
}

/** Where the time of finished requests went: each title says what its figures come to, in working hours, and names nobody. */
export function AnalyticsPage() {
  const { t } = useTranslation('analytics');
  const { t: track } = useTranslation('track');
  const search = useSearch({ from: '/framed/analytics' });
  const navigate = useNavigate({ from: '/analytics' });
  const phone = useViewport() === 'phone';
  const { data, error, refetch, isPlaceholderData } = useAnalytics(search);
  useSayWhere([{ text: track('title'), to: '/track' }, { text: t('title') }]);
  const onChange = (change: Partial<AnalyticsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={t('title')} /> : null}
      <div className={styles.content} aria-busy={isPlaceholderData}>
        {data ? (
          <Findings data={data} search={search} onChange={onChange} />
        ) : error ? (
          <ErrorState error={error} retry={() => void refetch()} page />
        ) : (
          <RowBones rows={8} />
        )}
      </div>
    </div>
  );
}
