import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { FilePen, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { InboxRow } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { Confirm } from '../../../shared/kit/controls/confirm';
import { Moment } from '../../../shared/kit/moment';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';
import styles from '../start.module.css';
import { draftsQuery } from './catalogue-queries';
import { CatalogueRow } from './catalogue-row';

/** What was begun and not submitted. Shown only where there is something. */
export function DraftList() {
  const { t } = useTranslation('start');
  const rows = useQuery(draftsQuery).data?.items ?? [];
  const roving = useRovingFocus<HTMLUListElement>();
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('drafts')}>
      <h2>
        {t('drafts')} <span className={styles.count}>{rows.length}</span>
      </h2>
      <ul className={`card ${styles.rows}`} {...roving}>
        {rows.map((row) => (
          <DraftRow key={row.requestId} row={row} />
        ))}
      </ul>
    </section>
  );
}

function useDeleteDraft(id: string) {
  const { t } = useTranslation('start');
  const client = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: () => call<void>('DELETE', `/requests/${id}`),
    onSuccess: async () => {
      showToast({ id: `draft ${id}`, tone: 'done', text: t('draftDeleted') });
      await Promise.all([client.invalidateQueries({ queryKey: keys.drafts }), client.invalidateQueries({ queryKey: keys.tasks })]);
    },
    onError: (error) => showToast({ id: `draft ${id}`, tone: 'problem', text: problemText(error) }),
  });
}

function DraftRow({ row }: { row: InboxRow }) {
  const { t } = useTranslation('start');
  const words = useWords();
  const remove = useDeleteDraft(row.requestId);
  const title = words(row.rowTitle) || t('draftUntitled');
  const action = (
    <Confirm
      title={t('draftDeleteSure')}
      okText={t('draftDelete')}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      onConfirm={() => remove.mutate()}
    >
      <Button type="text" icon={<Trash2 size={16} />} aria-label={t('draftDeleteOf', { title })} className={styles.rowAction ?? ''} />
    </Confirm>
  );
  return (
    <CatalogueRow icon={FilePen} amount={row.amount} action={action}>
      <Link to="/start/$key" params={{ key: row.definition.key }} search={{ draft: row.requestId }} className={styles.rowLink}>
        <span className={styles.rowTitle} title={title}>
          {title}
        </span>
        <span className="hint">
          {words(row.definition.title)} · <Saved at={row.waitingSince} />
        </span>
      </Link>
    </CatalogueRow>
  );
}

function Saved({ at }: { at: string }) {
  const { t } = useTranslation('start');
  // The time stands inside a sentence whose order differs by language: the sentence is cut around it.
  const [before = '', after = ''] = t('draftSaved', { when: '|' }).split('|');
  return (
    <>
      {before}
      <Moment at={at} />
      {after}
    </>
  );
}
