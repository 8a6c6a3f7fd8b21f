import type { PreviewInput } from '../../preview/preview';
import { sampleDirectory } from '../../people/sample-company.fixture';
import { context, look, stepAt } from '../sentence-scene.fixture';
import { sentenceToDecide } from '../to-decide';
import { ruleText } from './rule-text';
import { onlyByRole, reasonText, whyLine } from './why-line';

const why = (id: string, change: Partial<PreviewInput> = {}) => whyLine(stepAt(id, change).derivation!, context);
const changed = (change: (copy: ReturnType<typeof sampleDirectory>) => void) => {
  const copy = sampleDirectory();
  change(copy);
  return copy;
};

describe('why a task is with somebody', () => {
  it('shows the climb to the one whose limit covers the amount', () => {
    expect(why('approval')).toEqual({
      zh: '从直属上级起逐级上报，直到额度覆盖 ¥12,300。张伟 ¥1,000 ✕ → 孙倩 ¥5,000 ✕ → 周岩 ¥20,000 ✓',
      en: 'Goes up the reporting line until a limit covers ¥12,300: Zhang Wei ¥1,000 ✕ → Sun Qian ¥5,000 ✕ → Zhou Yan ¥20,000 ✓',
    });
  });

  it('says that the climb is over plan', () => {
    const over = look().assumptions[0]?.alternatives[0]?.steps[0];
    expect(whyLine(over!.derivation!, context)).toEqual({
      zh: '从直属上级起逐级上报，直到计划外额度覆盖 ¥12,300。张伟 额度只适用于计划内 ✕ → 孙倩 额度只适用于计划内 ✕ → 周岩 额度只适用于计划内 ✕ → 郑国华 ¥500,000 ✓',
      en: 'Goes up the reporting line until an over-plan limit covers ¥12,300: Zhang Wei limit is for in-plan cases only ✕ → Sun Qian limit is for in-plan cases only ✕ → Zhou Yan limit is for in-plan cases only ✕ → Zheng Guohua ¥500,000 ✓',
    });
  });

  it('names a role and the unit it serves', () => {
    expect(why('check')).toEqual({ zh: '负责徐汇区的财务专员', en: 'Finance specialist in charge of the Xuhui area' });
  });

  it('says in a sentence that a step is the company’s one holder of a role’s, and that there is nothing more to tell', () => {
    const { derivation } = stepAt('check');
    const rules = [{ rule: { by: 'role' as const, role: 'gm', scope: 'company' as const }, candidates: [], chosen: ['zheng'] }];
    const mine = { ...derivation!, rules };
    expect(whyLine(mine, context)).toEqual({ zh: '这一步由公司的总经理处理', en: 'This step goes to the company’s general manager' });
    expect(onlyByRole(mine, context)?.zh).toBe('总经理');
    expect(onlyByRole(derivation!, context)).toBeNull();
  });

  it('says whose superior somebody is who is asked in that one’s place, and why', () => {
    const candidate = { positionId: null, role: null, limit: undefined };
    const candidates = [
      { ...candidate, person: 'zhang', removed: { code: 'decided-just-before' as const, params: { step: 'review' } } },
      { ...candidate, person: 'sun', superiorOf: 'zhang', removed: null },
    ];
    const rules = [{ rule: { by: 'role' as const, role: 'gm', scope: 'company' as const }, candidates, chosen: ['sun'] }];
    const derivation = { ...stepAt('check').derivation!, rules };
    expect(whyLine(derivation, context)).toEqual({
      zh: '公司的总经理。张伟 刚处理过上一步「审核」 ✕ → 孙倩（张伟的上级） ✓',
      en: 'The company’s general manager: Zhang Wei decided the previous step, “Review” ✕ → Sun Qian (above Zhang Wei) ✓',
    });
    expect(reasonText(derivation, context)).toEqual({
      zh: '张伟刚处理过上一步「审核」，由其上级处理',
      en: 'Zhang Wei decided the previous step, “Review”, so a superior is asked',
    });
    expect(onlyByRole(derivation, context)).toBeNull();
  });

  it('says why somebody further up the line is asked, who is no direct superior', () => {
    const candidate = { positionId: null, role: null, limit: undefined };
    const candidates = [
      { ...candidate, person: 'zhang', removed: { code: 'no-authority' as const, params: {} } },
      { ...candidate, person: 'sun', removed: null },
    ];
    const rules = [{ rule: { by: 'superior' as const, level: 1, of: 'requester' as const }, candidates, chosen: ['sun'] }];
    expect(reasonText({ ...stepAt('check').derivation!, rules }, context)).toEqual({
      zh: '张伟没有此项审批权，由其上级处理',
      en: 'Zhang Wei has no authority for this, so a superior is asked',
    });
  });

  it('names every rule by which several were found who are told alike', () => {
    const rule = (role: string, person: string) => ({
      rule: { by: 'role' as const, role, scope: 'company' as const },
      candidates: [{ positionId: null, role: null, limit: undefined, person, removed: null }],
      chosen: [person],
    });
    const rules = [rule('gm', 'zheng'), rule('treasury-cashier', 'chen')];
    expect(reasonText({ ...stepAt('check').derivation!, rules }, context).zh).toBe('公司的总经理、公司的出纳');
  });

  it.each<[object, string, string]>([
    [{ by: 'unit-head', of: 'requester' }, '徐汇区的负责人', 'Head of the Xuhui area'],
    [{ by: 'members', of: { unit: 'area' } }, '徐汇区的成员', 'Members of the Xuhui area'],
    [{ by: 'members', of: { unit: 'area' }, roles: ['treasury-cashier'] }, '徐汇区的出纳', 'Cashier of the Xuhui area'],
    [
      { by: 'superior', level: 1, of: 'requester', upTo: 3 },
      '申请人的第 1 至 3 级上级，各自处理',
      'The requester’s superiors of levels 1 to 3, each of them',
    ],
    [
      { by: 'superior', level: 1, of: 'requester', upTo: { role: 'gm' } },
      '申请人的上级逐级至总经理，各自处理',
      'The requester’s superiors up to the general manager, each of them',
    ],
    [
      { by: 'climb', of: 'requester', until: { role: 'gm' } },
      '从直属上级起逐级上报，直到总经理',
      'Goes up the reporting line up to the general manager',
    ],
  ])('names the rule %j', (rule, zh, en) => {
    const candidates = [{ person: 'chen', positionId: null, role: null, serves: 'area', limit: undefined, removed: null }];
    const derivation = { ...stepAt('check').derivation!, amount: null, rules: [{ rule: rule as never, candidates, chosen: ['chen'] }] };
    expect(ruleText(rule as never, derivation, context)).toEqual({ zh, en });
  });

  it('tells of each of several people by which rule that one was found, and of all of them how their words count', () => {
    const people = [
      { assignee: { by: 'role' as const, role: 'finance', scope: 'company' as const }, fallback: [] },
      { assignee: { by: 'superior' as const, level: 1, of: 'requester' as const }, fallback: [] },
    ];
    const sign = {
      ...context.definition.flow.find(({ id }) => id === 'review')!,
      kind: 'countersign',
      people,
      rule: { by: 'all' },
      mayReject: false,
    };
    const flow = context.definition.flow.map((step) => (step.id === 'review' ? sign : step)) as typeof context.definition.flow;
    const told = { ...context, definition: { ...context.definition, flow } };
    const found = people.map(({ assignee }, index) => ({ rule: assignee, candidates: [], chosen: [['chen'], ['zhang']][index] ?? [] }));
    const derivation = { ...stepAt('review').derivation!, rules: found };
    expect(reasonText(derivation, told, 'zhang')).toMatchObject({ zh: '申请人的直属上级' });
    expect(reasonText(derivation, told, 'chen').zh).not.toContain('上级');
    expect(reasonText(derivation, told).zh).toMatch(/申请人的直属上级会签，须全部同意$/);
    const standIns = [{ person: 'sun', absent: 'zhang', until: null, named: true }];
    expect(reasonText({ ...derivation, standIns }, told, 'sun')).toMatchObject({ zh: '代张伟（申请人的直属上级）' });
  });

  it('tells each of several with rules of their own why it is with that one', () => {
    const rules = [
      { rule: { by: 'role' as const, role: 'finance', scope: 'company' as const }, candidates: [], chosen: ['chen'] },
      { rule: { by: 'superior' as const, level: 1, of: 'requester' as const }, candidates: [], chosen: ['zhang'] },
    ];
    const derivation = { ...stepAt('review').derivation!, rules };
    expect(whyLine(derivation, context, 'zhang').zh).toBe('申请人的直属上级');
    expect(whyLine(derivation, context, 'chen').zh).not.toContain('上级');
  });

  it('tells whom an operator has named from whom the process names', () => {
    const derivation = stepAt('review').derivation!;
    const rules = [{ rule: { by: 'person' as const, person: 'zhou' }, candidates: [], chosen: ['zhou'] }];
    expect(whyLine({ ...derivation, rules }, context)).toEqual({ zh: '管理员指定', en: 'Assigned by an administrator' });
  });

  it('names the direct superior, and a vacant post by its role', () => {
    expect(why('review')).toEqual({ zh: '申请人的直属上级', en: 'The requester’s direct superior' });
    const vacancy = changed((copy) => (copy.positions.find((post) => post.role === 'area-manager')!.personId = null));
    expect(why('review', { directory: vacancy })).toEqual({
      zh: '申请人的直属上级。运营区长 岗位空缺 ✕ → 孙倩 ✓',
      en: 'The requester’s direct superior: Area manager the post is vacant ✕ → Sun Qian ✓',
    });
  });

  it('says that somebody takes the place of a vacant post', () => {
    const substitute = { person: 'sun', until: '2027-02-01' };
    const taken = changed((copy) =>
      Object.assign(
        copy.positions.find((post) => post.role === 'area-manager')!,
        { personId: null, substitute },
      ),
    );
    expect(why('review', { directory: taken })).toEqual({
      zh: '申请人的直属上级。孙倩（暂代运营区长） ✓',
      en: 'The requester’s direct superior: Sun Qian (in place of the vacant area manager) ✓',
    });
  });

  it('says why nobody is asked though people were found: too many of them, or too few', () => {
    const derivation = stepAt('review').derivation!;
    const found = (count: number) => {
      const chosen = Array.from({ length: count }, (_, index) => `person ${index}`);
      const rules = [{ rule: { by: 'role' as const, role: 'gm', scope: 'company' as const }, candidates: [], chosen }];
      return whyLine({ ...derivation, rules, result: 'blocked' }, context).zh;
    };
    expect(found(0)).toMatch(/。没有可以处理的人$/);
    expect(found(2)).toMatch(/。可以处理的人太少$/);
    expect(found(51)).toMatch(/。符合条件的超过 50 人，无法同时请他们处理$/);
  });

  it('says that nobody was found', () => {
    const none = changed((copy) => (copy.grants = []));
    expect(why('approval', { directory: none }).zh).toMatch(/张伟 没有此项审批权 ✕ → .*。没有可以处理的人$/);
  });

  it('turns the sentence into a question to who must decide', () => {
    const sentence = { zh: '李娜报销 ¥12,300.00', en: 'Li Na claims ¥12,300.00' };
    expect(sentenceToDecide(sentence, stepAt('approval').derivation!, context)).toEqual({
      zh: '李娜报销 ¥12,300.00，高于运营经理 ¥5,000 的额度，请您决定',
      en: 'Li Na claims ¥12,300.00; it is above the ops manager’s ¥5,000, so it is yours to decide',
    });
    expect(sentenceToDecide(sentence, stepAt('review').derivation!, context)).toEqual(sentence);
    const { rules, ...rest } = stepAt('approval').derivation!;
    const overPlan = {
      ...rest,
      plan: 'over' as const,
      rules: rules.map((rule) => ({
        ...rule,
        candidates: rule.candidates.map((each) => ({
          ...each,
          removed: each.removed && { code: 'plan-not-covered' as const, params: {} },
        })),
      })),
    };
    expect(sentenceToDecide(sentence, overPlan, context)).toEqual({
      zh: '李娜报销 ¥12,300.00，运营经理的额度只适用于计划内，请您决定',
      en: 'Li Na claims ¥12,300.00; the ops manager’s limit is for in-plan cases only, so it is yours to decide',
    });
  });
});
