import type { CommandBody } from '../request/command';
import type { Refusal } from '../request/refusal';
import type { Company } from './company.fixture';
import type { Play } from './play.fixture';

/** Without words for people, what says nothing, and steps inside others, which are told apart. */
function shortly(key: string, value: unknown): unknown {
  if (['id', 'kind', 'title', 'labels', 'checks'].includes(key) || (Array.isArray(value) && value.length === 0)) return undefined;
  return key === 'steps' || (key === 'otherwise' && Array.isArray(value)) ? (value as { id: string }[]).map(({ id }) => id) : value;
}

/** A failing walk as one would tell it. */
export function storyOf({
  play,
  told,
  company: { posts, authorities },
}: {
  play: Play;
  told: readonly string[];
  company: Company;
}): string {
  const steps = Object.values(play.process.steps).map((step) => `  ${step.id} (${step.kind}): ${JSON.stringify(step, shortly)}`);
  return [
    'The process:',
    ...steps,
    'The company in the end:',
    ...posts.map(({ id, person, role, unit, superior }) => `  ${id}: ${person ?? '–'}, ${role} in ${unit}, below ${superior ?? 'nobody'}`),
    ...authorities.map(({ id, limit, granted }) => `  ${id}: ${granted ? (limit ?? 'blank') : 'withheld'}`),
    'What happened:',
    ...told,
  ].join('\n');
}

/** A command in a line of the story. */
export function wordsOf(act: string, body: CommandBody, refused: Refusal | null): string {
  const { actor, step = '', to, resume, person, from, fields, form, parent } = body;
  const more = [
    act === 'return' ? `to ${to} (${resume})` : '',
    person ? `${from ? `from ${from} ` : ''}to ${person}` : '',
    form ? JSON.stringify(form) : '',
    parent?.requesters?.length ? `started by a request of ${parent.requesters.join(', ')}` : '',
    parent?.beneficiaries ? `started by a request that benefits ${parent.beneficiaries.join(', ')}` : '',
    fields ? JSON.stringify(fields) : '',
  ];
  return [actor, act, step, ...more, refused ? `– refused: ${refused.code}` : ''].filter(Boolean).join(' ');
}
