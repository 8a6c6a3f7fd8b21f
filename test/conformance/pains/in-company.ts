import type { Calendar } from '../../../libs/domain/src/calendar/calendar.schema';
import type { DefinitionInput } from '../../../libs/domain/src/definition/definition.schema';
import type { Absence, Directory } from '../../../libs/domain/src/people/directory';
import { cny, NOW, sampleDefinition, sampleDirectory } from '../../../libs/domain/src/people/sample-company.fixture';
import { titled } from '../../../libs/domain/src/rehearsal/lanes.fixture';
import { changed, Play, START } from '../../../libs/domain/src/rehearsal/play.fixture';
import { recordOf } from '../../../libs/domain/src/request/standing';
import type { FormValues } from '../../../libs/domain/src/request/request-state';
import type { Refusal } from '../../../libs/domain/src/request/refusal';

type StepInput = Record<string, unknown>;

/** An approval that climbs to the first whose limit covers the amount. */
export const CLIMB: StepInput = {
  id: 'approval',
  kind: 'approve',
  title: titled('Approve'),
  assignee: { by: 'climb' },
  authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' },
};

/** A review by holders of a role: those who serve the requester's unit, else anywhere in the company. */
export const reviewBy = (role: string, id = 'review', scope?: 'company'): StepInput => ({
  id,
  kind: 'review',
  title: titled(id),
  assignee: { by: 'role', role, ...(scope && { scope }) },
});

/** Goes on with the company as it stands from now on. */
export function standing(play: Play, change: (directory: Directory) => void = () => undefined, calendar?: Calendar): void {
  const now = new Date(START + play.seconds * 1000).toISOString();
  const directory = { ...sampleDirectory(), now, timeZone: 'Asia/Shanghai' };
  const hq = directory.units['hq'];
  if (hq && calendar) directory.units['hq'] = { ...hq, calendar };
  change(directory);
  play.directory = directory;
}

interface Otherwise {
  company?: (directory: Directory) => void;
  form?: FormValues;
}

/** A request of the store manager in the sample company, submitted on a Sunday; by its whole process where no flow is given. */
export function inCompany(yuan: number, flow: StepInput[] | null = null, { company, form }: Otherwise = {}): Play {
  const play = new Play(sampleDefinition(flow ? { flow: flow as DefinitionInput['flow'] } : {}));
  play.seconds = (Date.parse(NOW) - START) / 1000;
  standing(play, company);
  const refused = play.do('submit', 'na', { form: { amount: cny(yuan), ...form } });
  if (refused) throw new Error(`Expected the submit to be taken, but it is refused: ${refused.code}`);
  return play;
}

/** Somebody is away for some days, and names who stands in for them. */
export const away = (person: string, standIn: string, processes: string[] | null = null): Absence => ({
  ...{ person, standIn, processes },
  until: '2026-11-27T10:00:00.000Z',
});

/** These, and nobody else, are away from now on; null where that changes something. */
export function leave(play: Play, ...absences: Absence[]): Refusal | null {
  if (!play.directory) throw new Error('Expected a company, but the test says who sits where');
  play.directory = { ...play.directory, absences };
  return changed(play);
}

/** Who has a step, and for whom. */
export const asked = (play: Play, step = play.value): string[] =>
  Object.values(recordOf(play.context, step)?.seats ?? {}).map(({ person, actingFor }) =>
    actingFor ? `${person} for ${actingFor}` : person,
  );
