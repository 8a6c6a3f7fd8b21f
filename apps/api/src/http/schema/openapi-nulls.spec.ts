import { nullsOf31 } from './openapi-nulls';

describe('nulls of OpenAPI 3.1', () => {
  it('stand beside the type of a plain value', () => {
    expect(nullsOf31({ type: 'string', format: 'uuid', nullable: true })).toEqual({ type: ['string', 'null'], format: 'uuid' });
  });

  it('are one of the words of an enum', () => {
    expect(nullsOf31({ type: 'string', enum: ['a'], nullable: true })).toEqual({ type: ['string', 'null'], enum: ['a', null] });
  });

  it('stand beside a reference, with its description', () => {
    const schema = { nullable: true, description: 'why', allOf: [{ $ref: '#/x' }] };
    expect(nullsOf31(schema)).toEqual({ anyOf: [{ $ref: '#/x' }, { type: 'null' }], description: 'why' });
  });

  it('leave a property that is called nullable alone', () => {
    const schema = { properties: { nullable: { type: 'boolean' } } };
    expect(nullsOf31(schema)).toEqual(schema);
  });
});
