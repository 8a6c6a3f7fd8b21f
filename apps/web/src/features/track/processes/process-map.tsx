import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { ChevronLeft, Table2, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hoursOf } from '../../../shared/format/hours-text';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { flatSteps } from './flat-steps';
import { minutesText } from '../minutes-text';
import styles from './process-map.module.css';
import list from '../list/track-list.module.css';
import { useProcessMap, type MapStep, type ProcessMap } from '../track-queries';
import type { TrackSearch } from '../track-search';
import { VersionChangesToggle } from '../../../shared/versions/version-changes-toggle';
import { UnitChoice } from '../../../shared/filter/unit-choice';

interface MapProps {
  processKey: string;
  search: TrackSearch;
  onChange: (change: Partial<TrackSearch>) => void;
}

/** What every part of the drawing needs: whose map it is, and what counts as long. */
interface Drawing {
  of: TrackSearch & { definition: string };
  longest: number;
}

/** Depth of a bar by how long the step takes, in five tones. Pure. */
export function heatOf(minutes: number | null, longest: number): number {
  if (minutes === null || longest <= 0) return 0;
  return Math.min(4, 1 + Math.floor((minutes / longest) * 3.999));
}

function StepBox({ step, drawing }: { step: MapStep; drawing: Drawing }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const { here, overdue, stuck, medianMinutes, returned } = step;
  const median = medianMinutes === null ? t('mapNoMedian') : t('mapMedian', { hours: hoursOf(medianMinutes) });
  const { definition, version, unit } = drawing.of;
  return (
    <Link
      to="/track"
      search={{ definition, version, unit, step: step.id }}
      className={styles.step}
      data-step={step.id}
      data-here={here}
      data-heat={heatOf(medianMinutes, drawing.longest)}
      data-late={overdue > 0 || stuck > 0}
      aria-label={t('mapStep', { title: words(step.title), count: here, overdue, stuck })}
    >
      <span className={styles.line}>
        <span className={styles.name}>{words(step.title)}</span>
        {here > 0 ? <b>{here}</b> : null}
      </span>
      <span className={styles.median}>
        {step.human ? median : ''}
        {returned > 0 ? <> · {t('mapReturns', { count: returned })}</> : null}
        {overdue > 0 ? <em> · {t('mapOverdue', { count: overdue })}</em> : null}
        {stuck > 0 ? <em> · {t('mapStuck', { count: stuck })}</em> : null}
      </span>
    </Link>
  );
}

function Steps({ steps, drawing }: { steps: MapStep[]; drawing: Drawing }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>{step.fork === null ? <StepBox step={step} drawing={drawing} /> : <Fork step={step} drawing={drawing} />}</li>
      ))}
    </ol>
  );
}

