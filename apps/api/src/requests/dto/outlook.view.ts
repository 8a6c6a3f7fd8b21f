import { IsObject } from 'class-validator';
import { Many, OneOrNull, Wire } from '../../http/schema/schema.decorators';
import { NextView } from './request.view';
import { ExpectedStep } from './timeline.view';

export class OutlookBody {
  @Wire({ description: 'What the reader is about to write on their step, as a press would bring it.' }) @IsObject() fields!: Record<
    string,
    unknown
  >;
}

/** Where a request would go from the reader's step, if they passed it with these fields and everybody agreed. */
export class OutlookView {
  @OneOrNull(() => NextView) next!: NextView | null;
  @Many(() => ExpectedStep) expected!: ExpectedStep[];
}
