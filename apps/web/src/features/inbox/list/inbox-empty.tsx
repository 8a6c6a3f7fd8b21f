import { Link } from '@tanstack/react-router';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { useAway } from '../../../shared/state/away';
import { filtersOn, type InboxSearch } from '../filter/inbox-search';

/** An empty tab says what comes next. */
export function InboxEmpty({ search, onClear }: { search: InboxSearch; onClear: () => void }) {
  const { t } = useTranslation(['inbox', 'filter']);
  const words = useWords();
  const { own } = useAway();
  const tab = search.tab ?? 'todo';
  if (filtersOn(search) > 0)
    return (
      <EmptyState
        icon={<ListFilter size={28} />}
        title={t('emptyFiltered')}
        hint={t('emptyFilteredHint')}
        action={<PlainButton onClick={onClear}>{t('filter:clear')}</PlainButton>}
      />
    );
  const awayHint = own && tab === 'todo' ? t('empty-todo-away', { name: words(own.standIn.name) }) : null;
  const start = tab === 'mine' || tab === 'drafts';
  return (
    <EmptyState
      title={t(`empty-${tab}`)}
      hint={awayHint ?? t(`empty-${tab}-hint`)}
      action={
        start ? (
          <Link to="/start" search={{}}>
            {t('goStart')}
          </Link>
        ) : undefined
      }
    />
  );
}
