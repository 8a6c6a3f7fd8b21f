import { Check, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Moment } from '../../../shared/kit/moment';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import styles from './seen-by.module.css';
import { useReaders } from '../use-request';

/** Who has opened it, and when: for its requester, who need not ask. */
function Readers({ id }: { id: string }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { data, error, refetch } = useReaders(id, true);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LineBones lines={3} />;
  const others = data.items.filter(({ role }) => role !== 'requester');
  if (others.length === 0) return <p className="hint">{t('seenNobody')}</p>;
  return (
    <ul className={styles.list}>
      {others.map(({ person, role, seenAt, changedSince }) => (
        <li key={person.id}>
          <Avatar person={person} />
          <span className={styles.who}>
            <b>{words(person.name)}</b>
            <small>{t(`seenAs-${role}`)}</small>
          </span>
          <span className={styles.when} data-seen={seenAt !== null}>
            {seenAt ? <Check size={14} aria-hidden /> : <CircleDashed size={14} aria-hidden />}
            {seenAt ? <Moment at={seenAt} /> : t('seenNot')}
            {changedSince ? <small>{t('seenBefore')}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Folded away until its requester wants to know. */
export function SeenBy({ id }: { id: string }) {
  const { t } = useTranslation('request');
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.seen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="finger">{t('seenBy')}</summary>
      {open ? <Readers id={id} /> : null}
    </details>
  );
}
