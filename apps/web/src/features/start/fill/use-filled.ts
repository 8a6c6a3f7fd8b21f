import type { FormSurroundings, Json } from '@countersign/domain';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { checkForm, readablePart } from '../../../shared/form';
import { useMe } from '../../../shared/state/session';
import { createAutosave, type SaveState } from './autosave';
import { localCopy } from './local-copy';
import { choicesFor, openingOf, type Filled, type Opened } from './opening';

const SILENCE = 3_000;

interface Desk extends Omit<Opened, 'difference'> {
  me: string;
  client: QueryClient;
  onState(state: SaveState): void;
  onCreated(id: string): void;
}

/** Keeps one form: in this browser at once, on the server after three seconds of silence; the first save makes the draft. */
function createKeeper({ definition, request, me, client, onState, onCreated, ...opened }: Desk) {
  let id = request?.id ?? null;
  let base = request?.updatedAt ?? null;
  let { surroundings } = opened;
  /** Something that cannot be read yet is only here: its copy stays. */
  let unreadable = false;
  const place = () => id ?? definition.key;

  const save = async ({ form, choices }: Filled): Promise<void> => {
    const check = checkForm(definition, form, surroundings);
    const body = { form: readablePart(form, check), choices };
    const saved = id
      ? await call<RequestView>('PUT', `/requests/${id}/draft`, { body })
      : await call<RequestView>('POST', '/requests', { body: { definition: definition.key, ...body } });
    unreadable = check.invalid.length > 0;
    base = saved.updatedAt;
    void client.invalidateQueries({ queryKey: keys.drafts });
    if (id) return;
    id = saved.id;
    localCopy.move(me, definition.key, id);
    onCreated(id);
  };
  const autosave = createAutosave<Filled>({
    silence: SILENCE,
    save,
    keep: (value) => localCopy.write(me, place(), { ...value, at: new Date().toISOString(), base }),
    forget: () => {
      if (!unreadable) localCopy.remove(me, place());
    },
    onState,
  });
  const judgeBy = (now: FormSurroundings) => {
    surroundings = now;
  };
  return { ...autosave, id: () => id, judgeBy };
}

/** A form that is being filled in, and what has become of it so far. */
export function useFilled({ definition, surroundings, request }: Opened, onCreated: (id: string) => void) {
  const me = useMe().person.id;
  const client = useQueryClient();
  const [opening] = useState(() => openingOf(request, localCopy.read(me, request?.id ?? definition.key)));
  // A returned request keeps its own version, whose flow is not at hand: its picks are as they were.
  const [filled, setFilled] = useState(() =>
    request?.status === 'returned' ? opening.filled : { ...opening.filled, choices: choicesFor(definition, opening.filled.choices) },
  );
  const [saveState, onState] = useState<SaveState>(() =>
    request && !opening.restored ? { kind: 'saved', at: new Date(request.updatedAt) } : { kind: 'idle' },
  );
  const [keeper] = useState(() => createKeeper({ definition, surroundings, request, me, client, onState, onCreated }));
  // Uploads end between two renders: each change starts from the newest form.
  const newest = useRef(filled);

  // Read again while the form is open: what is saved is what the screen shows.
  useEffect(() => keeper.judgeBy(surroundings), [keeper, surroundings]);
  useEffect(() => {
    const flush = () => void keeper.flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [keeper]);

  const put = (after: Filled) => {
    newest.current = after;
    setFilled(after);
    keeper.change(after);
  };
  return {
    filled,
    saveState,
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
