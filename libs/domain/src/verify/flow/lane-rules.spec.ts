import { checker, flowOf, lane, titled } from '../../rehearsal/lanes.fixture';
import { verify } from '../verify';

const writing = (id: string) => checker(id, { kind: 'work', fields: { write: ['inPlan'] } });
const reading = checker('y', { when: { eq: [{ field: 'inPlan' }, { value: true }] } });

describe('what is said of lanes that meet in a field', () => {
  it('calls it by what it is called on screen, in both languages', () => {
    const lanes = [lane('l', [writing('x')]), lane('r', [writing('z'), reading])];
    const definition = flowOf([{ id: 'both', title: titled('Both'), kind: 'parallel', lanes }]);
    const found = verify(definition).filter(({ code }) => code.startsWith('lanes-'));
    expect(found.map(({ code }) => code).sort()).toEqual(['lanes-read-race', 'lanes-write-same']);
    const label = definition.form.fields.find(({ key }) => key === 'inPlan')?.label;
    for (const { message } of found) {
      expect(message.zh).toContain(`「${label?.zh}」`);
      expect(message.en).toContain(`“${label?.en}”`);
    }
  });
});
