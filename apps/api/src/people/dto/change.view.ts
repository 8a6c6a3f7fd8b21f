import { RULE_CHANGES } from '@countersign/database';
import { Id, Many, One, OneOf, OneOrNull, Text, TextOrNull, Time, Whole, Wire } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef, UsedTokenView } from '../../http/schema/values.view';

export class ChangedMemberView {
  @One(() => BilingualView) label!: BilingualView;
  @One(() => BilingualView) before!: BilingualView;
  @One(() => BilingualView) after!: BilingualView;
}

/** A changed row as people read it, by the names of today. */
export class WordedRuleView {
  @One(() => BilingualView) section!: BilingualView;
  @One(() => BilingualView, { description: 'What it is about: a person, a post, a limit.' }) what!: BilingualView;
  @OneOf(['added', 'removed', 'changed']) how!: string;
  @Many(() => ChangedMemberView) members!: ChangedMemberView[];
}

export class RuleChangeItem {
  @Id() id!: string;
  @Time() at!: string;
  @OneOrNull(() => PersonRef, { description: 'Null: the command line.' }) by!: PersonRef | null;
  @OneOrNull(() => UsedTokenView, {
    description: 'Done by a program, or in a session that somebody else’s link began; null: by the person.',
  })
  token!: UsedTokenView | null;
  @OneOf(RULE_CHANGES) kind!: string;
  @Whole({ description: 'Rows that differ.' }) changed!: number;
  @OneOrNull(() => WordedRuleView, { description: 'The first of them.' }) first!: WordedRuleView | null;
}

export class RuleChangePage {
  @Many(() => RuleChangeItem) items!: RuleChangeItem[];
  @TextOrNull() nextCursor!: string | null;
}

export class ChangedRowView {
  @Text({ description: 'Part of the directory, or `definitions`.' }) section!: string;
  @Text() key!: string;
  @Wire({ description: 'The members that differ, as they were; null: it was not there.' }) before!: unknown;
  @Wire({ description: 'The same as they are; null: it is not there any more.' }) after!: unknown;
  @One(() => WordedRuleView) words!: WordedRuleView;
}

export class RuleChangeView extends RuleChangeItem {
  @Many(() => ChangedRowView, { description: 'The first two thousand.' }) rows!: ChangedRowView[];
}
