import { sameJson, type FormSurroundings, type Json } from '@countersign/domain';
import type { QueryClient } from '@tanstack/react-query';
import { call, ProblemError } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { checkForm, readablePart } from '../../../shared/form';
import { createAutosave, SavedElsewhere, type SaveState } from './autosave';
import { freshId } from '../../../shared/state/sending/fresh-id';
import { localCopy } from './local-copy';
import type { Filled, Opened } from './opening';

const SILENCE = 3_000;
const AGAIN = 10_000;

/** Whom to tell what happens to the form outside of the page. */
export interface Elsewhere {
  /** The first save made a draft. */
  onCreated(id: string): void;
  /** Another window or person has changed it, or sent it. */
  onMoved(): void;
}

/** A form as the server takes it. */
type Body = Pick<Filled, 'form' | 'choices'>;

interface Desk extends Omit<Opened, 'difference' | 'entered'>, Elsewhere {
  me: string;
  client: QueryClient;
  onState(state: SaveState): void;
}

/** Keeps one form: in this browser at once, on the server after three seconds of silence; the first save makes the draft. */
export class FormKeeper {
  id: string | null;
  private base: string | null;
  /** Digest of what was saved when it was seen last; null: whatever was saved is not asked about. */
  private over: string | null;
  private surroundings: FormSurroundings;
  /** What was sent to make the draft, until it is known what became of it: sent again it makes no second one. */
  private first: { body: Body; key: string } | null = null;
  /** Something that cannot be read yet is only here: its copy stays. */
  private unreadable = false;
  private readonly autosave;

  constructor(private readonly desk: Desk) {
    const { request, surroundings, me, onState } = desk;
    this.id = request?.id ?? null;
    this.base = request?.updatedAt ?? null;
    this.over = request?.savedHash ?? null;
    this.surroundings = surroundings;
    this.autosave = createAutosave<Filled>({
      silence: SILENCE,
      again: AGAIN,
      save: (value) => this.save(value),
      keep: (value) => localCopy.write(me, this.place, { ...value, at: new Date().toISOString(), base: this.base }),
      forget: () => {
        if (!this.unreadable) localCopy.remove(me, this.place);
      },
      onState,
    });
  }

  private get place(): string {
    return this.id ?? this.desk.definition.key;
  }

  judgeBy(now: FormSurroundings): void {
    this.surroundings = now;
  }

  change(value: Filled): void {
    this.autosave.change(value);
  }

  flush(): Promise<boolean> {
    return this.autosave.flush();
  }

  leave(): void {
    this.autosave.leave();
  }

  /** Saves what is about to be sent, so that nothing that another window has saved is sent over unseen. */
  settle(value: Filled): Promise<boolean> {
    if (this.id !== null) this.autosave.change(value);
    return this.autosave.flush();
  }

  /** Whoever comes back to the page goes on with what was saved last, wherever that was. */
  async lookElsewhere(): Promise<void> {
    if (!(await this.autosave.flush()) || this.id === null) return;
    const known = this.over;
    const { savedHash } = await call<RequestView>('GET', `/requests/${this.id}`).catch(() => ({ savedHash: known }));
    if (savedHash !== known && known === this.over) this.desk.onMoved();
  }

  /** What stands here is the one that counts, whatever was saved elsewhere. */
  insist(value: Filled): void {
    this.over = null;
    this.autosave.change(value);
    void this.autosave.flush();
  }

  /** What is saved elsewhere is the one that counts. */
  giveWay(): void {
    this.autosave.drop();
    localCopy.remove(this.desk.me, this.place);
    this.desk.onMoved();
  }

  private async save({ form, choices }: Filled): Promise<void> {
    const check = checkForm(this.desk.definition, form, this.surroundings);
    const body: Body = { form: readablePart(form, check), choices };
    if (this.id === null) {
      const made = await this.make(body);
      if (!sameJson(made, body as Json)) this.seen(await this.send(body));
    } else this.seen(await this.send(body));
    this.unreadable = check.invalid.length > 0;
    void this.desk.client.invalidateQueries({ queryKey: keys.drafts });
  }

  private seen({ updatedAt, savedHash }: RequestView): void {
    this.base = updatedAt;
    this.over = savedHash;
  }

  /** Makes the draft, and tells with which content: that of the first try, where it was not known what had become of it. */
  private async make(newest: Body): Promise<Json> {
    const { definition, me, onCreated } = this.desk;
    const { body, key } = (this.first ??= { body: newest, key: freshId() });
    try {
      const made = await call<RequestView>('POST', '/requests', { body: { definition: definition.key, ...body }, idempotencyKey: key });
      this.seen(made);
      this.id = made.id;
      localCopy.move(me, definition.key, made.id);
      onCreated(made.id);
      return body as Json;
    } catch (error) {
      // A no is an answer: nothing was made. That the first try is still at work (409) is none.
      if (error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 409) this.first = null;
      throw error;
    }
  }

  private async send(body: Body): Promise<RequestView> {
    const { onMoved } = this.desk;
    try {
      const over = this.over === null ? {} : { ifMatch: this.over };
      return await call<RequestView>('PUT', `/requests/${this.id}/draft`, { body, ...over });
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'draft-changed') throw new SavedElsewhere();
      // It is no draft any more: sent from another window.
      if (error instanceof ProblemError && error.status === 409) onMoved();
      throw error;
    }
  }
}