/** A fork with its ways side by side; what waits at the fork itself (for lanes to meet) is told at its name. */
function Fork({ step, drawing }: { step: MapStep; drawing: Drawing }) {
  const { t } = useTranslation('track');
  const words = useWords();
  return (
    <section className={styles.fork} data-fork={step.fork}>
      <span className={styles.forkName}>{words(step.title)}</span>
      <ul className={styles.arms}>
        {step.arms.map((arm, at) => (
          <li key={at} className={styles.arm}>
            <span className={styles.armName}>{arm.title ? words(arm.title) : t('mapOtherwise')}</span>
            <Steps steps={arm.steps} drawing={drawing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepTable({ map, drawing }: { map: ProcessMap; drawing: Drawing }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const language = useLanguage();
  const { definition, version, unit } = drawing.of;
  const span = (minutes: number | null): string => (minutes === null ? '—' : minutesText(minutes, language));
  return (
    <div className={`card ${list.frame}`}>
      <table className={`${list.table} ${styles.counts}`}>
        <thead>
          <tr>
            <th scope="col">{t('colStep')}</th>
            <th scope="col">{t('colHere')}</th>
            <th scope="col">{t('countOverdue')}</th>
            <th scope="col">{t('countStuck')}</th>
            <th scope="col">{t('colLongest')}</th>
            <th scope="col">{t('colMedianHours')}</th>
            <th scope="col">{t('colReturned')}</th>
          </tr>
        </thead>
        <tbody>
          {flatSteps(map.steps)
            .filter(({ fork }) => fork === null)
            .map((step) => (
              <tr key={step.id}>
                <td>
                  <Link to="/track" search={{ definition, version, unit, step: step.id }} className={list.title}>
                    {words(step.title)}
                  </Link>
                </td>
                <td>{step.here}</td>
                <td data-stuck={step.overdue > 0}>{step.overdue}</td>
                <td data-stuck={step.stuck > 0}>{step.stuck}</td>
                <td>{span(step.longestMinutes)}</td>
                <td>{step.medianMinutes === null ? '—' : hoursOf(step.medianMinutes)}</td>
                <td>{step.returned}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function MapHead({
  map,
  search,
  onChange,
  table,
  onTable,
}: Omit<MapProps, 'processKey'> & { map: ProcessMap; table: boolean; onTable: () => void }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const chosen = map.versions.filter(({ version }) => search.version === undefined || String(version) === search.version);
  const count = chosen.reduce((sum, { underWay }) => sum + underWay, 0);
  return (
    <header className={styles.head}>
      <Link to="/track" search={{ show: 'processes', unit: search.unit }} className={styles.back} aria-label={t('toProcesses')}>
        <ChevronLeft size={18} aria-hidden />
      </Link>
      <h2>{t('map', { title: words(map.title), count })}</h2>
      <span className={styles.hint}>{t('mapHint')}</span>
      <span className={styles.space} />
      <UnitChoice value={search.unit} onValue={(unit) => onChange({ unit })} />
      <Select
        aria-label={t('filterVersion')}
        value={search.version ?? ''}
        options={[
          { value: '', label: t('allVersions') },
          ...map.versions.map(({ version }) => ({ value: String(version), label: t('version', { version }) })),
        ]}
        onChange={(version: string) => onChange({ version: version === '' ? undefined : version })}
        popupMatchSelectWidth={false}
      />
      <PlainButton quiet onClick={onTable}>
        {table ? <Workflow size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
        {t(table ? 'mapPicture' : 'mapTable')}
      </PlainButton>
    </header>
  );
}

/** A process as it is drawn, with how many requests stand at each step and how long the step takes; a step leads to its requests. */
export function ProcessMapPage({ processKey, search, onChange }: MapProps) {
  const { t } = useTranslation('track');
  const words = useWords();
  const [table, setTable] = useState(false);
  const { data: map, error, refetch } = useProcessMap(processKey, search);
  if (!map) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={6} />;
  const longest = Math.max(0, ...flatSteps(map.steps).map(({ medianMinutes }) => medianMinutes ?? 0));
  const drawing: Drawing = { of: { ...search, definition: processKey }, longest };
  return (
    <>
      <MapHead map={map} search={search} onChange={onChange} table={table} onTable={() => setTable(!table)} />
      {table ? (
        <StepTable map={map} drawing={drawing} />
      ) : (
        <div className={`card ${styles.map}`} role="group" aria-label={t('mapLabel', { title: words(map.title) })}>
          <Steps steps={map.steps} drawing={drawing} />
        </div>
      )}
      {map.versions.length > 1 ? (
        <div className={styles.versionChanges}>
          <span className={styles.hint}>{t('version', { version: map.version })}</span>
          <VersionChangesToggle key={map.version} processKey={processKey} version={map.version} />
        </div>
      ) : null}
      <p className={styles.hint}>
        {map.returned > 0 ? (
          <Link to="/track" search={{ definition: processKey, kind: 'returned' }}>
            {t('mapReturned', { count: map.returned })}
          </Link>
        ) : null}{' '}
        {map.elsewhere > 0 ? t('mapElsewhere', { count: map.elsewhere }) : null}
      </p>
    </>
  );
}
