import type { RecurringState } from '@countersign/database';
import type { Bilingual } from '@countersign/domain';
import { IsString, Length } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Text } from '../../http/schema/schema.decorators';
import { CalendarsService } from '../../people/calendars/calendars.service';
import type { CalendarUnitView } from '../../people/calendars/calendar.view';
import { RecurringService } from '../../recurring/recurring.service';
import { RecurringStartsQuery, type RecurringProcessView, type RecurringStartView } from '../../recurring/recurring.view';
import type { StartedEventView } from '../../requests/dto/event.view';
import { EventStarts } from '../../requests/outside/event-starts.service';
import { exportedList, textColumn, timeColumn, wholeColumn } from '../exported-list';

const YES: Bilingual = { zh: '是', en: 'yes' };

/** Processes that start by themselves. */
export const recurringList = exportedList<RecurringService, PageQuery, RecurringProcessView>({
  title: { zh: '定期发起', en: 'Recurring starts' },
  service: RecurringService,
  query: PageQuery,
  right: 'requests.operate',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['流程', 'Process'], ({ title }, words) => words(title)),
    textColumn(['何时', 'When'], ({ when }, words) => words(when)),
    textColumn(['由谁发起', 'Started for'], ({ starter }, words) => words(starter)),
    timeColumn(['下次', 'Next'], ({ nextAt }) => nextAt),
    timeColumn(['上次', 'Last'], ({ last }) => last?.at),
    wholeColumn(['没有成功', 'Not started'], ({ failed }) => failed),
    timeColumn(['暂停于', 'Paused'], ({ paused }) => paused?.at),
    textColumn(['暂停原因', 'Why it is paused'], ({ paused }) => paused?.why),
  ],
});

const STATES: Record<RecurringState, Bilingual> = {
  waiting: { zh: '正在发起', en: 'Being started' },
  started: { zh: '已发起', en: 'Started' },
  draft: { zh: '草稿待填写', en: 'Draft to fill in' },
  failed: { zh: '没有成功', en: 'Not started' },
  left: { zh: '不再补发', en: 'Skipped' },
};

export class RecurringStartsExportQuery extends RecurringStartsQuery {
  @Text({ description: 'Key of the process.' }) @IsString() @Length(1, 80) process!: string;
}

/** What one of them has started. */
export const recurringStartsList = exportedList<RecurringService, RecurringStartsExportQuery, RecurringStartView>({
  title: { zh: '定期发起的记录', en: 'Recurring starts of a process' },
  service: RecurringService,
  query: RecurringStartsExportQuery,
  right: 'requests.operate',
  page: (service, actor, { process, ...query }) => service.starts(actor, process, query),
  columns: [
    textColumn(['组织', 'Unit'], ({ unit }, words) => words(unit.name)),
    textColumn(['日期', 'Day'], ({ day }) => day),
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['结果', 'Outcome'], ({ state }, words) => words(STATES[state])),
    textColumn(['原因', 'Why'], ({ fault }, words) => words(fault?.text)),
    textColumn(['单号', 'Number'], ({ number }) => number),
    textColumn(['申请人', 'Requester'], ({ requester }, words) => words(requester?.name)),
    textColumn(['补发人', 'Made up for by'], ({ askedBy }, words) => words(askedBy?.name)),
    textColumn(['不再补发的原因', 'Why it was skipped'], ({ leftWhy }) => leftWhy),
  ],
});

/** Events of other programs that have started requests. */
export const eventsList = exportedList<EventStarts, PageQuery, StartedEventView>({
  title: { zh: '由事件发起的申请', en: 'Requests started by events' },
  service: EventStarts,
  query: PageQuery,
  right: 'requests.operate',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['事件', 'Event'], ({ event }) => event),
    textColumn(['流程', 'Process'], ({ title }, words) => words(title)),
    textColumn(['单号', 'Number'], ({ number }) => number),
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['谁', 'By'], ({ by }, words) => words(by.name)),
    textColumn(['令牌', 'Token'], ({ token }) => token?.name),
  ],
});

/** Units, and which of them say something of their own time. */
export const calendarsList = exportedList<CalendarsService, PageQuery, CalendarUnitView>({
  title: { zh: '工作日历', en: 'Working calendars' },
  service: CalendarsService,
  query: PageQuery,
  right: 'directory.import',
  page: (service, actor, query) => service.units(actor, query),
  columns: [
    textColumn(['组织', 'Unit'], ({ name }, words) => words(name)),
    textColumn(['周一的时间', 'Hours on Monday'], ({ hours }) => hours),
    textColumn(['自己的日历', 'Calendar of its own'], ({ own }, words) => (own ? words(YES) : null)),
  ],
});
