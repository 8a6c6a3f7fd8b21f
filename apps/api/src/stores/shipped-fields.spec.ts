import { SEED_DEFINITIONS } from '@countersign/definitions';
import { RENEWAL_FIELDS } from '@countersign/domain';
import { EXIT, RENEWAL } from './lease-statements';
import { OPENING, OPENS_ON } from './opening-rows';

describe('what the register and the openings read of requests', () => {
  it.each([
    [RENEWAL, Object.values(RENEWAL_FIELDS)],
    [EXIT, ['store', 'mall', 'exitOn']],
    [OPENING, [OPENS_ON]],
  ])('stands in the form of %s as it ships', (key, fields) => {
    const form = SEED_DEFINITIONS.find((definition) => definition.key === key)?.form.fields.map((field) => field.key);
    expect(form).toEqual(expect.arrayContaining(fields));
  });
});
