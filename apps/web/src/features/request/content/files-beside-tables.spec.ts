import { filesBesideTables } from './files-beside-tables';

const file = (id: string) => ({ id, name: `${id}.pdf`, type: 'application/pdf', size: 1, sha256: id });

describe('the files beside the form', () => {
  it('leaves out what a table shows in its rows, and keeps the rest', () => {
    const fields = [
      { key: 'items', type: 'table' },
      { key: 'attachments', type: 'files' },
    ];
    const values = { items: [{ matter: 'x', invoice: [file('a')] }, { matter: 'y' }], attachments: [file('b')] };
    const view = { form: { fields, values }, files: [file('a'), file('b')] } as unknown as Parameters<typeof filesBesideTables>[0];
    expect(filesBesideTables(view).map(({ id }) => id)).toEqual(['b']);
  });
});
