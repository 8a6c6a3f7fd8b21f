import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { Search, SquarePen } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../shared/keyboard/use-keys';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import { useLanguage } from '../../shared/i18n/use-language';
import { useSayWhere } from '../../shared/state/crumbs';
import { answersTo, byArea } from './catalogue/by-area';
import { CatalogueBones } from './catalogue/catalogue-bones';
import { catalogueQuery } from './catalogue/catalogue-queries';
import { DraftList } from './catalogue/draft-list';
import { ProcessCard } from './catalogue/process-card';
import { RecentList } from './catalogue/recent-list';
import styles from './start.module.css';

const route = getRouteApi('/framed/start');

/** The catalogue: what may be started, what was begun, what was started lately. */
export function StartPage() {
  const { t } = useTranslation('start');
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const focus = () => field.current?.focus();
  const items = useQuery(catalogueQuery).data?.items ?? [];
  /** Where the words leave one process, Enter opens it. */
  const openOnly = () => {
    const [only, ...others] = items.filter((item) => item.startable && answersTo(item, q));
    if (q.trim() !== '' && only && others.length === 0) void navigate({ to: '/start/$key', params: { key: only.key }, search: {} });
  };
  useSayWhere([{ text: t('title') }]);
  useKeys({ '/': focus });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className="hint">{t('lead')}</p>
        </div>
        <Input
          ref={(input) => void (field.current = input?.input ?? null)}
          className={styles.search ?? ''}
          type="search"
          prefix={<Search size={14} aria-hidden />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={q}
          allowClear
          onChange={(event) => void navigate({ search: { q: event.target.value || undefined }, replace: true })}
          onPressEnter={openOnly}
        />
      </header>
      {q === '' ? (
        <>
          <DraftList />
          <RecentList />
        </>
      ) : null}
      <Catalogue words={q} />
    </div>
  );
}

function Catalogue({ words }: { words: string }) {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const { data, error, refetch } = useQuery(catalogueQuery);
  const roving = useRovingFocus<HTMLDivElement>();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <CatalogueBones />;
  const groups = byArea(
    data.items.filter((item) => answersTo(item, words)),
    language,
  );
  if (data.items.length === 0) return <EmptyState icon={<SquarePen size={28} />} title={t('noneYet')} hint={t('noneYetHint')} />;
  if (groups.length === 0) {
    const all = (
      <Link to="/start" search={{}}>
        {t('showAll')}
      </Link>
    );
    return <EmptyState icon={<Search size={28} />} title={t('nothingFound', { q: words })} hint={t('nothingFoundHint')} action={all} />;
  }
  return (
    <div className={styles.areas} {...roving}>
      {groups.map(({ area, items }) => (
        <section key={area} className={styles.section} aria-label={t(`area-${area}`)}>
          <h2>{t(`area-${area}`)}</h2>
          <ul className={styles.cards}>
            {items.map((item) => (
              <li key={item.key}>
                <ProcessCard item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
