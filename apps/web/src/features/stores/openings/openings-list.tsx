import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { ExportButton } from '../../../shared/export/export-button';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { Chip } from '../../../shared/kit/chip';
import { useNamed } from '../../../shared/kit/named';
import { PagedRows } from '../../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../../shared/kit/waiting/states';
import type { PartProps } from '../leases/lease-register';
import { ListBar } from '../list-bar';
import styles from '../stores-page.module.css';
import { useOpenings, type Opening } from '../stores-queries';
import { openingViews } from '../stores-search';
import { useDayText } from '../../../shared/words/day-text';

function OpensIn({ opening: { daysLeft } }: { opening: Opening }) {
  const { t } = useTranslation('stores');
  if (daysLeft === null) return <>{t('noDay')}</>;
  if (daysLeft === 0) return <>{t('today')}</>;
  return <>{daysLeft < 0 ? t('daysPast', { count: -daysLeft }) : t('daysTo', { count: daysLeft })}</>;
}

function Done({ opening: { settled, items, lateItems } }: { opening: Opening }) {
  const { t } = useTranslation('stores');
  if (items === 0) return <span className={styles.faint}>—</span>;
  return (
    <>
      <span className={styles.barDone} aria-hidden>
        <i style={{ width: `${(100 * settled) / items}%` }} />
        <i data-late style={{ width: `${(100 * lateItems) / items}%` }} />
      </span>
      {settled} / {items} {lateItems > 0 ? <Chip tone="cinnabar">{t('planBehind', { count: lateItems })}</Chip> : null}
    </>
  );
}

function Where({ opening: { step, waitingFor } }: { opening: Opening }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const names = useNamed()(waitingFor);
  return (
    <>
      {step ? words(step) : '—'}
      {names ? <span className={styles.faint}>{t('waitsFor', { names })}</span> : null}
    </>
  );
}

/** To the plan, for whoever may open the request. */
function PlanLink({
  opening: { id, readable },
  className,
  children,
}: {
  opening: Opening;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation('stores');
  if (!readable)
    return (
      <span className={className} data-closed title={t('notYours')}>
        {children}
        <span className="visually-hidden">{t('notYours')}</span>
      </span>
    );
  return (
    <Link to="/stores/plans/$id" params={{ id }} className={className}>
      {children}
    </Link>
  );
}

function OpeningsTable({ rows }: { rows: Opening[] }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const dayText = useDayText();
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <div className={`card ${styles.frame}`}>
      <table className={styles.table} aria-label={t('openings')}>
        <thead>
          <tr>
            <th scope="col">{t('colOpening')}</th>
            <th scope="col">{t('colOpensOn')}</th>
            <th scope="col">{t('colProgress')}</th>
            <th scope="col">{t('colStep')}</th>
          </tr>
        </thead>
        <tbody {...roving}>
          {rows.map((opening) => (
            <tr key={opening.id} data-opening={opening.id} data-roving>
              <td>
                <PlanLink opening={opening} className={styles.name}>
                  {opening.title ? words(opening.title) : opening.number}
                </PlanLink>
                <span className={styles.faint}>
                  {opening.number} · {words(opening.requester.name)}
                </span>
              </td>
              <td className={styles.day}>
                {opening.opensOn ? dayText(opening.opensOn) : null}
                <span className={styles.faint}>
                  <OpensIn opening={opening} />
                </span>
              </td>
              <td>
                <Done opening={opening} />
              </td>
              <td className={opening.late ? styles.hot : undefined}>
                <Where opening={opening} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OpeningCards({ rows }: { rows: Opening[] }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <ul className={styles.cards} aria-label={t('openings')} {...roving}>
      {rows.map((opening) => (
        <li key={opening.id} className={styles.card} data-late={opening.late} data-roving>
          <PlanLink opening={opening} className={styles.press}>
            <span className={styles.line}>
              <b>{opening.title ? words(opening.title) : opening.number}</b>
            </span>
            <span className={styles.faint}>
              <OpensIn opening={opening} />
            </span>
            <span>
              <Done opening={opening} />
            </span>
            <span>
              <Where opening={opening} />
            </span>
          </PlanLink>
        </li>
      ))}
    </ul>
  );
}

/** Stores that are to open, the next first. */
export function OpeningsList({ search, onChange, phone }: PartProps) {
  const { t } = useTranslation('stores');
  const openings = useOpenings(search);
  const views = openingViews.map((value) => ({ value, text: t(`openings-${value}`) }));
  const { view, q, unit } = search;
  return (
    <>
      <ListBar search={search} onChange={onChange} hint={t('searchOpenings')} views={views}>
        <ExportButton list="openings" filters={{ view, q, unit }} />
      </ListBar>
      <PagedRows query={openings} bones={5} empty={<EmptyState title={t('noOpenings')} hint={t('noOpeningsHint')} />}>
        {(rows) => (phone ? <OpeningCards rows={rows} /> : <OpeningsTable rows={rows} />)}
      </PagedRows>
    </>
  );
}
