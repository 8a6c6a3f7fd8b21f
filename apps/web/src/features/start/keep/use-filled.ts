import { sameJson, type FormSurroundings, type Json } from '@countersign/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RequestView } from '../../../shared/api/wire';
import { useMe } from '../../../shared/state/session';
import type { SaveState } from './autosave';
import { FormKeeper, type Elsewhere } from './form-keeper';
import { localCopy } from './local-copy';
import { choicesFor, openingOf, type Filled, type Opened } from './opening';

/** A returned request of which nothing was changed yet: its requester has saved nothing. */
const isAsSubmitted = ({ form: { values, submitted } }: RequestView): boolean =>
  submitted !== null && sameJson(values as Json, submitted as Json);

/** Saves when the line is back, and when the page is left; looks what has become of it when it is come back to. */
function useSaving(keeper: FormKeeper, surroundings: FormSurroundings): void {
  // Read again while the form is open: what is saved is what the screen shows.
  useEffect(() => keeper.judgeBy(surroundings), [keeper, surroundings]);
  useEffect(() => {
    const flush = () => void keeper.flush();
    const look = () => void (document.visibilityState === 'visible' ? keeper.lookElsewhere() : keeper.flush());
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', look);
      keeper.leave();
    };
  }, [keeper]);
}

/** A form that is being filled in, and what has become of it so far. */
export function useFilled({ definition, surroundings, request, entered }: Opened, elsewhere: Elsewhere) {
  const me = useMe().person.id;
  const client = useQueryClient();
  const [opening] = useState(() => openingOf(request, localCopy.read(me, request?.id ?? definition.key), entered));
  // A returned request keeps its own version, whose flow is not at hand: its picks are as they were.
  const [filled, setFilled] = useState(() =>
    request?.status === 'returned' ? opening.filled : { ...opening.filled, choices: choicesFor(definition, opening.filled.choices) },
  );
  const [saveState, onState] = useState<SaveState>(() =>
    request && !opening.restored && !isAsSubmitted(request) ? { kind: 'saved', at: new Date(request.updatedAt) } : { kind: 'idle' },
  );
  const [keeper] = useState(() => new FormKeeper({ definition, surroundings, request, me, client, onState, ...elsewhere }));
  // Uploads end between two renders: each change starts from the newest form.
  const newest = useRef(filled);

  useSaving(keeper, surroundings);
  const put = (after: Filled) => {
    newest.current = after;
    setFilled(after);
    keeper.change(after);
  };
  return {
    filled,
    saveState,
    insist: () => keeper.insist(newest.current),
    settle: () => keeper.settle(newest.current),
    restored: opening.restored,
    keeper,
    setField: (key: string, value: Json) => put({ ...newest.current, form: { ...newest.current.form, [key]: value } }),
    choose: (step: string, person: string | null) => put({ ...newest.current, choices: withChoice(newest.current.choices, step, person) }),
  };
}

function withChoice(choices: Record<string, string>, step: string, person: string | null): Record<string, string> {
  const { [step]: _, ...rest } = choices;
  return person === null ? rest : { ...rest, [step]: person };
}
