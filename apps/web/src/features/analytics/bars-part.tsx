import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import page from './analytics-page.module.css';
import styles from './bars-part.module.css';
import type { Analytics } from './analytics-query';
import { returnsFinding, unitsFinding } from './findings';
import { hoursOf } from '../../shared/format/hours-text';
import type { AnalyticsSearch } from './analytics-search';
import { PartCard, PlainTable, type PartProps } from './part-card';
import { ReasonsToggle, type ReasonsOf } from './reasons-given';
import { placeOn, shareOf } from './scale';
import { useFindingText } from './use-finding-text';

/** More are in the table. */
const DRAWN = 6;

interface Bar {
  key: string;
  title: string;
  times: number;
  hint: string | null;
  of: ReasonsOf;
}

/** How often, and why: each a bar, with what was said one press away. */
function Bars({ bars, all, search }: { bars: readonly Bar[]; all: number; search: AnalyticsSearch }) {
  const { t } = useTranslation('analytics');
  const most = Math.max(1, ...bars.map(({ times }) => times));
  return (
    <ul className={styles.bars}>
      {bars.map(({ key, title, times, hint, of }) => (
        <li key={key}>
          <span className={styles.barHead}>
            <span>{title}</span>
            <span>
              <b>{times}</b> {t('times', { count: times })} · {shareOf(times, all)} %
            </span>
          </span>
          <span className={styles.track} aria-hidden>
            <i style={{ width: `${placeOn(times, most)}%` }} data-most={times === most} />
          </span>
          <span className={styles.under}>
            {hint === null ? null : <span className={page.hint}>{hint}</span>}
            <ReasonsToggle search={search} of={of} label={title} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was returned, by whom to whom, and what it has cost the requesters; what was refused at which step; and why. */
export function ReturnsPart({ data, ...part }: PartProps & { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const say = useFindingText();
  const { returns, refusals, total, steps, process } = data;
  const search = { ...part.search, ...(process && { definition: process.key }) };
  const withRequester = steps.find(({ kind }) => kind === 'requester')?.minutes ?? 0;
  const hint =
    total.returns === 0
      ? t('returnsNoneHint', { count: total.cases })
      : t('returnsHint', {
          count: total.returns,
          cases: total.reworked,
          share: shareOf(total.reworked, total.cases),
          hours: hoursOf(withRequester),
        });
  const returned = returns.slice(0, DRAWN).map(({ from, fromTitle, to, toTitle, times, cases }): Bar => ({
    ...{ key: `${from} ${to}`, title: t('returnedTo', { from: words(fromTitle), to: words(toTitle) }), times },
    ...{ hint: t('ofRequests', { count: cases }), of: { step: from, ended: 'returned', back: to } },
  }));
  const refused = refusals.slice(0, DRAWN).map(({ step, title, times }): Bar => ({
    ...{ key: step, title: words(title), times, hint: null, of: { step, ended: 'rejected' } },
  }));
  const picture = (
    <>
      <Bars bars={returned} all={total.returns} search={search} />
      {refused.length > 0 ? (
        <>
          <h3 className={styles.subHead}>{t('refusals')}</h3>
          <Bars bars={refused} all={refusals.reduce((sum, { times }) => sum + times, 0)} search={search} />
        </>
      ) : null}
    </>
  );
  const table = (
    <PlainTable
      label={t('returns')}
      columns={[
        { title: t('colFrom') },
        { title: t('colTo') },
        { title: t('colTimes'), figure: true },
        { title: t('colRequests'), figure: true },
      ]}
      rows={returns
        .map(({ from, fromTitle, to, toTitle, times, cases }) => ({
          key: `${from} ${to}`,
          cells: [words(fromTitle), words(toTitle), times, cases],
        }))
        .concat(refusals.map(({ step, title, times }) => ({ key: `no ${step}`, cells: [words(title), t('refused'), times, times] })))}
    />
  );
  return <PartCard {...part} part="returns" title={say(returnsFinding(data))} hint={hint} picture={picture} table={table} />;
}

/** How well limits were kept, unit by unit. Never person by person. */
export function UnitsPart({ data, ...part }: PartProps & { data: Analytics }) {
  const { t } = useTranslation('analytics');
  const words = useWords();
  const say = useFindingText();
  const { units, unitsLeftOut, target } = data;
  const due = units.reduce((sum, unit) => sum + unit.due, 0);
  const kept = units.reduce((sum, unit) => sum + unit.kept, 0);
  const whole = shareOf(kept, due);
  // The target where there is one, else all of them together.
  const line = target ?? (units.length > 1 ? whole : null);
  const picture = (
    <>
      <ul className={styles.units}>
        {[...units].reverse().map((unit) => {
          const share = shareOf(unit.kept, unit.due);
          return (
            <li key={unit.unitId}>
              <span title={words(unit.name)}>{words(unit.name)}</span>
              <span className={styles.track} aria-hidden>
                <i style={{ width: `${share}%` }} data-low={target === null ? share < whole - 5 : unit.kept * 100 < target * unit.due} />
                {line === null ? null : <i className={styles.mark} style={{ left: `${line}%` }} />}
              </span>
              <span>
                <b>{share} %</b> {t('keptOf', { kept: unit.kept, due: unit.due })}
              </span>
            </li>
          );
        })}
      </ul>
      <p className={page.hint}>
        {[
          units.length === 0 || line === null ? '' : t(target === null ? 'unitsMark' : 'targetMark', { target }),
          t('unitsNobody'),
          unitsLeftOut > 0 ? t('unitsLeftOut', { count: unitsLeftOut }) : '',
        ]
          .filter((text) => text !== '')
          .join(t('stop'))}
      </p>
    </>
  );
  const table = (
    <PlainTable
      label={t('units')}
      columns={[
        { title: t('colUnit') },
        { title: t('colDue'), figure: true },
        { title: t('colKept'), figure: true },
        { title: t('colShare'), figure: true },
      ]}
      rows={units.map((unit) => ({
        key: unit.unitId,
        cells: [words(unit.name), unit.due, unit.kept, `${shareOf(unit.kept, unit.due)} %`],
      }))}
    />
  );
  const hint = due === 0 ? t('unitsNoneHint') : t('unitsHint', { due, kept, share: whole });
  return <PartCard {...part} part="units" title={say(unitsFinding(data))} hint={hint} picture={picture} table={table} />;
}
