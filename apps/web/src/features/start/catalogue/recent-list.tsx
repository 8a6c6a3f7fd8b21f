import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Copy, FileText, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { InboxRow, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { Moment } from '../../../shared/kit/moment';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { freshId } from '../../../shared/state/sending/fresh-id';
import { showToast } from '../../../shared/state/toasts';
import styles from '../start.module.css';
import { catalogueQuery, recentQuery } from './catalogue-queries';
import { CatalogueRow } from './catalogue-row';

/** The last requests of one's own, each a base for the next. */
export function RecentList() {
  const { t } = useTranslation('start');
  const rows = (useQuery(recentQuery).data?.items ?? []).filter(({ status }) => status !== 'draft');
  const roving = useRovingFocus<HTMLUListElement>();
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('recent')}>
      <h2>{t('recent')}</h2>
      <ul className={`card ${styles.rows}`} {...roving}>
        {rows.map((row) => (
          <RecentRow key={row.requestId} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** Copies a request as a new draft and opens it. */
function useCopy() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (id: string) => call<RequestView>('POST', `/requests/${id}/copy`, { idempotencyKey: freshId() }),
    onSuccess: (draft) => {
      void client.invalidateQueries({ queryKey: keys.drafts });
      return navigate({ to: '/start/$key', params: { key: draft.definition.key }, search: { draft: draft.id } });
    },
    onError: (error) => showToast({ id: 'copy', tone: 'problem', text: problemText(error) }),
  });
}

function RecentRow({ row }: { row: InboxRow }) {
  const { t } = useTranslation('start');
  const words = useWords();
  const copy = useCopy();
  const title = words(row.rowTitle);
  const process = useQuery(catalogueQuery).data?.items.find(({ key }) => key === row.definition.key);
  const action = process?.why ? (
    <span className="hint" title={words(process.why.text)}>
      <Lock size={12} aria-hidden /> {t('notStartable')}
    </span>
  ) : (
    <Button
      type="text"
      icon={<Copy size={16} />}
      aria-label={t('recentAgainOf', { title })}
      loading={copy.isPending}
      onClick={() => copy.mutate(row.requestId)}
      className={styles.rowAction ?? ''}
    >
      <span className={styles.wideOnly}>{t('recentAgain')}</span>
    </Button>
  );
  return (
    <CatalogueRow icon={FileText} amount={row.amount} action={action}>
      <Link to="/requests/$id" params={{ id: row.requestId }} search={{}} className={styles.rowLink}>
        <span className={styles.rowTitle} title={title}>
          {title}
        </span>
        <span className="hint">
          {row.number ? `${row.number} · ` : ''}
          <Moment at={row.waitingSince} as="ago" />
        </span>
      </Link>
    </CatalogueRow>
  );
}
