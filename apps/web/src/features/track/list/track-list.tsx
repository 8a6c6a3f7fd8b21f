import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { Avatar } from '../../../shared/kit/avatar';
import { Chip, DueChip, type ChipTone } from '../../../shared/kit/chip';
import { Moment } from '../../../shared/kit/moment';
import { MoneyText } from '../../../shared/kit/money';
import { useNamed } from '../../../shared/kit/named';
import { decimalText } from '../../../shared/format/amount';
import { waitsOn } from '../../../shared/words/waits-on';
import { AgeBar, useWorkedText, WayBar } from './bars';
import { MOST_PICKED } from './row-commands';
import { VerdictNote } from './pick-bar';
import hand from './pick-bar.module.css';
import styles from './track-list.module.css';
import type { TrackRow } from '../track-queries';
import type { Picking } from './use-picking';

const tones: Record<string, ChipTone> = {
  blocked: 'cinnabar',
  unheeded: 'cinnabar',
  returned: 'amber',
  suspended: 'amber',
  approved: 'green',
  rejected: 'cinnabar',
};

/** Where it stands in one chip: when it is due, or why nobody is waited for. */
function StateChip({ row }: { row: TrackRow }) {
  const { t } = useTranslation('track');
  if (row.kind === 'finished') return <Chip tone={tones[row.status] ?? 'plain'}>{t(`status-${row.status as 'approved'}`)}</Chip>;
  if (row.kind !== 'waiting') return <Chip tone={tones[row.kind] ?? 'plain'}>{t(`kind-${row.kind as 'blocked'}`)}</Chip>;
  return row.dueAt === null ? <span className={styles.faint}>{t('noDue')}</span> : <DueChip at={row.dueAt} />;
}

/** Whom it waits for, in words. */
export function useWhoText(): (row: TrackRow) => string {
  const { t } = useTranslation('track');
  const words = useWords();
  const named = useNamed();
  return ({ kind, waitingFor, pool, requester, stepKind }) => {
    if (kind === 'returned') return words(requester.name);
    if (kind === 'blocked') return t('nobody');
    const names = named(waitingFor);
    const others = pool.filter(({ id }) => waitingFor.every((person) => person.id !== id)).map(({ name }) => words(name));
    const on = waitsOn(stepKind);
    if (names === '' && on !== null) return t(`waitsOn-${on}`);
    return others.length === 0 ? names || '—' : `${names} ${t('pool', { names: others.join(t('joiner')) })}`;
  };
}

function StepWords({ row }: { row: TrackRow }) {
  const { t } = useTranslation('track');
  const words = useWords();
  return (
    <>
      {row.step === null ? '—' : words(row.step)}
      {row.others > 0 ? <span className={styles.faint}> {t('others', { count: row.others })}</span> : null}
    </>
  );
}

const isWithSomebody = ({ kind, stepId }: TrackRow): boolean => (kind === 'waiting' || kind === 'unheeded') && stepId !== '';

/** Whether the row can be picked at all: a task of a person, and room among those that are. */
const isPickable = (row: TrackRow, { rows, stage, isPicked }: Picking): boolean =>
  isWithSomebody(row) && stage !== 'going' && stage !== 'over' && (isPicked(row) || rows.length < MOST_PICKED);

function PickCell({ row, picking }: { row: TrackRow; picking: Picking }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const off = !isPickable(row, picking);
  const why =
    off && picking.stage !== 'going' && picking.stage !== 'over'
      ? t(isWithSomebody(row) ? 'handMost' : 'handNobody', { count: MOST_PICKED })
      : undefined;
  return (
    <td title={why}>
      <input
        type="checkbox"
        className={hand.pick}
        aria-label={t('handPick', { title: words(row.rowTitle) })}
        checked={picking.isPicked(row)}
        aria-description={why}
        disabled={off}
        onChange={(event) => picking.pick([row], event.target.checked)}
      />
    </td>
  );
}

function PickAll({ rows, picking }: { rows: TrackRow[]; picking: Picking }) {
  const { t } = useTranslation('track');
  const pickable = rows.filter((row) => isPickable(row, picking));
  const all = pickable.length > 0 && pickable.every(picking.isPicked);
  return (
    <th scope="col">
      <input
        type="checkbox"
        className={hand.pick}
        aria-label={t('handPickAll')}
        checked={all}
        disabled={pickable.length === 0}
        onChange={(event) => picking.pick(pickable, event.target.checked)}
      />
    </th>
  );
}

