import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { compile } from '../machine/compile';
import { expense } from '../rehearsal/expense.fixture';
import { Play } from '../rehearsal/play.fixture';
import { formOf, staffed, yuan } from '../rehearsal/staffed.fixture';
import { inOneGo } from '../preview/in-one-go.fixture';
import { preview } from '../preview/preview';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import { askedSurroundings } from './asked-surroundings';
import { computeForm } from './compute';
import { formSurroundings } from './form-condition';
import { NOTHING_AROUND } from './sample-form.fixture';
import { validateForm } from './check/validate';

const label = { zh: '项', en: 'Field' };
const byRole: DefinitionInput['form']['fields'][number] = { key: 'licence', type: 'text', label, required: { requesterHasRole: 'buyer' } };
const byParam: DefinitionInput['form']['fields'][number] = {
  key: 'project',
  type: 'text',
  label,
  required: true,
  visible: { eq: [{ param: 'projects' }, { value: true }] },
};
const atStep: DefinitionInput['form']['fields'][number] = {
  key: 'stamp',
  type: 'text',
  label,
  filledAt: 'step',
  visible: { requesterHasRole: 'buyer' },
};
const parameters = [
  { key: 'projects', title: label, default: false },
  { key: 'unasked', title: label, default: 1 },
];
const base = expense();
const definition = definitionSchema.parse({
  ...base,
  parameters: [...base.parameters, ...parameters],
  form: { fields: [...base.form.fields, byRole, byParam, atStep] },
  flow: base.flow.map((step) => (step.id === 'check' ? { ...step, fields: { write: ['inPlan', 'stamp'], required: ['stamp'] } } : step)),
});
const buyer = { requesterRoles: ['clerk', 'buyer'], params: { projects: true } };

const play = (roles: string[], params = {}) => {
  const found = staffed(definition);
  found.actors = { ...found.actors, ann: { roles } };
  found.params = params;
  return found;
};
const submit = (on: Play, more = {}) => on.do('submit', 'ann', { form: formOf(10, more) });

describe('the conditions of a form that ask who the requester is and what the company has set', () => {
  it('are judged by what surrounds the form', () => {
    const missing = (around: typeof buyer) =>
      validateForm(definition, formOf(10), { step: null, ...around }).missing.map(({ field }) => field);
    expect(missing({ requesterRoles: ['clerk'], params: { projects: false } })).toEqual([]);
    expect(missing(buyer)).toEqual(['licence', 'project']);
    expect(computeForm(definition, { project: 'P1' }, buyer)).toEqual({ project: 'P1' });
    expect(computeForm(definition, { project: 'P1' }, NOTHING_AROUND)).toEqual({});
  });

  it('refuse a submit by the roles of whoever submits', () => {
    expect(submit(play(['clerk', 'buyer']))).toMatchObject({ code: 'required-fields', params: { fields: ['licence'] } });
    expect(submit(play(['clerk', 'buyer']), { licence: 'L' })).toBeNull();
    expect(submit(play(['clerk']))).toBeNull();
  });

  it('keep what was filled in while a parameter is set, and drop it while it is not', () => {
    const set = play(['clerk'], { projects: true });
    expect(submit(set)).toMatchObject({ code: 'required-fields', params: { fields: ['project'] } });
    expect(submit(set, { project: 'P1' })).toBeNull();
    expect(set.form).toHaveProperty('project', 'P1');
    const unset = play(['clerk']);
    expect(submit(unset, { project: 'P1' })).toBeNull();
    expect(unset.form).not.toHaveProperty('project');
  });

  it('go by the first submit from then on, whoever acts and whatever is set later', () => {
    const running = play(['clerk', 'buyer'], { projects: true });
    submit(running, { licence: 'L', project: 'P1' });
    running.params = {};
    running.actors = {};
    expect(running.do('approve', 'mei')).toBeNull();
    expect(running.do('approve', 'chen', { fields: { inPlan: true } })).toMatchObject({
      code: 'required-fields',
      params: { fields: ['stamp'] },
    });
    expect(running.do('approve', 'chen', { fields: { inPlan: true, stamp: 'S' } })).toBeNull();
    expect(running.form).toMatchObject({ project: 'P1', stamp: 'S' });
    expect(formSurroundings(running.context, running.facts('mei'))).toMatchObject({
      requesterRoles: ['clerk', 'buyer'],
      params: { projects: true },
    });
  });

  it('are named for those who judge them elsewhere, and nothing else with them', () => {
    expect(askedSurroundings(definition, { requesterRoles: ['clerk', 'buyer'], params: { unasked: 2 } })).toEqual({
      requesterRoles: ['buyer'],
      params: { projects: false },
    });
    expect(askedSurroundings(base, buyer)).toEqual(NOTHING_AROUND);
  });

  it('are judged by a preview of a returned request as its resubmit will be', () => {
    const sample = sampleDefinition();
    const process = compile(definitionSchema.parse({ ...sample, parameters, form: { fields: [...sample.form.fields, byParam] } }));
    const input = { form: { amount: cny(10) }, requesterId: 'na', directory: sampleDirectory(), choices: {} };
    const problems = (more: object) => inOneGo(preview(process, { ...input, params: {}, ...more })).problems.map(({ field }) => field);
    expect(problems({})).toEqual([]);
    expect(problems({ params: { projects: true } })).toEqual(['project']);
    const first = new Play(process.definition);
    first.seat('check', 'chen');
    first.params = { projects: true };
    first.resolver = () => ({ kind: 'seats', people: ['mei'] });
    expect(first.do('submit', 'na', { form: { amount: yuan(10), project: 'P' } })).toBeNull();
    expect(first.do('return', 'mei', { to: 'requester', comment: 'again' })).toBeNull();
    expect(problems({ returned: first.request })).toEqual(['project']);
  });
});
