import { problemText, type Answer } from './api';

/** The log asks for something that the process does not allow: a finding about the case, not an error of the tool. */
export class Deviation extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {
    super(`${code}: ${reason}`);
  }

  /** The product's own refusal, with its code and its words. */
  static of(answer: Answer): Deviation {
    const code = typeof answer.body.code === 'string' ? answer.body.code : `http-${answer.status}`;
    return new Deviation(code, problemText(answer));
  }
}
