import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { validateForm } from '../form/check/validate';
import { verify } from './verify';

const words = { zh: '授权', en: 'Authority' };
const field = (key: string, type: string, more: object = {}) => ({ key, type, label: words, required: true, ...more });
const choice = (key: string, ...values: string[]) => field(key, 'choice', { options: values.map((value) => ({ value, label: words })) });

function granting(grant: object = {}, more: object = {}) {
  return definitionSchema.parse({
    ...{ key: 'granting', version: 1, title: words, area: 'people', numberPrefix: 'GR', start: { everyone: true } },
    form: {
      fields: [
        ...[choice('role', 'gm'), field('who', 'person'), choice('kind', 'approve', 'review'), choice('matter', 'trip')],
        ...[choice('side', 'in', 'any'), choice('reach', 'limit', 'withheld'), field('limit', 'money'), field('why', 'long-text')],
        ...[field('scope', 'unit'), field('from', 'date'), field('until', 'date'), field('blank', 'money', { required: false })],
        choice('odd', 'sometimes'),
      ],
    },
    beneficiary: 'who',
    becomesGrant: {
      ...{ role: 'role', person: 'who', kind: 'kind', matter: 'matter', plan: 'side', reach: 'reach', limit: 'limit', reason: 'why' },
      ...{ scope: 'scope', from: 'from', until: 'until', ...grant },
    },
    sentence: words,
    rowTitle: words,
    flow: [{ kind: 'approve', id: 'yes', title: words, assignee: { by: 'requester' } }],
    ...more,
  } as DefinitionInput);
}

describe('what authority an approval changes', () => {
  const found = (grant?: object, more?: object): string[] =>
    verify(granting(grant, more)).flatMap(({ code, path }) => (code === 'grant-source' ? [path] : []));

  it.each([
    [{}, []],
    [{ kind: { value: 'approve' } }, []],
    [{ role: 'who' }, ['becomesGrant.role']],
    [{ limit: 'why' }, ['becomesGrant.limit']],
    [{ limit: 'blank' }, ['becomesGrant.limit']],
    [{ from: 'nowhere' }, ['becomesGrant.from']],
    [{ kind: 'odd' }, ['becomesGrant.kind']],
    [{ reach: 'odd' }, ['becomesGrant.reach']],
    [{ plan: 'odd' }, ['becomesGrant.plan']],
    [{ scope: 'limit' }, ['becomesGrant.scope']],
  ])('%j: %j', (grant, paths) => {
    expect(found(grant)).toEqual(paths);
  });

  it('is decided by nobody whom it gives something, and never taken back', () => {
    expect(found({}, { beneficiary: undefined })).toEqual(['becomesGrant.person']);
    expect(found({}, { revoke: { by: ['operator'] } })).toEqual(['revoke']);
    const reopen = (outcome: string) => ({ reopen: { by: ['operator'], outcomes: [outcome], to: 'requester' } });
    expect([found({}, reopen('approved')), found({}, reopen('rejected'))]).toEqual([['reopen.outcomes'], []]);
  });
});

it('an authority that ends on its first day is told where its end is', () => {
  const values = { from: '2027-01-02', until: '2027-01-02' };
  const { invalid } = validateForm(granting(), values, { step: null, requesterRoles: [], params: {} });
  expect(invalid).toEqual([{ field: 'until', code: 'range-reversed', params: {} }]);
});
