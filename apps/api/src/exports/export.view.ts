import { IsIn, IsObject } from 'class-validator';
import { Flag, Id, Many, OneOf, One, Optional, Text, Time, Whole } from '../http/schema/schema.decorators';
import { BilingualView } from '../http/schema/values.view';
import { EXPORTED_NAMES, type ExportedListName } from './lists';
import { SHEET_FORMATS, type SheetFormat } from './sheets/sheet';

export const EXPORT_STATES_SHOWN = ['running', 'done', 'failed', 'cancelled'] as const;

export class ExportBody {
  @OneOf(EXPORTED_NAMES) @IsIn(EXPORTED_NAMES) list!: ExportedListName;
  @OneOf(SHEET_FORMATS) @IsIn(SHEET_FORMATS) format!: SheetFormat;
  @Optional({ type: 'object', additionalProperties: { type: 'string' }, description: 'As the address of the list takes them.' })
  @IsObject()
  filters?: Record<string, string>;
}

/** A long export. */
export class ExportView {
  @Id() id!: string;
  @OneOf(EXPORTED_NAMES) list!: string;
  @One(() => BilingualView) title!: BilingualView;
  @OneOf(SHEET_FORMATS) format!: SheetFormat;
  @OneOf(EXPORT_STATES_SHOWN) state!: (typeof EXPORT_STATES_SHOWN)[number];
  @Whole({ description: 'Rows so far.' }) rows!: number;
  @Flag({ description: 'There are more rows than an export takes.' }) cut!: boolean;
  @Whole() bytes!: number;
  @Text({ description: 'Name of the file.' }) name!: string;
  @Time() createdAt!: string;
  @Time({ description: 'Until when its file is kept.' }) keptUntil!: string;
}

export class ExportList {
  @Many(() => ExportView) items!: ExportView[];
}
