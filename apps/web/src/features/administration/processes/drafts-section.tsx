import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { ChevronDown, ChevronUp, Trash2, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionItem } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { Confirm } from '../../../shared/kit/controls/confirm';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState, useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';
import { VersionChangesToggle } from '../../../shared/versions/version-changes-toggle';
import styles from '../administration.module.css';
import { draftsQuery, useDeleteDraft, usePublish, versionQuery } from './definition-queries';
import { FindingLists } from './finding-lists';

interface May {
  mayImport: boolean;
  mayPublish: boolean;
}

/** What was imported and waits for somebody to publish it. */
export function DraftsSection(may: May) {
  const { t } = useTranslation('administration');
  const { data, error, refetch } = useQuery(draftsQuery);
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <section className={`card ${styles.section}`} aria-labelledby="process-drafts">
      <h2 id="process-drafts">{t('drafts')}</h2>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LineBones lines={2} />}
      {data?.items.length === 0 ? <p className="hint">{t('noDrafts')}</p> : null}
      <ul className={styles.rows} {...roving}>
        {data?.items.map((draft) => (
          <DraftRow key={`${draft.key} ${draft.version}`} draft={draft} {...may} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ draft, mayImport, mayPublish }: { draft: DefinitionItem } & May) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const title = words(draft.title);
  return (
    <li data-roving>
      <div className={styles.item}>
        <div className={styles.grow}>
          <p className={styles.name}>{title}</p>
          <p className="hint">{t('versionOf', { version: draft.version, key: draft.key })}</p>
        </div>
        <Link
          to="/admin/processes/$key/$version"
          params={{ key: draft.key, version: String(draft.version) }}
          className="finger"
          aria-label={t('previewOf', { title })}
        >
          {t('preview')}
        </Link>
        {mayPublish ? <PublishButton draft={draft} title={title} /> : <span className="hint">{t('publishElsewhere')}</span>}
        {mayImport ? <DeleteButton draft={draft} title={title} /> : null}
      </div>
      <div className={styles.found}>
        <VersionChangesToggle processKey={draft.key} version={draft.version} />
      </div>
      <FoundInDraft draft={draft} />
    </li>
  );
}

/** How much there is to read before publishing, beside the draft for as long as it waits; opened, what. */
function FoundInDraft({ draft }: { draft: DefinitionItem }) {
  const { t } = useTranslation('administration');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(versionQuery(draft));
  const warnings = data?.findings.filter(({ severity }) => severity === 'warning').length ?? 0;
  if (!data || warnings === 0) return null;
  return (
    <div className={styles.found}>
      <button
        type="button"
        className={`plain finger ${styles.counted}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <TriangleAlert size={14} aria-hidden /> {t('warningsCount', { count: warnings })}
        {open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
      </button>
      <div id={id} className={styles.taken} hidden={!open}>
        {open ? <FindingLists findings={data.findings} definition={data.definition} /> : null}
      </div>
    </div>
  );
}

/** Says how a change of this draft went, at the foot of the page. */
function useSay(draft: DefinitionItem): { done: (text: string) => void; failed: (error: unknown) => void } {
  const problemText = useProblemText();
  const id = `draft ${draft.key} ${draft.version}`;
  return {
    done: (text) => showToast({ id, tone: 'done', text }),
    failed: (error) => showToast({ id, tone: 'problem', text: problemText(error) }),
  };
}

function PublishButton({ draft, title }: { draft: DefinitionItem; title: string }) {
  const { t } = useTranslation('administration');
  const say = useSay(draft);
  const publish = usePublish();
  const version = useQuery(versionQuery(draft));
  const told = { onSuccess: () => say.done(t('published', { title, version: draft.version })), onError: say.failed };
  return (
    <Confirm
      title={t('publishSure', { title, version: draft.version })}
      placement="topRight"
      description={
        <div className={styles.sure}>
          <p>{t('publishMeans')}</p>
          {version.data ? <FindingLists findings={version.data.findings} definition={version.data.definition} /> : null}
        </div>
      }
      okText={t('publish')}
      onConfirm={() => publish.mutate(draft, told)}
    >
      <Button type="primary" loading={publish.isPending} aria-label={t('publishOf', { title })}>
        {t('publish')}
      </Button>
    </Confirm>
  );
}

function DeleteButton({ draft, title }: { draft: DefinitionItem; title: string }) {
  const { t } = useTranslation('administration');
  const say = useSay(draft);
  const remove = useDeleteDraft();
  const told = { onSuccess: () => say.done(t('draftDeleted')), onError: say.failed };
  return (
    <Confirm
      placement="topRight"
      title={t('deleteSure', { title })}
      okText={t('delete')}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutate(draft, told)}
    >
      <Button type="text" icon={<Trash2 size={16} />} loading={remove.isPending} aria-label={t('deleteOf', { title })} />
    </Confirm>
  );
}
