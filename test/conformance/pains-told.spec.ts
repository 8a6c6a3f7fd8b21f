import openapi from '../../openapi.json';
import { letter, type MailedNotice } from '../../apps/worker/src/mail/letter';
import type { Calendar } from '../../libs/domain/src/calendar/calendar.schema';
import { mainlandChina } from '../../libs/domain/src/calendar/mainland-china';
import { clockOf } from '../../libs/domain/src/calendar/running-clock';
import { afterWorkingTime } from '../../libs/domain/src/calendar/working-time';
import { resolverOver } from '../../libs/domain/src/engine/decide';
import { PERSON_OPERATIONS } from '../../libs/domain/src/operations/registry';
import { sampleDirectory, cny, NOW } from '../../libs/domain/src/people/sample-company.fixture';
import { walkAhead } from '../../libs/domain/src/preview/foresee';
import { inOneGo } from '../../libs/domain/src/preview/in-one-go.fixture';
import { preview } from '../../libs/domain/src/preview/preview';
import { rehearsalOf } from '../../libs/domain/src/preview/rehearsal';
import { refolds } from '../../libs/domain/src/rehearsal/calls.fixture';
import { checker, flowOf, open, peopled, titled } from '../../libs/domain/src/rehearsal/lanes.fixture';
import { changed, START, type Play } from '../../libs/domain/src/rehearsal/play.fixture';
import { at, formOf, told } from '../../libs/domain/src/rehearsal/staffed.fixture';
import { recordOf } from '../../libs/domain/src/request/standing';
import { context } from '../../libs/domain/src/sentences/sentence-scene.fixture';
import { whyLine } from '../../libs/domain/src/sentences/people/why-line';
import { CLIMB, inCompany, standing } from './pains/in-company';

/** Pains of what is told, foretold and due, by their names in public reports. */

const heard = (play: Play): string[] =>
  play.effects.flatMap((effect) => (effect.type === 'notify' ? [`${effect.notice} → ${effect.to.join(', ')}`] : []));

describe('No preview of who will approve', () => {
  const foretold = () => {
    const input = { form: { amount: cny(12_300) }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} };
    return { input, route: inOneGo(preview(inCompany(12_300).process, input)).steps.map(({ step, people }) => `${step} ${people.join()}`) };
  };

  it('names everybody before anything is sent, and they are whom the request then really comes to', () => {
    const { route } = foretold();
    const play = inCompany(12_300);
    for (const [by, fields] of [['zhang'], ['liu', { inPlan: true }], ['song'], ['zhou'], ['chen']] as const)
      expect(play.do('approve', by, fields ? { fields } : {})).toBeNull();
    expect(play.context.outcome).toBe('approved');
    const came = play.journal.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'task.opened' || event.type === 'copy.sent' ? [`${event.step} ${event.person}`] : [])),
    );
    expect(came).toEqual(route);
    expect(came).toEqual(['review zhang', 'check liu', 'director song', 'approval zhou', 'pay chen', 'tell zhang']);
  });

  it('a look ahead changes nothing: not the form, not the request', () => {
    const { input } = foretold();
    expect(input).toEqual({ ...input, form: { amount: cny(12_300) }, directory: sampleDirectory() });
    const play = inCompany(12_300);
    const before = JSON.stringify(play.request);
    inOneGo(
      walkAhead(rehearsalOf(play.process), { request: play.request, form: play.form ?? {}, directory: sampleDirectory(), assume: {} }),
    );
    expect(JSON.stringify(play.request)).toBe(before);
    refolds(play);
  });
});

describe('Nobody sees where it is', () => {
  it('it says who had it and when, who has it and since when, who comes next, and why', () => {
    const play = inCompany(12_300);
    play.do('approve', 'zhang');
    play.do('approve', 'liu', { fields: { inPlan: true } });
    play.do('approve', 'song');
    const words = ['review', 'check', 'director'].map((step) => Object.values(recordOf(play.context, step)?.seats ?? {})[0]?.vote);
    expect(words.map((vote) => [vote?.person, vote?.pressed, vote?.at])).toEqual([
      ['zhang', 'approve', NOW],
      ['liu', 'approve', NOW],
      ['song', 'approve', NOW],
    ]);
    const directory = sampleDirectory();
    const ahead = inOneGo(walkAhead(rehearsalOf(play.process), { request: play.request, form: play.form ?? {}, directory, assume: {} }));
    expect(ahead.steps.map(({ step, people, current }) => `${step} ${people.join()}${current ? ' now' : ''}`)).toEqual([
      'approval zhou now',
      'pay chen',
      'tell zhang',
    ]);
    expect(play.journal[recordOf(play.context, 'approval')!.generation - 1]?.facts.now).toBe(NOW);
    const { derivation } = resolverOver(play.process, directory).find(play.request.state, 'approval');
    expect(derivation && whyLine(derivation, context)).toEqual({
      zh: '从直属上级起逐级上报，直到额度覆盖 ¥12,300。张伟 ¥1,000 ✕ → 孙倩 ¥5,000 ✕ → 周岩 ¥20,000 ✓',
      en: 'Goes up the reporting line until a limit covers ¥12,300: Zhang Wei ¥1,000 ✕ → Sun Qian ¥5,000 ✕ → Zhou Yan ¥20,000 ✓',
    });
  });
});

