import type { CommandBody } from '@countersign/domain';
import { MOST_COMMAND_BYTES, tooLarge } from './command-size';

const body = (more: Partial<CommandBody>): CommandBody => ({ type: 'submit', requestId: 'r', actor: 'ann', ...more });
const judged = (command: CommandBody) => tooLarge(command, JSON.stringify(command));

describe('the size of a command', () => {
  it('is nobody’s business as long as it can be delivered', () => {
    expect(judged(body({ form: { reason: 'x' } }))).toBeNull();
    expect(judged(body({ form: { reason: 'x'.repeat(MOST_COMMAND_BYTES - 200) } }))).toBeNull();
  });

  it('names the part that is too large', () => {
    const long = 'x'.repeat(MOST_COMMAND_BYTES);
    expect(judged(body({ form: { short: 'x', reason: long } }))?.place).toBe('form.reason');
    expect(judged(body({ choices: { look: long } }))?.place).toBe('choices.look');
    expect(judged(body({ comment: long }))?.place).toBe('comment');
    expect(judged(body({ choices: { ['k'.repeat(MOST_COMMAND_BYTES)]: 'p' } }))?.place).toBe(`choices.${'k'.repeat(60)}`);
  });

  it('counts bytes, not signs', () => {
    expect(judged(body({ comment: '字'.repeat(MOST_COMMAND_BYTES / 3) }))).toMatchObject({ place: 'comment', most: MOST_COMMAND_BYTES });
  });
});
