import { isBroken, jsonFile } from './read-json';

describe('a file that is read as JSON', () => {
  it('says where it is none', () => {
    expect(jsonFile('a.json', '{\n  "key": "x",\n  oops }').broken).toEqual({ line: 3, column: 3 });
    expect(jsonFile('torn.json', '{"key": ').broken).toEqual({ line: 1, column: 9 });
    expect(isBroken(jsonFile('empty.json', ''))).toBe(true);
  });
  it('is what it says otherwise', () => {
    expect(jsonFile('a.json', '{"key":1}')).toEqual({ name: 'a.json', json: { key: 1 } });
  });
});
