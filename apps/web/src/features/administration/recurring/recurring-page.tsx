import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import { PagedSection } from '../paged-section';
import { ProcessRow } from './process-row';
import { processesQuery, type StartState } from './recurring-query';

/** Whose starts are open, and of which kind. */
export interface RecurringPlace {
  process: string | undefined;
  state: StartState | undefined;
}

/** Processes that start by themselves: when, what came of it, and what is to be done about the rest. */
export function RecurringPage(place: RecurringPlace) {
  const { t } = useTranslation('recurring');
  return (
    <Page page={ADMINISTRATION.recurring} lead={t('lead')}>
      <PagedSection
        query={useInfiniteQuery(processesQuery)}
        label={t('list')}
        bones={3}
        exported="recurring"
        empty={<EmptyState icon={<CalendarClock size={28} />} title={t('none')} hint={t('noneHint')} />}
        row={(process) => <ProcessRow process={process} open={place.process === process.key} state={place.state} />}
      />
    </Page>
  );
}
