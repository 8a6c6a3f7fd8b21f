import { SEVERITIES, type FormSurroundings } from '@countersign/domain';
import { BilingualView, PersonRef, ReasonView } from '../../http/schema/values.view';
import {
  Flag,
  FromDomain,
  Many,
  One,
  OneOf,
  OneOrNull,
  Optional,
  Text,
  TextOrNull,
  Texts,
  Time,
  TimeOrNull,
  Whole,
  Wire,
} from '../../http/schema/schema.decorators';

export const DEFINITION_STATUSES = ['draft', 'published', 'retired'] as const;

/** One of several ways to start a process. */
export class EntranceView {
  @Text({ description: 'What the field says that tells them apart.' }) value!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Flag() startable!: boolean;
}

/** The ways to start a process, and by which field they are told apart. */
export class EntrancesView {
  @Text() field!: string;
  @Many(() => EntranceView) each!: EntranceView[];
}

export class DefinitionItem {
  @Text() key!: string;
  @Whole() version!: number;
  @Text({ description: 'Of what is published or to be published: sent back as `If-Match`.' }) hash!: string;
  @One(() => BilingualView) title!: BilingualView;
  @OneOrNull(() => BilingualView) description!: BilingualView | null;
  @Text() area!: string;
  @TextOrNull() code!: string | null;
  @OneOf(DEFINITION_STATUSES) status!: string;
  @Flag() startable!: boolean;
  @OneOrNull(() => ReasonView, { description: 'Why the reader may not start it; null for a draft, which nobody may.' })
  why!: ReasonView | null;
  @OneOrNull(() => EntrancesView, { description: 'Null where there is only one way to start it.' }) entrances!: EntrancesView | null;
  @Flag({ description: 'Its approval changes authority.' }) changesAuthority!: boolean;
}

export class DefinitionList {
  @Many(() => DefinitionItem) items!: DefinitionItem[];
}

/** As much as the conditions of a form ask for, to judge them elsewhere. */
export class FormSurroundingsView {
  @Texts({ description: 'Roles of the requester.' }) requesterRoles!: readonly string[];
  @Wire({ description: 'Parameters of the definition: text, number, yes/no or an amount.' })
  params!: FormSurroundings['params'];
  @Optional({ type: String, format: 'date', description: 'The company’s day, where the form judges days by it.' }) today?:
    string | undefined;
  @Optional({ type: Object, description: 'The clock of the requester’s unit, where the form counts working days by it.' })
  clock?: FormSurroundings['clock'];
}

export class DefinitionView {
  @FromDomain('Definition') definition!: object;
  @Text() hash!: string;
  @One(() => FormSurroundingsView, { description: 'What surrounds a form that the reader would submit now.' })
  surroundings!: FormSurroundingsView;
  @OneOrNull(() => ReasonView, { description: 'Why the reader may not start it; null where they may.' }) why!: ReasonView | null;
}

export class DefinitionVersionItem {
  @Whole() version!: number;
  @OneOf(DEFINITION_STATUSES) status!: string;
  @Text() hash!: string;
  @OneOf(['seed', 'offered', 'import'], { description: 'Shipped with the product, shipped and offered under a free number, or imported.' })
  source!: string;
  @Time() createdAt!: string;
  @OneOrNull(() => PersonRef) createdBy!: PersonRef | null;
  @TimeOrNull() publishedAt!: string | null;
}

export class DefinitionVersionList {
  @Many(() => DefinitionVersionItem) items!: DefinitionVersionItem[];
}

export class FindingView {
  @OneOf(SEVERITIES) severity!: string;
  @Text() code!: string;
  @Text() path!: string;
  @One(() => BilingualView) message!: BilingualView;
}

export class DefinitionDraftView {
  @Text() key!: string;
  @Whole() version!: number;
  @OneOf(DEFINITION_STATUSES) status!: string;
  @Text() hash!: string;
  @Many(() => FindingView) findings!: FindingView[];
}

/** One version as it was imported: to look at, to keep, to take to another company. */
export class DefinitionVersionView extends DefinitionDraftView {
  @FromDomain('Definition') definition!: object;
  @One(() => FormSurroundingsView, { description: 'What would surround its form, were the reader to submit it now.' })
  surroundings!: FormSurroundingsView;
}
