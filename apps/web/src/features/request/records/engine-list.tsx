import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { TryAgain } from '../../../shared/effects/try-again';
import { useWords } from '../../../shared/i18n/use-language';
import { Chip, type ChipTone } from '../../../shared/kit/chip';
import { Moment } from '../../../shared/kit/moment';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { useMe } from '../../../shared/state/session';
import styles from './audit-list.module.css';

type Engine = components['schemas']['EngineView'];
type Effect = Engine['effects'][number];

const tones: Record<Effect['state'], ChipTone> = {
  waiting: 'amber',
  claimed: 'amber',
  done: 'green',
  dead: 'cinnabar',
  cancelled: 'plain',
};

/** Where it is asked to be tried again. */
const againAt = ({ queue, id }: Effect): string => (queue === 'mail' ? `/dead-mails/${id}/resend` : `/track/effects/${id}/retry`);

function EffectLine({ effect, requestId }: { effect: Effect; requestId: string }) {
  const { t } = useTranslation(['audit', 'request']);
  const words = useWords();
  const operates = useMe().rights.includes('requests.operate');
  const why = effect.why ? words(effect.why) : null;
  return (
    <li>
      <p className={styles.head}>
        <b>{words(effect.what)}</b>
        <Chip tone={tones[effect.state]}>{t(`effect-${effect.state}`)}</Chip>
        <small>
          <Moment at={effect.at} />
        </small>
      </p>
      {effect.to.length > 0 ? <p className={styles.events}>{effect.to.map(({ name }) => words(name)).join(t('request:joiner'))}</p> : null}
      {effect.attempts > 1 || effect.state === 'dead' ? (
        <p className={styles.events}>{t('effectAttempts', { count: effect.attempts })}</p>
      ) : null}
      {effect.error ? <p className={styles.digest}>{effect.error}</p> : null}
      {operates && effect.state !== 'done' && effect.state !== 'cancelled' ? (
        <>
          <TryAgain path={againAt(effect)} what={words(effect.what)} why={why} stale={keys.engine(requestId)} />
          {why === null ? null : <p className={styles.events}>{why}</p>}
        </>
      ) : null}
      {operates && effect.again === 'request' ? (
        <Link to="/requests/$id/repair" params={{ id: requestId }} className="finger">
          {t('effectRepair')}
        </Link>
      ) : null}
    </li>
  );
}

/** How the request stands with the machinery below it: for those who track. */
export function EngineList({ id }: { id: string }) {
  const { t } = useTranslation(['audit', 'request']);
  const { data, error, refetch } = useQuery({
    queryKey: keys.engine(id),
    queryFn: ({ signal }) => call<Engine>('GET', `/track/requests/${id}/engine`, { signal }),
    refetchInterval: 15_000,
  });
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={4} />;
  return (
    <>
      <p className={styles.events}>
        {data.link === null ? (
          t('engineNoLink')
        ) : (
          <a href={data.link} target="_blank" rel="noreferrer">
            {t('engineLink')} <ExternalLink size={14} aria-hidden />
          </a>
        )}
      </p>
      <h3>{t('engineEffects')}</h3>
      {data.effects.length === 0 ? <p className={styles.events}>{t('engineNothing')}</p> : null}
      <ol className={styles.list}>
        {data.effects.map((effect) => (
          <EffectLine key={effect.id} effect={effect} requestId={id} />
        ))}
      </ol>
    </>
  );
}
