import { SEED_DEFINITIONS } from '@countersign/definitions';
import { RENEWAL_FIELDS } from '@countersign/domain';
import { EXIT, EXIT_FIELDS, RENEWAL } from './lease-statements';
import { OPENING, OPENS_ON } from './opening-rows';

describe('what the register and the openings read of requests', () => {
  it.each([
    [RENEWAL, Object.values(RENEWAL_FIELDS)],
    [EXIT, Object.values(EXIT_FIELDS)],
    [OPENING, [OPENS_ON]],
  ])('stands in the form of %s as it ships', (key, fields) => {
    const form = SEED_DEFINITIONS.find((definition) => definition.key === key)?.form.fields.map((field) => field.key);
    expect(form).toEqual(expect.arrayContaining(fields));
  });
});
