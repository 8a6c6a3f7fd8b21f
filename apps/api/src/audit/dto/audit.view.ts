import { ANCHOR_PLACES, CHECK_STATES, JOURNAL_FAULTS, type AnchorPlace, type CheckState, type JournalFault } from '@countersign/database';
import { Id, Many, One, OneOf, OneOrNull, Text, TextOrNull, Time, TimeOrNull, Whole } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef, UsedTokenView } from '../../http/schema/values.view';

export class JournalFindingView {
  @OneOf(JOURNAL_FAULTS, {
    description:
      '`changed`: an entry is not what its link says; `missing`: one is not there; `cut`: a request is not where its entries end; `sealed`: a request is not what it was when it was sealed; `seal`: a seal does not follow from the one before.',
  })
  fault!: JournalFault;
  @TextOrNull({ description: 'Number of the request, or its id; null of a seal.' }) request!: string | null;
  @Whole({ description: 'Of the entry, or of the seal.' }) n!: number;
}

export class JournalCheckView {
  @Id() id!: string;
  @One(() => PersonRef) by!: PersonRef;
  @OneOf(CHECK_STATES) state!: CheckState;
  @Whole({ description: 'Entries when it began.' }) total!: number;
  @Whole() checked!: number;
  @Whole({ description: 'Seals that were worked out again.' }) seals!: number;
  @Many(() => JournalFindingView, { description: 'The first of what does not hold.' }) findings!: JournalFindingView[];
  @Whole({ description: 'How much does not hold.' }) found!: number;
  @Time() createdAt!: string;
  @TimeOrNull() endedAt!: string | null;
}

export class JournalCheckPage {
  @Many(() => JournalCheckView) items!: JournalCheckView[];
  @TextOrNull() nextCursor!: string | null;
}

export class SealedMonthView {
  @Text({ description: 'As 2026-11, of the company’s calendar.' }) month!: string;
  @Whole() entries!: number;
  @Whole() seals!: number;
  @Text({ description: 'The newest seal of the month, SHA-256 in hexadecimal.' }) seal!: string;
}

export class AnchorView {
  @OneOf(ANCHOR_PLACES) place!: AnchorPlace;
  @Whole({ description: 'The newest seal that is kept there.' }) seq!: number;
  @Time() at!: string;
}

export class AuditStateView {
  @Many(() => SealedMonthView, { description: 'The newest twelve, oldest first.' }) months!: SealedMonthView[];
  @Many(() => AnchorView, { description: 'Where the seals are kept outside the database.' }) anchors!: AnchorView[];
  @OneOrNull(() => JournalCheckView, { description: 'The newest that was not cancelled.' }) lastCheck!: JournalCheckView | null;
}

export class AuditEntryRequest {
  @Id() id!: string;
  @TextOrNull() number!: string | null;
  @One(() => BilingualView, { description: 'The process.' }) title!: BilingualView;
}

/** A transition of some request. Nothing of its form is in it. */
export class AuditEntryView {
  @Text({ description: 'Names the entry in lists.' }) id!: string;
  @Whole() n!: number;
  @Time() at!: string;
  @OneOrNull(() => PersonRef, { description: 'Null: the system.' }) by!: PersonRef | null;
  @OneOrNull(() => UsedTokenView, { description: 'Sent by a program in the name of its person; null: by the person.' })
  token!: UsedTokenView | null;
  @One(() => AuditEntryRequest) request!: AuditEntryRequest;
  @OneOrNull(() => BilingualView) step!: BilingualView | null;
  @One(() => BilingualView) what!: BilingualView;
  @Text({ description: 'Link of the request’s chain before it.' }) previous!: string;
  @Text() chain!: string;
}

export class AuditEntryPage {
  @Many(() => AuditEntryView) items!: AuditEntryView[];
  @TextOrNull() nextCursor!: string | null;
}
