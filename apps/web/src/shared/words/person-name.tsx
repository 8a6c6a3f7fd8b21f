import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { keys } from '../api/keys';
import type { PersonRef } from '../api/wire';
import { useWords } from '../i18n/use-language';

/** Somebody by their name. */
export function PersonName({ id }: { id: string }) {
  const words = useWords();
  const { data } = useQuery({ queryKey: keys.people(id), queryFn: () => call<PersonRef>('GET', `/people/${id}`), staleTime: 300_000 });
  return <>{data ? words(data.name) : '…'}</>;
}

/** Several people by their names, one after another. */
export function PeopleNames({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('request');
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index === 0 ? '' : t('joiner')}
      <PersonName id={id} />
    </Fragment>
  ));
}
