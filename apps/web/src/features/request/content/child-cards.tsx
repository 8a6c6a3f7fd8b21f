import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Child, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Chip, type ChipTone } from '../../../shared/kit/chip';
import { Moment } from '../../../shared/kit/moment';
import styles from './child-cards.module.css';

const TONES: Partial<Record<Child['status'], ChipTone>> = {
  approved: 'green',
  running: 'teal',
  blocked: 'cinnabar',
  refused: 'cinnabar',
  rejected: 'cinnabar',
  terminated: 'cinnabar',
  returned: 'amber',
  draft: 'amber',
};

function StatusChip({ status }: { status: Child['status'] }) {
  const { t } = useTranslation(['children', 'request']);
  const { t: lists } = useTranslation('inbox');
  const own = status === 'starting' || status === 'refused';
  return <Chip tone={TONES[status] ?? 'plain'}>{own ? t(`child-${status}`) : lists(`status-${status}`)}</Chip>;
}

/** Who has it and since when; why it could not be started. */
function Standing({ child }: { child: Child }) {
  const { t } = useTranslation(['children', 'request']);
  const words = useWords();
  if (child.why) return <small className={styles.why}>{words(child.why)}</small>;
  const people = child.people.map(({ name }) => words(name)).join(t('request:joiner'));
  if (child.suspended) return <small>{t('childSuspended')}</small>;
  const doing = child.status === 'draft' ? t('childFills', { people }) : t('request:laneWaits', { people });
  return (
    <small>
      {[child.number, people === '' ? null : doing].filter(Boolean).join(' · ')}
      {child.since ? (
        <>
          {' · '}
          <Moment at={child.since} />
        </>
      ) : null}
    </small>
  );
}

function ChildRow({ child }: { child: Child }) {
  const words = useWords();
  const title = words(child.rowTitle ?? child.title);
  return (
    <li className={styles.child}>
      <span className={styles.words}>
        {child.readable ? (
          <Link to="/requests/$id" params={{ id: child.id }} search={{}}>
            {title}
          </Link>
        ) : (
          <b>{title}</b>
        )}
        <Standing child={child} />
      </span>
      <StatusChip status={child.status} />
    </li>
  );
}

/** What of a child goes on, whatever holds up this request. */
const GOES_ON: ReadonlySet<Child['status']> = new Set(['starting', 'draft', 'running', 'returned', 'blocked']);

/** Requests that this one has started: what has become of each, and who has it. */
export function ChildCards({ view }: { view: RequestView }) {
  const { t } = useTranslation(['children', 'request']);
  if (view.children.length === 0) return null;
  const earlier = view.children.filter((child) => child.earlier);
  const counting = view.children.filter((child) => !child.earlier);
  const title = t('children', { count: counting.length });
  const awaited = view.children.some((child) => child.awaited);
  const goesOn = view.children.some(({ status }) => GOES_ON.has(status));
  const note = view.suspended && goesOn ? t('childrenWhileSuspended') : awaited ? t('childrenAwaited') : null;
  return (
    <section className={`card ${styles.card}`} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {note ? <small>{note}</small> : null}
      </header>
      <ul>
        {counting.map((child) => (
          <ChildRow key={child.id} child={child} />
        ))}
      </ul>
      {earlier.length > 0 ? (
        <details className={styles.earlier}>
          <summary>{t('childrenEarlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((child) => (
              <ChildRow key={child.id} child={child} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** The request that started this one, with what its process lets the readers of this one see of it. */
export function ParentCard({ view }: { view: RequestView }) {
  const { t } = useTranslation(['children', 'request']);
  const words = useWords();
  const { parent } = view;
  if (!parent) return null;
  const title = words(parent.rowTitle ?? parent.title);
  return (
    <section className={`card ${styles.card}`} aria-label={t('parent')}>
      <header className={styles.head}>
        <h2>{t('parent')}</h2>
      </header>
      <div className={styles.child}>
        <span className={styles.words}>
          {parent.readable ? (
            <Link to="/requests/$id" params={{ id: parent.id }} search={{}}>
              {title}
            </Link>
          ) : (
            <b>{title}</b>
          )}
          <small>
            {parent.number} {words(parent.requester.name)}
          </small>
          {parent.suspended ? <small>{t('parentSuspended')}</small> : null}
        </span>
        <StatusChip status={parent.status} />
      </div>
      {parent.facts.length > 0 ? (
        <dl className={styles.facts}>
          {parent.facts.map((fact) => (
            <div key={fact.field}>
              <dt>{words(fact.label)}</dt>
              <dd>{words(fact.value)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
