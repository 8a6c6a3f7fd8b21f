import type { Bilingual } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import type { components } from '../../api/schema';
import type { InboxPage, PersonRef, RequestView } from '../../api/wire';
import { useWords } from '../../i18n/use-language';
import type { ControlProps, FieldOf } from '../control';
import { LookupSelect, type Found } from './lookup-select';

type Schemas = components['schemas'];

const PAGE = 20;
/** Units of a company are few: one page holds them all. */
const ALL = 200;

export function PersonControl({ field, ...control }: ControlProps<FieldOf<'person'>>) {
  const { t } = useTranslation('form');
  const words = useWords();
  const worded = (person: PersonRef): Found => ({
    id: person.id,
    label: words(person.name),
    hint: [person.title, person.unit].flatMap((text) => (text ? [words(text)] : [])).join(' · '),
  });
  return (
    <LookupSelect
      {...control}
      clearable={field.required === false}
      name="person"
      placeholder={t('searchPeople')}
      find={async (q) => (await call<Schemas['PeoplePage']>('GET', '/people', { query: { q, limit: PAGE } })).items.map(worded)}
      one={async (id) => worded(await call<PersonRef>('GET', `/people/${id}`))}
    />
  );
}

export function UnitControl({ field, ...control }: ControlProps<FieldOf<'unit'>>) {
  const { t } = useTranslation('form');
  const words = useWords();
  const all = async (q?: string): Promise<Found[]> => {
    const { items } = await call<Schemas['UnitPage']>('GET', '/units', { query: { q, limit: ALL } });
    const fitting = items.filter(({ kind }) => !field.kinds || field.kinds.some((wanted) => wanted === kind));
    return fitting.map((unit) => ({ id: unit.id, label: words(unit.name) }));
  };
  return (
    <LookupSelect
      {...control}
      clearable={field.required === false}
      name={`unit ${field.kinds?.join() ?? ''}`}
      placeholder={t('searchUnits')}
      find={all}
      one={async (id) => (await all()).find((unit) => unit.id === id) ?? null}
    />
  );
}

export function RequestControl({ field, ...control }: ControlProps<FieldOf<'request'>>) {
  const { t } = useTranslation('form');
  const words = useWords();
  const worded = (request: { number: string | null; rowTitle: Bilingual }) => ({
    label: words(request.rowTitle),
    hint: request.number ?? undefined,
  });
  return (
    <LookupSelect
      {...control}
      clearable={field.required === false}
      name={`request ${field.definition ?? ''}`}
      placeholder={t('searchRequests')}
      find={async (q) => {
        const query = { box: 'all', q, definition: field.definition, limit: PAGE };
        return (await call<InboxPage>('GET', '/requests', { query })).items.map((row) => ({ id: row.requestId, ...worded(row) }));
      }}
      one={async (id) => ({ id, ...worded(await call<RequestView>('GET', `/requests/${id}`)) })}
    />
  );
}
