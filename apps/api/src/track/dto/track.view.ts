import { STEP_KINDS, type StepKind } from '@countersign/domain';
import {
  Flag,
  Many,
  One,
  OneOf,
  OneOfOrNull,
  OneOrNull,
  Text,
  TextOrNull,
  Whole,
  WholeOrNull,
  Wholes,
  Wire,
} from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef } from '../../http/schema/values.view';
import { InboxRow } from '../../tasks/dto/task.view';
import { STANDING_KINDS } from './track.query';

const KINDS = Object.keys(STEP_KINDS) as StepKind[];

/** One request that is tracked: where it stands by the step that presses most, and its way so far. */
export class TrackRow extends InboxRow {
  @OneOf([...STANDING_KINDS, 'finished']) kind!: string;
  @OneOrNull(() => BilingualView, { description: 'Unit of the requester.' }) unit!: BilingualView | null;
  @Whole({ description: 'Steps at which it waits besides.' }) others!: number;
  @Text({ description: 'The step itself, for an operation on it; empty where it is over.' }) stepId!: string;
  @OneOfOrNull(KINDS, { description: 'Of what kind that step is; null where there is none.' }) stepKind!: StepKind | null;
  @Many(() => PersonRef, { description: 'Who else could take it, where it stands in a pool.' }) pool!: PersonRef[];
  @Text({ description: 'One letter for each step of its way, in order: p past, n now, l late, s stuck, a ahead.' }) way!: string;
  @WholeOrNull({ description: 'How long it has waited where it stands, in working minutes; null where it is over.' }) workedMinutes!:
    number | null;
  @WholeOrNull({ description: 'How long it might wait there, in working minutes; null where it is due on no day.' }) limitMinutes!:
    number | null;
}

export class TrackPage {
  @Many(() => TrackRow) items!: TrackRow[];
  @TextOrNull() nextCursor!: string | null;
}

/** How requests stand, at most 10,000 each. */
export class TrackCounts {
  @Whole() underWay!: number;
  @Whole({ description: 'Those that wait for somebody.' }) waiting!: number;
  @Whole() overdue!: number;
  @Whole() stuck!: number;
  @Whole({ description: 'In the last seven days.' }) finished!: number;
  @WholeOrNull({ description: 'Median time from first submit to the end of those, in minutes; null: none was finished.' })
  medianMinutes!: number | null;
}

/** Requests under way of one process. */
export class TrackedProcess {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() underWay!: number;
  @Whole() overdue!: number;
  @Whole() stuck!: number;
  @WholeOrNull({ description: 'Longest that one of them has waited where it stands, in minutes.' }) longestMinutes!: number | null;
}

export class TrackedProcesses {
  @Many(() => TrackedProcess) items!: TrackedProcess[];
}

/** One person, and what waits for them. */
export class TrackedPerson {
  @One(() => PersonRef) person!: PersonRef;
  @Flag({ description: 'They have left: nothing can wait for them.' }) left!: boolean;
  @Whole() waiting!: number;
  @Whole() overdue!: number;
  @WholeOrNull({ description: 'In minutes.' }) longestMinutes!: number | null;
  @WholeOrNull({ description: 'Median of their decisions in the last 90 days, in minutes.' }) medianMinutes!: number | null;
}

/** How much one person has to do, and how old it is; at most 1,000 each. */
export class PersonLoad {
  @One(() => PersonRef) person!: PersonRef;
  @Flag({ description: 'They are away now.' }) away!: boolean;
  @Whole() waiting!: number;
  @Whole() overdue!: number;
  @Wholes({ description: 'Of what waits: for less than a day, for one to three, for three to seven, for longer.' }) ages!: number[];
  @Whole({ description: 'Longest wait of those, in minutes.' }) longestMinutes!: number;
}

export class PersonLoadPage {
  @Many(() => PersonLoad) items!: PersonLoad[];
  @TextOrNull() nextCursor!: string | null;
}

export const FORKS = ['branch', 'lanes'] as const;

/** One way of a fork. */
export class MapArm {
  @OneOrNull(() => BilingualView, { description: 'Null: the way that is gone where no other is.' }) title!: BilingualView | null;
  @Many(() => MapStep) steps!: MapStep[];
}

/** One step of a process as it is drawn, with how requests stand at it. */
export class MapStep {
  @Text() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Flag({ description: 'People decide it.' }) human!: boolean;
  @OneOfOrNull(FORKS, { description: '`branch`: one of its ways is gone; `lanes`: several at once.' }) fork!: (typeof FORKS)[number] | null;
  @Many(() => MapArm) arms!: MapArm[];
  @Whole() here!: number;
  @Whole() overdue!: number;
  @Whole() stuck!: number;
  @WholeOrNull({ description: 'Longest wait of those, in minutes.' }) longestMinutes!: number | null;
  @WholeOrNull({ description: 'Median of how long it took in requests finished in the last 90 days, in working minutes; null: in none.' })
  medianMinutes!: number | null;
  @Whole({ description: 'How often it sent those back.' }) returned!: number;
}

export class MapVersion {
  @Whole() version!: number;
  @Whole({ description: 'Requests of it under way.' }) underWay!: number;
}

/** A process with how its requests under way stand. */
export class ProcessMap {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole({ description: 'The version that is drawn.' }) version!: number;
  @Many(() => MapVersion, { description: 'Newest first.' }) versions!: MapVersion[];
  @Many(() => MapStep) steps!: MapStep[];
  @Whole({ description: 'Returned to their requesters.' }) returned!: number;
  @Whole({ description: 'At steps that the drawn version does not have.' }) elsewhere!: number;
}

/** A view that somebody keeps. */
export class SavedView {
  @Text() id!: string;
  @Text() name!: string;
  @Wire({ description: 'As they stand in the address of the page.' }) filters!: Record<string, string>;
}

export class SavedViews {
  @Many(() => SavedView) items!: SavedView[];
}
