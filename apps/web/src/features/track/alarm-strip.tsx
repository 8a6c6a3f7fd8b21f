import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/state/session';
import styles from './alarm-strip.module.css';
import { useAlarms, type Alarms } from './track-queries';

const KINDS = [
  'stuck',
  'unheeded',
  'undelivered',
  'unconfirmed',
  'failed',
  'diverged',
  'notStarted',
] as const satisfies readonly (keyof Alarms)[];

/** What stands in the way of a request is for everybody who tracks it; what is wrong with the machinery for those who look after that. */
const OF_WHO_TRACKS: ReadonlySet<(typeof KINDS)[number]> = new Set(['stuck', 'unheeded']);

/** Where whoever looks after it goes on: the list of what is stuck, or what was not delivered. */
function Alarm({ kind, count }: { kind: (typeof KINDS)[number]; count: number }) {
  const { t } = useTranslation('track');
  const text = t(`alarm-${kind}`, { count });
  const letters = kind === 'undelivered' || kind === 'unconfirmed' || kind === 'failed';
  if (letters)
    return (
      <Link to="/admin/dead-letters" className="finger" data-alarm={kind}>
        {text}
      </Link>
    );
  if (kind === 'notStarted')
    return (
      <Link to="/admin/recurring" className="finger" data-alarm={kind}>
        {text}
      </Link>
    );
  if (kind === 'stuck')
    return (
      <Link to="/track" search={{ view: 'stuck' }} className="finger" data-alarm={kind}>
        {text}
      </Link>
    );
  if (kind === 'unheeded')
    return (
      <Link to="/track" search={{ kind: 'unheeded' }} className="finger" data-alarm={kind}>
        {text}
      </Link>
    );
  return <span data-alarm={kind}>{text}</span>;
}

/** What does not go on by itself, in one line; nothing where everything does. */
export function AlarmStrip() {
  const { t } = useTranslation('track');
  const alarms = useAlarms();
  const operates = useMe().rights.includes('requests.operate');
  const raised = KINDS.filter((kind) => (alarms?.[kind] ?? 0) > 0 && (OF_WHO_TRACKS.has(kind) || operates));
  if (!alarms || raised.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('alarms')}>
      <TriangleAlert size={16} aria-hidden />
      {raised.map((kind) => (
        <Alarm key={kind} kind={kind} count={alarms[kind]} />
      ))}
    </section>
  );
}
