import { FormSurroundingsView } from '../../definitions/dto/definition.view';
import { Flag, FromDomain, Many, One, OneOrNull, Text, TextOrNull, Whole, Wire, WireOrNull } from '../../http/schema/schema.decorators';
import { MoneyView, PersonRef } from '../../http/schema/values.view';

/** What was decided about a row of a table. */
export class RowMarkView {
  @Text() field!: string;
  @Whole() row!: number;
  @Flag({ description: 'It counts for nothing any more; else an amount in it was cut.' }) refused!: boolean;
  @TextOrNull({ description: 'The column in which an amount was cut.' }) column!: string | null;
  @OneOrNull(() => MoneyView, { description: 'What stood there before.' }) was!: MoneyView | null;
  @One(() => PersonRef) by!: PersonRef;
  @Text() reason!: string;
}

export class FormView {
  @FromDomain('Field', { isArray: true }) fields!: object[];
  @Wire({ description: 'Values in wire form: money as { amount, currency }, dates YYYY-MM-DD.' }) values!: Record<string, unknown>;
  @WireOrNull({
    description: 'For the requester of a returned request: the values of the last round, while `values` are what was saved since.',
  })
  submitted!: Record<string, unknown> | null;
  @Many(() => RowMarkView, { description: 'Rows of tables that were refused, or in which an amount was cut; of one row the latest first.' })
  marks!: RowMarkView[];
  @OneOrNull(() => FormSurroundingsView, { description: 'For whoever fills the form in: what its conditions ask for besides its fields.' })
  surroundings!: FormSurroundingsView | null;
}
