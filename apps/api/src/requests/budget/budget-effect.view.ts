import { LINE_CONTROLS, type LineControl } from '@countersign/domain';
import { Flag, Id, Many, One, OneOf, OneOrNull, Text } from '../../http/schema/schema.decorators';
import { BilingualView, MoneyView } from '../../http/schema/values.view';
import { LadderRungView } from '../dto/decision.view';

/** What people call something that has a key. */
export class KeyedView {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
}

/** A unit that spends. */
export class BudgetUnit {
  @Id() id!: string;
  @One(() => BilingualView) name!: BilingualView;
}

/** What lines may take, what was taken of it, and what is left. */
export class SumsView {
  @One(() => MoneyView, { description: 'By plans in force.' }) planned!: MoneyView;
  @One(() => MoneyView, { description: 'From and to other lines.' }) moved!: MoneyView;
  @One(() => MoneyView, { description: 'Granted over the plan.' }) extended!: MoneyView;
  @One(() => MoneyView) reserved!: MoneyView;
  @One(() => MoneyView) committed!: MoneyView;
  @One(() => MoneyView) spent!: MoneyView;
  @One(() => MoneyView, { description: 'Of what was spent: not by requests.' }) outside!: MoneyView;
  @One(() => MoneyView, { description: 'Below zero where others have spent more than there was.' }) available!: MoneyView;
}

/** The line that a request falls on. */
export class DrawnLineView {
  @Id() id!: string;
  @One(() => BudgetUnit) unit!: BudgetUnit;
  @OneOrNull(() => KeyedView, { description: 'Null: on anything.' }) category!: KeyedView | null;
  @Text({ description: 'First day, YYYY-MM-DD.' }) from!: string;
  @Text({ description: 'Last day, YYYY-MM-DD.' }) to!: string;
  @OneOf(LINE_CONTROLS) control!: LineControl;
  @One(() => SumsView, { description: 'As it would stand without the request.' }) without!: SumsView;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
}

/** What a request does to a budget. */
export class BudgetEffectView {
  @OneOrNull(() => DrawnLineView, { description: 'Null: no plan in force speaks of it.' }) line!: DrawnLineView | null;
  @One(() => MoneyView) asked!: MoneyView;
  @One(() => MoneyView, { description: 'The part that the line covers.' }) covered!: MoneyView;
  @One(() => MoneyView, { description: 'The part that it does not.' }) over!: MoneyView;
  @Flag({ description: 'Nothing is over.' }) inPlan!: boolean;
}

/** Of a request that its line covers in part: one of the two, and whose limit covers it. */
export class BudgetPartView {
  @OneOf(['covered', 'over']) part!: 'covered' | 'over';
  @One(() => MoneyView) amount!: MoneyView;
  @One(() => BilingualView, { description: 'Of the step that decides it.' }) step!: BilingualView;
  @Flag({ description: 'It has been approved.' }) approved!: boolean;
  @Many(() => LadderRungView) ladder!: LadderRungView[];
}

export class RequestBudgetView {
  @OneOrNull(() => BudgetEffectView, { description: 'Null: it draws on none, or not yet.' }) budget!: BudgetEffectView | null;
  @Many(() => BudgetPartView, { description: 'Where whoever approves the covered part passes the rest on; else none.' })
  parts!: BudgetPartView[];
}
