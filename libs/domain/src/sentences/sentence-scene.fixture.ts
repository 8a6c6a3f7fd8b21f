import { compile } from '../machine/compile';
import type { ForeseenStep } from '../preview/foreseen-step';
import { inOneGo } from '../preview/in-one-go.fixture';
import { preview, type PreviewInput, type RoutePreview } from '../preview/preview';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import type { Names } from '../wording/names';
import type { SentenceContext } from './sentence-context';

export const definition = sampleDefinition();
const process = compile(definition);
const directory = sampleDirectory();

export const names: Names = {
  people: Object.fromEntries(Object.values(directory.people).map((person) => [person.id, person.name])),
  units: { area: { zh: '徐汇区', en: 'the Xuhui area' }, hq: { zh: '总部', en: 'headquarters' } },
  requests: {},
  roles: {
    'finance-specialist': { zh: '财务专员', en: 'Finance specialist' },
    'ops-manager': { zh: '运营经理', en: 'Ops manager' },
    'area-manager': { zh: '运营区长', en: 'Area manager' },
    'treasury-cashier': { zh: '出纳', en: 'Cashier' },
    gm: { zh: '总经理', en: 'General manager' },
  },
};
export const context: SentenceContext = { definition, names };

/** The preview of an expense of ¥12,300 by the store manager, unless something else is said. */
export function look(change: Partial<PreviewInput> = {}): RoutePreview {
  return inOneGo(preview(process, { form: { amount: cny(12_300) }, requesterId: 'na', directory, params: {}, choices: {}, ...change }));
}

/** One step of that preview. */
export function stepAt(id: string, change: Partial<PreviewInput> = {}): ForeseenStep {
  const found = look(change).steps.find((step) => step.step === id);
  if (!found) throw new Error(`Expected the preview to come to “${id}”, but it does not`);
  return found;
}
