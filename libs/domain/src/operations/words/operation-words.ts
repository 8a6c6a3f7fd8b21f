import type { CommandType, PersonCommandType } from '../../request/command';
import type { Notice, NoticeSubject } from '../../request/effect';
import type { OwnClosings, OwnEvents, OwnNotices, OwnOf, OwnRefusals } from '../../request/words/own-words';
import type { Bilingual, Json } from '../../text/bilingual';

/** What words are made with: titles of steps, names of people, and what is said once an operation was taken back. */
export interface Naming {
  undone: (type: PersonCommandType, step: string | null) => Bilingual;
  step: (id: string) => Bilingual;
  item: (step: string, id: string) => Bilingual;
  field: (key: string) => Bilingual;
  person: (id: string) => Bilingual;
}

/** What words of a refusal are made with; `time` writes a moment in the reader's words, both blank where nobody can. */
export type RefusalNaming = Pick<Naming, 'item' | 'step'> & { time: (iso: string) => Bilingual };

/** An event of an operation's own. */
export interface OwnEventWords<E> {
  /** For the timeline, without its subject. Pure. */
  text: (event: E, naming: Naming) => Bilingual;
  /** It says nothing to people beside what else happened. */
  silent?: true;
  /** What its requester is told of it, or others (`to`); null = nothing. Pure. */
  tells?: (event: E) => { notice: Notice; step: string | null; to?: string[]; due?: string } | null;
}

/** A refusal of an operation's own. */
export interface OwnRefusalWords {
  /** Something else stands there now; this person may not; what was sent cannot be. */
  kind: 'conflict' | 'forbidden' | 'invalid';
  /** It is no news to anybody: the button is not there. */
  silent?: true;
  /** Pure. */
  text: (params: Record<string, Json>, naming: RefusalNaming) => Bilingual;
}

/** Words of what an operation adds to those of the house; the compiler asks for each. */
export interface OwnWords<T extends CommandType = CommandType> {
  events: { [E in keyof OwnOf<OwnEvents, T, object>]: OwnEventWords<OwnOf<OwnEvents, T, object>[E]> };
  closings: { [C in OwnOf<OwnClosings, T, never> & string]: Bilingual };
  notices: { [N in OwnOf<OwnNotices, T, never> & string]: (subject: NoticeSubject) => Bilingual };
  refusals: { [R in OwnOf<OwnRefusals, T, never> & string]: OwnRefusalWords };
}
