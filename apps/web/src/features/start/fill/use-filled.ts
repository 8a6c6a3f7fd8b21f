import type { FormSurroundings, Json } from '@countersign/domain';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, ProblemError } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { checkForm, readablePart } from '../../../shared/form';
import { useMe } from '../../../shared/state/session';
import { createAutosave, type SaveState } from './autosave';
import { localCopy } from './local-copy';
import { choicesFor, openingOf, type Filled, type Opened } from './opening';

const SILENCE = 3_000;

/** Whom to tell what happens to the form outside of the page. */
export interface Elsewhere {
  /** The first save made a draft. */
  onCreated(id: string): void;
  /** Another window or person has changed it, or sent it. */
  onMoved(): void;
}

interface Desk extends Omit<Opened, 'difference'>, Elsewhere {
  me: string;
  client: QueryClient;
  onState(state: SaveState): void;
}

const sendDraft = (id: string | null, body: object, definition: string): Promise<RequestView> =>
  id
    ? call<RequestView>('PUT', `/requests/${id}/draft`, { body })
    : call<RequestView>('POST', '/requests', { body: { definition, ...body } });

/** When it was saved last; where that cannot be asked, as it is known. */
const savedAt = (id: string, known: string | null): Promise<string | null> =>
  call<RequestView>('GET', `/requests/${id}`).then(
    ({ updatedAt }) => updatedAt,
    () => known,
  );

/** Keeps one form: in this browser at once, on the server after three seconds of silence; the first save makes the draft. */
function createKeeper({ definition, request, me, client, onState, onCreated, onMoved, ...opened }: Desk) {
  let id = request?.id ?? null;
  let base = request?.updatedAt ?? null;
  let { surroundings } = opened;
  /** Something that cannot be read yet is only here: its copy stays. */
  let unreadable = false;
  const place = () => id ?? definition.key;

  const save = async ({ form, choices }: Filled): Promise<void> => {
    const check = checkForm(definition, form, surroundings);
    const body = { form: readablePart(form, check), choices };
    const saved = await sendDraft(id, body, definition.key).catch((error: unknown) => {
      // It is no draft any more: sent from another window.
      if (error instanceof ProblemError && error.status === 409) onMoved();
      throw error;
    });
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
  /** Whoever comes back to the page goes on with what was saved last, wherever that was. */
  const lookElsewhere = async (): Promise<void> => {
    if (!(await autosave.flush()) || id === null) return;
    const known = base;
    if ((await savedAt(id, known)) !== known && known === base) onMoved();
  };
  return { ...autosave, id: () => id, judgeBy, lookElsewhere };
}

/** A form that is being filled in, and what has become of it so far. */
export function useFilled({ definition, surroundings, request }: Opened, elsewhere: Elsewhere) {
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
  const [keeper] = useState(() => createKeeper({ definition, surroundings, request, me, client, onState, ...elsewhere }));
  // Uploads end between two renders: each change starts from the newest form.
  const newest = useRef(filled);

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
