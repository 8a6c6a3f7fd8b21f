import { newestWord } from '../request/items/items';
import type { CommandBody } from '../request/command';
import type { Step } from '../definition/step.schema';
import { recordOf } from '../request/standing';
import type { Play } from './play.fixture';
import { PEOPLE } from './company.fixture';
import { APT, type Act } from './company-moves.fixture';

/** What else may happen where steps are done by several. */
export type SeveralAct = Act | Extract<CommandBody['type'], `sign-${string}` | 'remove-signer'>;

interface Thrown {
  pick: number;
  who: number;
  to: number;
  amount: number;
}

const ASKED: SeveralAct[] = ['sign-before', 'sign-after', 'sign-beside', 'sign-beside', 'sign-beside', 'remove-signer', 'start-child'];
const LISTED: SeveralAct[] = ['tick', 'tick', 'tick', 'tick', 'untick', 'waive'];

/** What the people of a step do who have it before them; null where that is as ever. */
export function ownActOf(step: Step | undefined, { pick, who }: Thrown): SeveralAct | null {
  if (step === undefined || pick % 10 > 6) return null;
  if (step.kind === 'checklist') return LISTED[who % LISTED.length] ?? null;
  if (step.kind === 'countersign') return who % 6 === 0 ? 'abstain' : 'approve';
  return 'rows' in step && step.rows !== undefined && who % 2 === 0 ? 'decide-rows' : 'approve';
}

/** What may happen where a request stands. */
export const APT_OF_SEVERAL: Record<keyof typeof APT, SeveralAct[]> = {
  ...APT,
  open: [...APT.open, ...ASKED],
  finished: [...APT.finished, 'start-child'],
};

const items = (play: Play, step: string) => recordOf(play.context, step)?.items?.of ?? {};

/** Steps that a move of several may be about: those of its kind, where there is any. */
export function stepsOfSeveral(act: SeveralAct, play: Play, open: readonly string[]): readonly string[] {
  const apt = open.filter((id) => isApt(act, play.process.steps[id]));
  return apt.length > 0 ? apt : open;
}

/** Whether a move of several is about such a step at all. */
function isApt(act: SeveralAct, step: Step | undefined): boolean {
  if (act === 'tick' || act === 'untick' || act === 'waive') return step?.kind === 'checklist';
  if (act === 'decide-rows') return step !== undefined && 'rows' in step && step.rows !== undefined;
  return act === 'abstain' ? step?.kind === 'countersign' : true;
}

/** Who would do it, were nobody up to anything; null where that is as ever. */
export function senderOfSeveral(act: SeveralAct, play: Play, { step, who }: { step: string; who: number }): string | null {
  const record = recordOf(play.context, step);
  if (act === 'untick') return Object.values(items(play, step)).flatMap(({ signed = [] }) => signed)[0]?.person ?? 'bo';
  if (act === 'waive') return record?.items?.waivers?.[0] ?? 'bo';
  if (act === 'start-child') return PEOPLE[who % PEOPLE.length] as string;
  if (act === 'remove-signer') return Object.values(record?.seats ?? {}).find(({ addedBy }) => addedBy)?.addedBy ?? 'bo';
  return null;
}

/** What it brings besides. */
export function broughtBySeveral(act: SeveralAct, play: Play, { step, each }: { step: string; each: Thrown }): Partial<CommandBody> {
  const { pick, who, to, amount } = each;
  if (act === 'start-child') return { to: 'other' };
  if (act.startsWith('sign-')) return { person: PEOPLE[to % PEOPLE.length] as string };
  if (act === 'tick' || act === 'untick' || act === 'waive') {
    const all = Object.keys(items(play, step));
    const done = all.filter((id) => items(play, step)[id]?.signed !== undefined);
    const among = act === 'untick' && done.length > 0 ? done : all;
    const item = among[to % Math.max(among.length, 1)] ?? 'first';
    const seen = act === 'tick' ? { seen: newestWord(items(play, step)[item]) } : {};
    return { item, ...seen, ...(act === 'tick' && item === 'counted' && pick % 4 > 0 ? { fields: { count: who } } : {}) };
  }
  if (act === 'decide-rows') {
    const cut = amount % 2 === 0 ? { cut: { amount: '0.50', currency: 'CNY' } } : {};
    return { fields: { lines: [{ row: to % 3, reason: 'Because.', ...cut }] } as never };
  }
  return {};
}

/** Lines of the form, as many as the dice say. */
export function linesOf({ rolls, amount }: { rolls: readonly number[]; amount: number }): object {
  const many = (rolls[0] ?? 0) % 4;
  return { lines: Array.from({ length: many }, (_, index) => ({ cost: { minor: `${amount + index}00`, currency: 'CNY' } })) };
}