function TableRow({ row, picking }: { row: TrackRow; picking: Picking | null }) {
  const words = useWords();
  const whoText = useWhoText();
  return (
    <tr data-row={row.requestId} data-kind={row.kind} data-roving>
      {picking ? <PickCell row={row} picking={picking} /> : null}
      <td>
        <Link to="/requests/$id" params={{ id: row.requestId }} className={styles.title}>
          {words(row.rowTitle)}
        </Link>
        <span className={styles.faint}>
          {row.number} · {words(row.requester.name)}
          {row.unit ? ` · ${words(row.unit)}` : ''}
        </span>
      </td>
      {row.kind === 'finished' ? null : (
        <>
          <td>
            <StepWords row={row} />
          </td>
          <td className={styles.people} data-stuck={row.kind === 'blocked'}>
            {whoText(row)}
          </td>
        </>
      )}
      <td className={styles.amount}>{row.amount ? decimalText(row.amount).replace(/\.00$/, '') : '—'}</td>
      <td>{row.kind === 'finished' ? <Moment at={row.waitingSince} /> : <AgeBar row={row} />}</td>
      <td>
        <StateChip row={row} />
      </td>
      {picking && picking.from !== null ? (
        <td>
          <VerdictNote row={row} picking={picking} />
        </td>
      ) : null}
    </tr>
  );
}

/** The list as a table. */
export function TrackTable({ rows, finished, picking }: { rows: TrackRow[]; finished: boolean; picking: Picking | null }) {
  const { t } = useTranslation('track');
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <div className={`card ${styles.frame}`}>
      <table className={styles.table} aria-label={t('list')}>
        <thead>
          <tr>
            {picking ? <PickAll rows={rows} picking={picking} /> : null}
            <th scope="col" className={styles.what}>
              {t('colRequest')}
            </th>
            {finished ? null : (
              <>
                <th scope="col" className={styles.step}>
                  {t('colStep')}
                </th>
                <th scope="col" className={styles.waits}>
                  {t('colWho')}
                </th>
              </>
            )}
            <th scope="col" className={styles.amount}>
              {t('colAmount')}
            </th>
            <th scope="col" className={styles.span}>
              {finished ? t('colEnded') : t('colAge')} {finished ? null : <small>{t('colAgeHint')}</small>}
            </th>
            <th scope="col">{t(finished ? 'colOutcome' : 'colDue')}</th>
            {picking && picking.from !== null ? <th scope="col">{t('handOver')}</th> : null}
          </tr>
        </thead>
        <tbody {...roving}>
          {rows.map((row) => (
            <TableRow key={row.requestId} row={row} picking={picking} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Card({ row }: { row: TrackRow }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const whoText = useWhoText();
  const [first] = row.kind === 'returned' || row.kind === 'finished' ? [row.requester] : row.waitingFor;
  const worked = useWorkedText()(row.workedMinutes ?? 0);
  return (
    <li className={styles.card} data-kind={row.kind} data-row={row.requestId} data-roving>
      <Link to="/requests/$id" params={{ id: row.requestId }} className={styles.press}>
        <span className={styles.line}>
          <b>{words(row.rowTitle)}</b>
          {row.amount ? (
            <span className={styles.money}>
              <MoneyText amount={row.amount} />
            </span>
          ) : null}
        </span>
        <WayBar way={row.way} />
        <span className={styles.line}>
          {row.kind === 'blocked' ? (
            <TriangleAlert size={18} className={styles.alert} aria-hidden />
          ) : first ? (
            <Avatar person={first} />
          ) : null}
          <span className={styles.who}>
            {row.kind === 'finished' ? (
              words(row.requester.name)
            ) : (
              <>
                <StepWords row={row} />
                {row.others > 0 ? null : ' · '}
                {whoText(row)}
              </>
            )}
            <span className={styles.faint}>
              {row.kind === 'finished' ? <Moment at={row.waitingSince} /> : t('worked', { span: worked })}
            </span>
          </span>
          <StateChip row={row} />
        </span>
      </Link>
    </li>
  );
}

/** The list on a phone: the way of each request as pieces. */
export function TrackCards({ rows }: { rows: TrackRow[] }) {
  const { t } = useTranslation('track');
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <ul className={styles.cards} aria-label={t('list')} {...roving}>
      {rows.map((row) => (
        <Card key={row.requestId} row={row} />
      ))}
    </ul>
  );
}
