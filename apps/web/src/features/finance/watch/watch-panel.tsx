import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { MoneyText } from '../../../shared/kit/money';
import { Chip, type ChipTone } from '../../../shared/kit/chip';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import styles from './watch-panel.module.css';

type Schemas = components['schemas'];
type WatchItem = Schemas['WatchItem'];

const TONES: Record<WatchItem['kind'], ChipTone> = {
  split: 'cinnabar',
  line: 'amber',
  reservation: 'amber',
  'near-limit': 'amber',
  advance: 'amber',
  vendor: 'plain',
  'over-plan': 'plain',
};

const useWatch = () =>
  useQuery({
    queryKey: keys.budgets('watch', {}),
    queryFn: ({ signal }) => call<Schemas['WatchView']>('GET', '/watch', { signal }),
    refetchInterval: 60_000,
    staleTime: 30_000,
  });

/** What it is about, in one line. */
function Said({ item }: { item: WatchItem }) {
  const { t } = useTranslation('watch');
  const words = useWords();
  const language = useLanguage();
  const { kind, person, unit, category, vendor, amount, limit, share, requests } = item;
  const whose = [person ? words(person.name) : null, unit ? words(unit.name) : null, category ? words(category.title) : null, vendor]
    .filter(Boolean)
    .join(' · ');
  const money = (each: WatchItem['limit']): string => (each ? amountText(each, language, 'if-any') : '');
  return <>{t(`said-${kind}`, { whose, count: requests.length, amount: money(amount), limit: money(limit), share: share ?? 0 })}</>;
}

function Item({ item }: { item: WatchItem }) {
  const { t } = useTranslation('watch');
  const words = useWords();
  const { kind, line, requests } = item;
  return (
    <li>
      <details>
        <summary>
          <Chip tone={kind === 'line' && (item.share ?? 0) > 100 ? 'cinnabar' : TONES[kind]}>{t(`kind-${kind}`)}</Chip>
          <span>
            <Said item={item} />
          </span>
        </summary>
        <ul className={styles.requests}>
          {line ? (
            <li>
              <Link to="/finance/lines/$id" params={{ id: line }} className="finger">
                {t('toLine')}
              </Link>
            </li>
          ) : null}
          {requests.map(({ id, number, title, amount, readable }) => (
            <li key={id}>
              <span>
                {readable ? (
                  <Link to="/requests/$id" params={{ id }} className="finger">
                    {number}
                  </Link>
                ) : (
                  number
                )}{' '}
                <small>{title ? words(title) : ''}</small>
              </span>
              <b>
                <MoneyText amount={amount} />
              </b>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What finance should look at, each with its requests one press away. */
export function WatchPanel() {
  const { t } = useTranslation('watch');
  const { data, error, refetch } = useWatch();
  return (
    <aside className={`card ${styles.panel}`} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {data || error ? null : <RowBones rows={3} />}
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      <ul className={styles.items}>
        {data?.items.map((item) => (
          <Item key={[item.kind, item.line, ...item.requests.map(({ id }) => id)].join(' ')} item={item} />
        ))}
      </ul>
    </aside>
  );
}
