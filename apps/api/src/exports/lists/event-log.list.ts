import type { Bilingual } from '@countersign/domain';
import { EventLogService } from '../../analytics/event-log.service';
import { EventLogQuery, type LoggedEvent } from '../../analytics/dto/event-log.view';
import { exportedList, inXes, moneyColumn, textColumn, timeColumn, wholeColumn } from '../exported-list';

const YES: Bilingual = { zh: '是', en: 'yes' };

/** What people did with the requests of a process: also as an XES log (IEEE 1849), with the names of its standard extensions. */
export const eventLogList = exportedList<EventLogService, EventLogQuery, LoggedEvent>({
  title: { zh: '事件记录', en: 'Event log' },
  service: EventLogService,
  query: EventLogQuery,
  right: null,
  page: (service, actor, query) => service.page(actor, query),
  columns: [
    inXes(
      'trace',
      'concept:name',
      textColumn(['单号', 'Number'], ({ request }) => request),
    ),
    inXes(
      'trace',
      'process',
      textColumn(['流程', 'Process'], ({ definition }) => definition),
    ),
    inXes(
      'trace',
      'version',
      wholeColumn(['版本', 'Version'], ({ version }) => version),
    ),
    inXes(
      'trace',
      'status',
      textColumn(['现状', 'Status'], ({ status }) => status),
    ),
    inXes(
      'trace',
      'amount',
      moneyColumn(['金额', 'Amount'], ({ amount }) => amount),
    ),
    inXes(
      'trace',
      'unit',
      textColumn(['组织', 'Unit'], ({ unit }) => unit),
    ),
    inXes(
      'event',
      'concept:name',
      textColumn(['活动', 'Activity'], ({ stepTitle, past }, words) =>
        [words(stepTitle), words(past)].filter((text) => text !== null).join(' · '),
      ),
    ),
    inXes(
      'event',
      'step',
      textColumn(['步骤代号', 'Step key'], ({ step }) => step),
    ),
    inXes(
      'event',
      'operation',
      textColumn(['操作代号', 'Operation key'], ({ operation }) => operation),
    ),
    inXes(
      'event',
      'to',
      textColumn(['去向代号', 'Key of where to'], ({ to }) => to),
    ),
    inXes(
      'event',
      'toName',
      textColumn(['去向', 'To'], ({ toTitle }, words) => words(toTitle)),
    ),
    inXes(
      'event',
      'undone',
      textColumn(['后来撤销', 'Taken back'], ({ undone }, words) => (undone ? words(YES) : null)),
    ),
    inXes(
      'event',
      'time:timestamp',
      timeColumn(['时间', 'Time'], ({ at }) => at),
    ),
    inXes(
      'event',
      'org:resource',
      textColumn(['人员代号', 'Person key'], ({ person }) => person),
    ),
    inXes(
      'event',
      'person',
      textColumn(['人员', 'Person'], ({ personName }, words) => words(personName)),
    ),
  ],
});
