import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { Many, One, OneOf, Optional, Text, Whole, WholeOrNull } from '../../http/schema/schema.decorators';
import { BilingualView } from '../../http/schema/values.view';

export class VersionChangesQuery {
  @Optional({ type: 'integer', minimum: 1, description: 'Against which version; left out: the one before it that was in use.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  since?: number;
}

export class VersionChangeView {
  @OneOf(['whole', 'step', 'field'], { description: '`whole`: of the process as such.' }) of!: string;
  @OneOf(['added', 'removed', 'changed', 'moved']) what!: string;
  @Text() id!: string;
  @One(() => BilingualView, { description: 'What is otherwise, in words.' }) text!: BilingualView;
}

export class VersionChangesView {
  @Whole() version!: number;
  @WholeOrNull({ description: 'Against which version; null: there was none before it.' }) since!: number | null;
  @Many(() => VersionChangeView, { description: 'In the order of the newer version, what is gone behind it.' })
  changes!: VersionChangeView[];
}
