import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import { momentText } from '../../shared/format/moment';
import { useLanguage } from '../../shared/i18n/use-language';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import styles from './analytics-page.module.css';
import { useSpan, type ReasonsPage } from './analytics-query';
import type { AnalyticsSearch } from './analytics-search';

/** Of which step, and for what. */
export interface ReasonsOf {
  step: string;
  ended: 'returned' | 'rejected';
  back?: string;
}

function useReasons(search: AnalyticsSearch, of: ReasonsOf) {
  const asked = { ...useSpan(search), ...of };
  return useInfiniteQuery({
    ...pagesOf<ReasonsPage>([...keys.analytics(asked), 'reasons'], '/analytics/reasons', { ...asked, limit: 5 }),
    staleTime: 60_000,
  });
}

function Reasons({ search, of }: { search: AnalyticsSearch; of: ReasonsOf }) {
  const { t } = useTranslation('analytics');
  const language = useLanguage();
  return (
    <PagedRows query={useReasons(search, of)} bones={2} empty={<p className={styles.hint}>{t('reasonsNone')}</p>}>
      {(rows) => (
        <ul className={styles.reasons}>
          {rows.map(({ requestId, number, at, words }) => (
            <li key={`${requestId} ${at}`}>
              <q>{words}</q>
              <span className={styles.hint}>
                <Link to="/requests/$id" params={{ id: requestId }} search={{}}>
                  {number}
                </Link>{' '}
                {momentText(at, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PagedRows>
  );
}

/** What was said, once somebody asks. `search` names the process. */
export function ReasonsToggle({ search, of, label }: { search: AnalyticsSearch; of: ReasonsOf; label: string }) {
  const { t } = useTranslation('analytics');
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`plain finger ${styles.ask}`}
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('reasonsOf', { what: label })}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'reasonsHide' : 'reasons')}
      </button>
      <div id={id} hidden={!open}>
        {open ? <Reasons search={search} of={of} /> : null}
      </div>
    </>
  );
}
