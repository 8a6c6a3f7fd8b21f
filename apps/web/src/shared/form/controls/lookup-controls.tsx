import type { Bilingual } from '@countersign/domain';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { keys } from '../../api/keys';
import type { components } from '../../api/schema';
import type { InboxPage, PersonRef, RequestView, UnitRef } from '../../api/wire';
import { stampText } from '../../format/moment';
import { useLanguage, useWords } from '../../i18n/use-language';
import { useMe } from '../../state/session';
import type { ControlProps, FieldOf } from '../control';
import { FitnessContext, type FitnessNote } from '../fitness';
import styles from '../form.module.css';
import { LookupSelect, type Found } from './lookup-select';

type Schemas = components['schemas'];

const PAGE = 20;
/** As many units as a page holds; who looks for another types its name. */
const MOST = 200;

/** How people are looked for, each with their post, and why they cannot be picked here, if so. */
function usePeople() {
  const { t } = useTranslation('form');
  const words = useWords();
  const language = useLanguage();
  const fitness = useContext(FitnessContext);
  const worded = (person: PersonRef): Found => ({
    id: person.id,
    label: words(person.name),
    hint: [person.title, person.unit].flatMap((text) => (text ? [words(text)] : [])).join(' · '),
  });
  const noted = (found: Found, { off, awayUntil }: FitnessNote = {}): Found => {
    if (off) return { ...found, off: words(off) };
    const away = awayUntil === undefined ? [] : [t('awayUntil', { until: stampText(awayUntil, language) })];
    return { ...found, hint: [...away, ...(found.hint ? [found.hint] : [])].join(' · ') };
  };
  return {
    name: `person ${fitness.key}`,
    placeholder: t('searchPeople'),
    async find(q: string) {
      const { items } = await call<Schemas['PeoplePage']>('GET', '/people', { query: { q, limit: PAGE } });
      const notes = await fitness.notes(items.map(({ id }) => id));
      return items.map((person) => noted(worded(person), notes.get(person.id)));
    },
    one: async (id: string) => worded(await call<PersonRef>('GET', `/people/${id}`)),
  };
}

export function PersonControl({ field, ...control }: ControlProps<FieldOf<'person'>>) {
  return <LookupSelect {...control} {...usePeople()} clearable={field.required === false} />;
}

/** Several people: those who are chosen, and one more to choose. */
export function PeopleControl({ field, value, onChange, ...control }: ControlProps<FieldOf<'people'>>) {
  const { t } = useTranslation('form');
  const people = usePeople();
  const chosen = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  const isChosen = ({ id }: Found): boolean => chosen.includes(id);
  return (
    <div className={styles.people}>
      {chosen.length === 0 ? null : (
        <ul>
          {chosen.map((id) => (
            <li key={id}>
              <Chosen id={id} onRemove={control.disabled ? undefined : () => onChange(chosen.filter((each) => each !== id))} />
            </li>
          ))}
        </ul>
      )}
      {chosen.length < field.max ? (
        <LookupSelect
          {...control}
          {...people}
          find={async (q) => (await people.find(q)).map((each) => (isChosen(each) ? { ...each, off: t('chosenAlready') } : each))}
          value={null}
          onChange={(id) => (typeof id === 'string' && !chosen.includes(id) ? onChange([...chosen, id]) : undefined)}
          clearable={false}
        />
      ) : null}
    </div>
  );
}

function Chosen({ id, onRemove }: { id: string; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation('form');
  const words = useWords();
  const { data } = useQuery({ queryKey: keys.people(id), queryFn: () => call<PersonRef>('GET', `/people/${id}`), staleTime: 300_000 });
  const name = data ? words(data.name) : '…';
  return (
    <span className={styles.chosen}>
      {name}
      {onRemove ? (
        <button type="button" className="plain finger" aria-label={t('removePerson', { name })} onClick={onRemove}>
          <X size={14} aria-hidden />
        </button>
      ) : null}
    </span>
  );
}

export function UnitControl({ field, ...control }: ControlProps<FieldOf<'unit'>>) {
  const { t } = useTranslation('form');
  const words = useWords();
  const { kinds } = field;
  const own = useMe().person.unit;
  const ownName = own === null ? null : words(own);
  const worded = (unit: UnitRef): Found => ({ id: unit.id, label: words(unit.name) });
  return (
    <LookupSelect
      {...control}
      clearable={field.required === false}
      name={`unit ${kinds?.join() ?? ''}`}
      placeholder={t('searchUnits')}
      find={async (q) => {
        const kind = kinds?.length === 1 ? kinds[0] : undefined;
        const list = async (words: string) =>
          (await call<Schemas['UnitPage']>('GET', '/units', { query: { q: words, limit: MOST, kind } })).items
            .filter((unit) => !kinds || kinds.some((wanted) => wanted === unit.kind))
            .map(worded);
        const ownFirst = (units: Found[]) => [...units].sort((a, b) => Number(b.label === ownName) - Number(a.label === ownName));
        if (q !== '' || own === null) return ownFirst(await list(q));
        // Mostly it is for the unit that one works in: it stands first before anything is typed.
        const [all, mine] = await Promise.all([list(''), list(words(own))]);
        const first = mine.filter(({ label }) => label === words(own)).map((unit) => ({ ...unit, hint: t('ownUnit') }));
        return [...first, ...all.filter(({ id }) => first.every((unit) => unit.id !== id))];
      }}
      one={async (id) => worded(await call<UnitRef>('GET', `/units/${id}`))}
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
