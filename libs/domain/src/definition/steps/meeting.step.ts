import { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import { cutText } from '../../text/cut-text';
import { error, type Finding } from '../finding';
import { LIMITS } from '../limits';
import { nameSchema } from '../patterns';
import { ref } from '../state-json';
import type { Step } from '../step.schema';
import { signingShape } from './countersign.step';
import type { StepKindModule, StepSubject } from './step-kind';
import { foundShape, stepIdSchema, stepShape } from './step-parts';

/** Room for what is added to make the ids and titles of its parts. */
const LONGEST_ID = 50;
const LONGEST_TITLE = 90;

const schema = z.strictObject({
  ...stepShape,
  id: stepIdSchema.refine((id) => id.length <= LONGEST_ID, {
    params: { zh: `最多 ${LONGEST_ID} 个字符`, en: `may have at most ${LONGEST_ID} characters` },
  }),
  kind: z.literal('meeting'),
  /** Date field of the form: before that day nothing can be recorded. Absent: it is held whenever those who meet like. */
  day: nameSchema.optional(),
  /** Text field of the form that says where it is held. */
  place: nameSchema.optional(),
  /** Who records what was resolved. */
  secretary: z.strictObject(foundShape),
  /** Fields in which it is recorded, all of them: the resolution, the minutes as a file. */
  records: z.array(nameSchema).min(1).max(LIMITS.evidence),
  /** Who takes part, and signs the minutes; how their signatures count. */
  ...signingShape,
});
type Meeting = z.infer<typeof schema>;
/** The parts that it is made of are made from it; whoever walks it otherwise puts others in their place. */
export type MeetingStep = Meeting & { parts?: Step[] };

function named({ title }: Meeting, zh: string, en: string): Bilingual {
  return { zh: `${cutText(title.zh, LONGEST_TITLE)}：${zh}`, en: `${cutText(title.en, LONGEST_TITLE)}: ${en}` };
}

/** What a step asks of whoever decides it where nobody has said anything else: written out, since nothing is parsed where a request runs. */
const plain = () => ({ distinctFrom: [], whenNobody: 'block' as const, commentRequired: false, checks: [], labels: {} });

/** The wait for its day, the record, and the signing of the minutes, which may go back to whoever recorded. */
function madeFrom(meeting: Meeting): Step[] {
  const { id, day, secretary, records, people, rule, rejection, abstention, distinctPeople, mayReject, when } = meeting;
  const shared = { ...(when && { when }), ...(meeting.note && { note: meeting.note }) };
  const [record, sign] = [`${id}-record`, `${id}-minutes`];
  const held: Step = { ...shared, kind: 'delay', id: `${id}-day`, title: named(meeting, '等待开会', 'the day'), until: { field: day } };
  const recorded: Step = {
    ...{ ...plain(), ...shared, ...secretary, kind: 'work', id: record, title: named(meeting, '记录决议', 'record') },
    ...{ samePerson: 'ask', fields: { write: records, required: records, hidden: [] } },
    returns: { to: ['requester', 'previous'], resume: 'walk-again' },
  };
  const signed: Step = {
    ...{ ...plain(), ...shared, kind: 'countersign', id: sign, title: named(meeting, '签署纪要', 'minutes') },
    ...{ people, rule, rejection, distinctPeople, mayReject, samePerson: 'merge', fields: { write: [], required: [], hidden: [] } },
    ...(abstention && { abstention }),
    // Nobody has signed minutes that read otherwise since.
    returns: { to: [record, 'requester'], resume: 'only-changed' },
  };
  return [...(day === undefined ? [] : [held]), recorded, signed];
}

const made = new WeakMap<Meeting, Step[]>();

/** Walked again and again, they are made once. Pure (kept per step, which nothing changes). */
function partsOf(meeting: MeetingStep): Step[] {
  const known = meeting.parts ?? made.get(meeting);
  if (known) return known;
  const parts = madeFrom(meeting);
  made.set(meeting, parts);
  return parts;
}

function verify({ day, place }: MeetingStep, { path, fields }: StepSubject): Finding[] {
  const found: Finding[] = [];
  if (day !== undefined && fields.get(day)?.type !== 'date')
    found.push(error({ code: 'not-date', path: `${path}.day` }, `「${day}」不是日期字段。`, `“${day}” is not a date field.`));
  if (place !== undefined && !['text', 'long-text', 'choice'].includes(fields.get(place)?.type ?? ''))
    found.push(error({ code: 'not-text', path: `${path}.place` }, `「${place}」不是文本字段。`, `“${place}” is not a text field.`));
  return found;
}

/** People meet on a day, somebody records what they resolved, and they sign the minutes (X59). It is made of steps of other kinds. */
export const meetingStep: StepKindModule<MeetingStep> = {
  kind: 'meeting',
  title: { zh: '会议', en: 'Meeting' },
  schema: () => schema as z.ZodType<MeetingStep>,
  decision: null,
  inner: (step) => [{ at: 'parts', steps: partsOf(step) }],
  withInner: (step, [parts = []]) => ({ ...step, parts }),
  assignees: () => [],
  conditions: () => [],
  verify,
  state(step, { region, next }) {
    const [first] = partsOf(step);
    return { always: [{ target: first ? `${region}.${first.id}` : next, guard: [ref('onward', { step: step.id })] }] };
  },
};