describe('Notifications: too many, none, or to the wrong one', () => {
  it('only those hear of a task whose turn it is; the requester hears how it ended', () => {
    const play = at('review');
    const turns = [heard(play)];
    const goesOn = (by: string, more: object = {}): void => {
      expect(play.do('approve', by, more)).toBeNull();
      turns.push(heard(play));
    };
    goesOn('mei');
    goesOn('chen', { fields: { inPlan: true } });
    goesOn('bo');
    goesOn('kai', { fields: { receipt: 'R-7' } });
    expect(turns).toEqual([
      ['task-opened → mei'],
      ['task-opened → chen, cheng'],
      ['task-opened → bo'],
      ['task-opened → kai', 'copy-received → sun'],
      ['request-approved → ann'],
    ]);
  });

  it('what was told of a task that somebody else has decided is out of date', () => {
    const play = at('check');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.effects[0]).toMatchObject({ type: 'supersede-notices', step: 'check' });
    expect(heard(play).some((notice) => notice.includes('cheng'))).toBe(false);
  });

  it('whose task is taken back is told so', () => {
    const play = at('check');
    play.do('undo', 'mei');
    expect(heard(play)).toEqual(['decision-undone → chen, cheng', 'task-opened → mei']);
  });
});

describe('Links are approved by mail scanners and chat previews', () => {
  it('a link of a mail only opens the page: it carries no secret and no decision, and says so', () => {
    const notice: MailedNotice = {
      ...{ id: 'n-1', title: { zh: '等您审核', en: 'For you to review' }, number: 'BX-1', amount: null, reason: null },
      ...{ requestId: 'r-1', taskId: 't-1', mail: null },
    };
    for (const [language, foot] of [
      ['zh', '邮件里的链接只打开页面，不会替您作出任何决定。'],
      ['en', 'Its links only open a page: they never decide anything for you.'],
    ] as const) {
      const { text, html } = letter({ name: 'Mei', language, company: 'Shop' }, [notice], 'https://approvals.test');
      const links = [...text.matchAll(/https?:\S+/g)].map(([link]) => link);
      expect(links).toEqual(['https://approvals.test/requests/r-1', 'https://approvals.test/me']);
      expect([...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link)).toEqual(['https://approvals.test/requests/r-1']);
      expect(text).toContain(foot);
    }
  });

  it.each(PERSON_OPERATIONS.map(({ type }) => type))('%s is sent, and never fetched', (type) => {
    const routes = Object.entries(openapi.paths).filter(([path]) => path.endsWith(`/{id}/${type}`));
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.flatMap(([, methods]) => Object.keys(methods))).toEqual(routes.map(() => 'post'));
  });
});

describe('A deadline is decoration, fires once, or approves by itself', () => {
  const due = { due: { working: { hours: 4 }, remind: [50], ladder: [{ after: { days: 1 }, to: 'superior' }] } };

  it('every rung comes in its turn, and none of them decides', () => {
    const play = peopled(flowOf([checker('first', due), checker('last')]));
    const moment = (hours: number): string => new Date(START + hours * 3_600_000).toISOString();
    play.verdicts['first'] = {
      ...{ kind: 'seats', people: ['first-er'] },
      times: { from: moment(0), due: moment(4), marks: [moment(2), moment(4), moment(28)] },
    } as never;
    play.verdicts['first/rung'] = { kind: 'seats', people: ['above'] };
    play.do('submit', 'ann', { form: formOf(1200) });
    const notices: string[] = [];
    for (const hours of [2, 4, 28]) {
      play.seconds = hours * 3_600 + 1;
      expect(play.timer()).toBeNull();
      notices.push(...play.effects.flatMap((effect) => (effect.type === 'notify' ? [effect.notice] : [])));
      expect(open(play)).toEqual(['first']);
    }
    expect(notices.length).toBeGreaterThanOrEqual(3);
    expect(play.context.outcome).toBeNull();
  });
});

describe('Deadlines ignore holidays, or calendars of stores', () => {
  const closed: Calendar = {
    exceptions: [{ from: '2026-11-24', to: '2026-11-25', clock: 'office', hours: [], reason: titled('Power cut') }],
  };
  const dueOf = (play: Play): string | null | undefined => recordOf(play.context, 'approval')?.clock?.due;
  const wednesday = '2026-11-25T01:00:00.000Z';
  const friday = '2026-11-27T01:00:00.000Z';

  it('two working days from the eve of National Day end after the holiday, and a store’s clock runs through it', () => {
    const [office, store] = (['office', 'store'] as const).map((clock) => clockOf([], clock, 'Asia/Shanghai', mainlandChina()));
    const eve = '2026-09-30T08:00:00.000Z';
    expect(afterWorkingTime(office!, eve, { days: 2 })?.at.slice(0, 10)).toBe('2026-10-09');
    expect(afterWorkingTime(store!, eve, { days: 2 })?.at.slice(0, 10)).toBe('2026-10-02');
  });

  it('a calendar that changes moves what is open, and says so; nobody loses their task', () => {
    const play = inCompany(800, [{ ...CLIMB, due: { working: { days: 2 } } }]);
    expect(dueOf(play)).toBe(wednesday);
    standing(play, undefined, closed);
    expect(changed(play)).toBeNull();
    expect(play.events).toEqual([{ type: 'due.moved', step: 'approval', was: wednesday, is: friday }]);
    expect([dueOf(play), told(play.events)]).toEqual([friday, ['due.moved approval']]);
    standing(play);
    expect(changed(play)).toBeNull();
    expect(dueOf(play)).toBe(wednesday);
    expect(play.do('approve', 'zhang')).toBeNull();
    refolds(play);
  });
});
