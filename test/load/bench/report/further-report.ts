import { COURSE_NAMES, type CourseName, type FurtherFigures, type Standing } from '../further';
import { cpuRow, ms, row, times } from './report';

const NAMES: Record<CourseName, string> = {
  chain: 'chain of approvals',
  deadlines: 'each moves a deadline',
  countersign: 'ten sign together',
};

const standing = ({ open, decision, inbox }: Standing): string =>
  `${String(open).padStart(6)} open: decision p50 ${ms(decision.p50)}, inbox p50 ${ms(inbox.p50)}, p95 ${ms(inbox.p95)}`;

/** The table for people. Pure. */
export function furtherTable({ courses, crowd }: FurtherFigures): string {
  const lines = ['medians over the rounds (smallest – largest), per second'];
  for (const name of COURSE_NAMES) lines.push(row(NAMES[name], courses[name].rounds));
  lines.push('processor time per call');
  for (const name of COURSE_NAMES) lines.push(cpuRow(NAMES[name], courses[name].rounds));
  lines.push(
    `events per decision: ${COURSE_NAMES.map((name) => `${NAMES[name]} ${courses[name].eventsPerDecision.toFixed(2)}`).join(' · ')}`,
  );
  if (crowd) {
    const { few, many } = crowd;
    lines.push(standing(few), standing(many));
    lines.push(
      `many ÷ few: decision p50 ${times(many.decision.p50 / few.decision.p50)}, inbox p95 ${times(many.inbox.p95 / few.inbox.p95)}`,
    );
  }
  return lines.join('\n');
}
