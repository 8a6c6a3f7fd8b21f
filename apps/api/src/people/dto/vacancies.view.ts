import { BilingualView, PersonRef } from '../../http/schema/values.view';
import { Id, Many, One, OneOrNull, TextOrNull, Whole } from '../../http/schema/schema.decorators';

/** What a vacant post means for requests under way, within what the reader may know. */
export class VacancyWaitsView {
  @Whole({ description: 'Requests that stopped because nobody holds it.' }) stuck!: number;
  @Whole({ description: 'Requests that are with whoever takes its place.' }) acted!: number;
}

/** A post that nobody holds today. */
export class VacancyView {
  @Id() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @TextOrNull({ description: 'The first day on which nobody held it (YYYY-MM-DD); null: not known.' }) since!: string | null;
  @OneOrNull(() => PersonRef, { description: 'Who takes its place today.' }) substitute!: PersonRef | null;
  @TextOrNull({ description: 'They take it until this day (YYYY-MM-DD), exclusive.' }) substituteUntil!: string | null;
  @OneOrNull(() => PersonRef, { description: 'Who is to hold it next.' }) next!: PersonRef | null;
  @TextOrNull({ description: 'From which day (YYYY-MM-DD) they hold it.' }) nextFrom!: string | null;
  @Whole({ description: 'Processes in use that ask somebody of its role.' }) processes!: number;
  @OneOrNull(() => VacancyWaitsView, { description: 'Null: not told to the caller.' }) waits!: VacancyWaitsView | null;
}

export class VacancyPage {
  @Many(() => VacancyView) items!: VacancyView[];
  @TextOrNull() nextCursor!: string | null;
  @Whole({ description: 'Posts without a holder, on all pages.' }) vacant!: number;
  @Whole({ description: 'Those of them whose place somebody takes.' }) substituted!: number;
}
