import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './trend-part.module.css';
import type { Analytics } from './analytics-query';
import { trendFinding } from './findings';
import { hoursOf } from '../../shared/format/hours-text';
import { PartCard, PlainTable, type PartProps } from './part-card';
import { placeOn, scaleTo } from './scale';
import { useFindingText } from './use-finding-text';

const WEEK_MS = 7 * 86_400_000;
const MOST_LABELS = 12;
/** Further right there is no room for words at the right of a line. */
const FAR = 60;

const at = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** Every week from the first to the last with a request, as it lies on the picture. */
function placed({ weeks, requests, versions }: Analytics) {
  const begin = at(weeks[0]?.monday ?? '');
  const end = at(weeks.at(-1)?.monday ?? '') + WEEK_MS;
  const across = (moment: number): number => placeOn(moment - begin, end - begin);
  const longest = Math.max(...weeks.map(({ medianMinutes }) => medianMinutes), ...(requests ?? []).map(({ minutes }) => minutes), 1);
  const scale = scaleTo(longest, Infinity);
  const up = (minutes: number): number => 100 - placeOn(minutes, scale.end);
  // The first one has changed nothing.
  const changes = versions
    .slice(1)
    .flatMap(({ version, since }) => (since !== null && at(since) > begin && at(since) < end ? [{ version, since }] : []));
  return { across, up, scale, changes, middle: (monday: string) => across(at(monday) + WEEK_MS / 2) };
}

function Trend({ data }: { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const language = useLanguage();
  const monthDay = (day: string): string => calendarDayText(day, language);
  const { weeks, requests } = data;
  const { across, up, scale, changes, middle } = placed(data);
  const every = Math.ceil(weeks.length / MOST_LABELS);
  const line = weeks.map(({ monday, medianMinutes }) => `${middle(monday)},${up(medianMinutes)}`).join(' ');
  return (
    <div className={styles.trend}>
      <div className={styles.plot}>
        {scale.ticks.map(({ minutes, count }) => (
          <span key={minutes} className={styles.level} style={{ top: `${up(minutes)}%` }}>
            <span>{count}</span>
          </span>
        ))}
        {changes.map(({ version, since }) => (
          <span key={version} className={styles.change} data-far={across(at(since)) > FAR} style={{ left: `${across(at(since))}%` }}>
            <span>{t('versionSince', { version, day: monthDay(since) })}</span>
          </span>
        ))}
        {(requests ?? []).map(({ requestId, number, finishedAt, minutes }) => (
          <Link
            key={requestId}
            to="/requests/$id"
            params={{ id: requestId }}
            tabIndex={-1}
            className={styles.dot}
            style={{ left: `${across(Date.parse(finishedAt))}%`, top: `${up(minutes)}%` }}
            title={t('dotTold', { number: number ?? '', hours: hoursOf(minutes) })}
            aria-hidden
          />
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.curve} aria-hidden>
          <polyline points={line} />
        </svg>
        {weeks.map(({ monday, medianMinutes, cases }) => (
          <i
            key={monday}
            className={styles.week}
            style={{ left: `${middle(monday)}%`, top: `${up(medianMinutes)}%` }}
            title={t('weekTold', { day: monthDay(monday), count: cases, hours: hoursOf(medianMinutes) })}
          />
        ))}
      </div>
      <div className={styles.weekNames} aria-hidden>
        {weeks.map(({ monday }, index) =>
          index % every === 0 ? (
            <span key={monday} style={{ left: `${middle(monday)}%` }}>
              {monthDay(monday)}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}

/** How long requests took, week by week; every one a dot where they are few. */
export function TrendPart({ data, ...part }: PartProps & { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const say = useFindingText();
  const finding = trendFinding(data);
  const table = (
    <PlainTable
      label={t('weeks')}
      columns={[{ title: t('colWeek') }, { title: t('colRequests'), figure: true }, { title: t('colMedianHours'), figure: true }]}
      rows={data.weeks.map(({ monday, cases, medianMinutes }) => ({ key: monday, cells: [monday, cases, hoursOf(medianMinutes)] }))}
    />
  );
  return (
    <PartCard
      {...part}
      part="trend"
      title={finding ? say(finding) : t('weeks')}
      hint={t(data.requests === null ? 'trendHintMany' : 'trendHint')}
      picture={data.weeks.length === 0 ? null : <Trend data={data} />}
      table={table}
    />
  );
}
