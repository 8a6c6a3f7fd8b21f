import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';
import { TryAgain } from '../../../shared/effects/try-again';
import { agoText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { PagedSection } from '../paged-section';
import styles from './dead-letters.module.css';
import { DeadRow } from './dead-row';

type DeadEffect = components['schemas']['DeadEffectItem'];

const effectsQuery = pagesOf<components['schemas']['DeadEffectPage']>(keys.deadEffects, '/track/effects');

/** What was to be done after a decision and was given up; nothing at all where there is none. */
export function DeadEffects() {
  const { t } = useTranslation('administration');
  return (
    <PagedSection
      query={useInfiniteQuery(effectsQuery)}
      label={t('effects')}
      titled
      exported="track/effects"
      bones={1}
      empty={null}
      lead={<p className="hint">{t('effectsLead')}</p>}
      row={(effect) => <EffectRow effect={effect} />}
    />
  );
}

function EffectRow({ effect }: { effect: DeadEffect }) {
  const { t } = useTranslation(['administration', 'audit']);
  const words = useWords();
  const language = useLanguage();
  const what = [words(effect.what), effect.step && words(effect.step)].filter(Boolean).join(' · ');
  const place = [words(effect.definitionTitle), effect.number].filter(Boolean).join(' ');
  return (
    <DeadRow
      facts={[t('audit:effectAttempts', { count: effect.attempts }), t('letterSince', { span: agoText(effect.since, language) })]}
      detail={effect.detail}
      buttons={
        effect.again === 'here' ? (
          <TryAgain path={`/track/effects/${effect.id}/retry`} what={what} why={null} stale={keys.deadEffects} />
        ) : (
          <Link to="/requests/$id/repair" params={{ id: effect.requestId }} className="finger">
            {t('audit:effectRepair')}
          </Link>
        )
      }
    >
      <p>
        <b>{what}</b>{' '}
        <Link to="/requests/$id" params={{ id: effect.requestId }} search={{}} className={`finger ${styles.place}`}>
          {place}
        </Link>
      </p>
    </DeadRow>
  );
}
