import { RULE_CHANGES } from '@countersign/database';
import { Id, Many, OneOf, OneOrNull, Text, TextOrNull, Time, Whole, Wire } from '../../http/schema.decorators';
import { PersonRef } from '../../http/values.view';

export class RuleChangeItem {
  @Id() id!: string;
  @Time() at!: string;
  @OneOrNull(() => PersonRef, { description: 'Null: the command line.' }) by!: PersonRef | null;
  @OneOf(RULE_CHANGES) kind!: string;
  @Whole({ description: 'Rows that differ.' }) changed!: number;
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
}

export class RuleChangeView extends RuleChangeItem {
  @Many(() => ChangedRowView, { description: 'The first two thousand.' }) rows!: ChangedRowView[];
}
