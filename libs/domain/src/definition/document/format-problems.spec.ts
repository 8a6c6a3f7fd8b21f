import { z } from 'zod';
import { formatProblems } from './format-problems';

const told = (schema: z.ZodType, json: unknown) => formatProblems(schema, json).map(({ path, message }) => [path, message.zh, message.en]);

describe('a property that there is not', () => {
  const span = z.strictObject({ days: z.int().optional(), hours: z.int().optional() });

  it('is told with those that there are and that are not written yet, wherever it stands', () => {
    expect(told(z.strictObject({ due: z.union([span, z.string()]) }), { due: { minutes: 5, days: 1 } })).toEqual([
      ['due', '有不认识的属性：minutes；还可以写：hours', 'has unknown properties: minutes; it may also have: hours'],
    ]);
  });

  it('is told alone where nothing else may be written', () => {
    expect(told(span, { days: 1, hours: 2, weeks: 3 })).toEqual([['', '有不认识的属性：weeks', 'has unknown properties: weeks']]);
  });
});
