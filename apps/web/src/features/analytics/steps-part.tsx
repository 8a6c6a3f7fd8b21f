import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import styles from './analytics-page.module.css';
import type { Analytics, TimedStep } from './analytics-query';
import { longestStep } from './findings';
import { hoursOf } from '../../shared/format/hours-text';
import { PartCard, PlainTable, type PartProps } from './part-card';
import { placeOn, scaleTo, shareOf, type Tick } from './scale';

/** So many tones tell steps apart; the next ones begin again. */
const TONES = 6;
/** A narrower piece holds no figure. */
const TOLD_SHARE = 6;

type Row = TimedStep & { key: string; share: number; tone: number; most: boolean };

function rowsOf(steps: readonly TimedStep[]): Row[] {
  const most = longestStep(steps);
  const sum = steps.reduce((all, { minutes }) => all + minutes, 0);
  return steps.map((step, at) => ({
    ...step,
    key: `${step.kind} ${step.id}`,
    share: shareOf(step.minutes, sum),
    tone: at % TONES,
    most: step === most,
  }));
}

const isLate = ({ p90Minutes, limitMinutes }: Row): boolean => p90Minutes !== null && limitMinutes !== null && p90Minutes > limitMinutes;
const figure = (minutes: number | null): string => (minutes === null ? '—' : hoursOf(minutes));

/** All the time there was, a piece for each step. */
function ShareBar({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const told = rows.map(({ title, share }) => t('shareTold', { step: words(title), share }));
  return (
    <div className={styles.shares} role="img" aria-label={told.join(t('joiner'))}>
      {rows.map(({ key, title, share, minutes, tone, most }) =>
        minutes === 0 ? null : (
          <span
            key={key}
            data-tone={tone}
            data-most={most}
            style={{ flexGrow: minutes }}
            title={t('shareTold', { step: words(title), share })}
          >
            {share < TOLD_SHARE ? null : most && share >= 25 ? t('shareTold', { step: words(title), share }) : `${share} %`}
          </span>
        ),
      )}
    </div>
  );
}

function useTickText(): (tick: Tick) => string {
  const { t } = useTranslation('analytics');
  return ({ unit, count }) => (count === 0 ? '0' : t(unit === 'day' ? 'tickDays' : 'tickHours', { count }));
}

function Span({ row, end, ticks }: { row: Row; end: number; ticks: readonly Tick[] }) {
  const { medianMinutes, p90Minutes, limitMinutes } = row;
  const at = (minutes: number): string => `${placeOn(minutes, end)}%`;
  return (
    <span className={styles.span} data-late={isLate(row)} data-most={row.most} aria-hidden>
      {ticks.map(({ minutes }) => (
        <i key={minutes} className={styles.grid} style={{ left: at(minutes) }} />
      ))}
      {medianMinutes === null || p90Minutes === null ? null : (
        <>
          <i
            className={styles.line}
            style={{ left: at(medianMinutes), width: `${placeOn(p90Minutes, end) - placeOn(medianMinutes, end)}%` }}
          />
          <i className={styles.median} style={{ left: at(medianMinutes) }} />
          <i className={styles.p90} style={{ left: at(p90Minutes) }} />
        </>
      )}
      {limitMinutes === null ? null : <i className={styles.limit} style={{ left: at(limitMinutes) }} />}
    </span>
  );
}

function Spans({ rows, dayMinutes }: { rows: readonly Row[]; dayMinutes: number }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const tickText = useTickText();
  const { end, ticks } = scaleTo(
    Math.max(...rows.flatMap(({ p90Minutes, limitMinutes }) => [p90Minutes ?? 0, limitMinutes ?? 0]), 1),
    dayMinutes,
  );
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.spans} aria-label={t('steps')}>
          <thead>
            <tr>
              <th scope="col">{t('colStep')}</th>
              <th scope="col">{t('colVisits')}</th>
              <th scope="col" className={styles.scale}>
                <span className="visually-hidden">{t('colSpan')}</span>
                <span className={styles.marks} aria-hidden>
                  {ticks.map((tick) => (
                    <span key={tick.minutes} style={{ left: `${placeOn(tick.minutes, end)}%` }}>
                      {tickText(tick)}
                    </span>
                  ))}
                </span>
              </th>
              <th scope="col">{t('colMedian')}</th>
              <th scope="col">P90</th>
              <th scope="col">{t('colSum')}</th>
              <th scope="col">{t('colShare')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-step={row.key} data-most={row.most}>
                <th scope="row">
                  <i className={styles.swatch} data-tone={row.tone} data-most={row.most} aria-hidden />
                  {words(row.title)}
                </th>
                <td data-name={t('colVisits')}>{row.visits}</td>
                <td className={styles.scale}>
                  <Span row={row} end={end} ticks={ticks} />
                </td>
                <td data-name={t('colMedian')}>
                  <b>{figure(row.medianMinutes)}</b>
                </td>
                <td data-name="P90" data-late={isLate(row)}>
                  {figure(row.p90Minutes)}
                </td>
                <td data-name={t('colSum')}>{hoursOf(row.minutes)}</td>
                <td data-most={row.most}>{row.share} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.legend}>
        <span>
          <i className={styles.median} /> {t('colMedian')}
        </span>
        <span>
          <i className={styles.p90} /> P90
        </span>
        <span>
          <i className={styles.limit} /> {t('legendLimit')}
        </span>
        <span data-late>
          <i className={styles.p90} /> {t('legendLate')}
        </span>
        <span className={styles.space} />
        <span>{t('inHours')}</span>
      </p>
    </>
  );
}

/** Where the time went, step by step: how long each took as a rule, at most, and how long it might have. */
export function StepsPart({ data, ...part }: PartProps & { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const rows = rowsOf(data.steps);
  const table = (
    <PlainTable
      label={t('steps')}
      columns={[
        { title: t('colStep') },
        ...[t('colVisits'), t('colMedian'), 'P90', t('colLimit'), t('colLate'), t('colSum'), t('colShare')].map((title) => ({
          title,
          figure: true,
        })),
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          words(row.title),
          row.visits,
          figure(row.medianMinutes),
          figure(row.p90Minutes),
          figure(row.limitMinutes),
          row.due === 0 ? '—' : t('lateOf', { late: row.late, due: row.due }),
          hoursOf(row.minutes),
          `${row.share} %`,
        ],
      }))}
    />
  );
  const picture = (
    <>
      {rows.some(({ minutes }) => minutes > 0) ? <ShareBar rows={rows} /> : null}
      <Spans rows={rows} dayMinutes={data.dayMinutes} />
    </>
  );
  return <PartCard {...part} part="steps" title={t('steps')} hint={t('stepsHint')} picture={picture} table={table} />;
}
