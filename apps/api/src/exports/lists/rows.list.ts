import type { Bilingual } from '@countersign/domain';
import type { REQUEST_STATUSES } from '../../requests/dto/request.view';
import { RequestListQuery } from '../../requests/dto/request.body';
import { RequestListService } from '../../requests/request-list.service';
import { TaskListQuery } from '../../tasks/dto/task.body';
import type { InboxRow } from '../../tasks/dto/task.view';
import { InboxService } from '../../tasks/inbox.service';
import { TrackListService } from '../../track/track-list.service';
import { TrackPeopleService } from '../../track/track-people.service';
import { TrackPeopleQuery, TrackQuery } from '../../track/dto/track.query';
import type { PersonLoad, TrackRow } from '../../track/dto/track.view';
import { exportedList, moneyColumn, textColumn, timeColumn, wholeColumn, type ExportColumn } from '../exported-list';

const STATUS: Record<(typeof REQUEST_STATUSES)[number], Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  running: { zh: '审批中', en: 'In progress' },
  returned: { zh: '已退回', en: 'Returned' },
  blocked: { zh: '受阻', en: 'Stuck' },
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  closed: { zh: '已办结', en: 'Closed' },
};

const COLUMNS: ExportColumn<InboxRow>[] = [
  textColumn(['单号', 'Number'], ({ number }) => number),
  textColumn(['流程', 'Process'], ({ definition }, words) => words(definition.title)),
  textColumn(['申请', 'Request'], ({ rowTitle }, words) => words(rowTitle)),
  textColumn(['申请人', 'Requester'], ({ requester }, words) => words(requester.name)),
  textColumn(['门店或部门', 'Unit'], ({ requester }, words) => words(requester.unit)),
  moneyColumn(['金额', 'Amount'], ({ amount }) => amount),
  textColumn(['状态', 'Status'], ({ status }, words) => words(STATUS[status as keyof typeof STATUS])),
  textColumn(['步骤', 'Step'], ({ step }, words) => words(step)),
  textColumn(['等谁', 'Waiting for'], ({ waitingFor }, words) => waitingFor.flatMap(({ name }) => words(name) ?? []).join(', ')),
  timeColumn(['提交时间', 'Submitted'], ({ submittedAt }) => submittedAt),
  timeColumn(['等待自', 'Waiting since'], ({ waitingSince }) => waitingSince),
  timeColumn(['到期', 'Due'], ({ dueAt }) => dueAt),
  wholeColumn(['轮次', 'Round'], ({ round }) => round),
  textColumn(['最近的决定', 'Last decision'], ({ decided }, words) => words(decided?.past)),
  textColumn(['由谁决定', 'Decided by'], ({ decided }, words) => words(decided?.by.name)),
  timeColumn(['决定时间', 'Decided'], ({ decided }) => decided?.at),
];

/** The inbox in all its tabs. */
export const tasksList = exportedList({
  title: { zh: '待办与申请', en: 'Inbox' },
  service: InboxService,
  query: TaskListQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: COLUMNS,
});

/** Requests: mine, drafts, all that the reader may read. */
export const requestsList = exportedList({
  title: { zh: '申请', en: 'Requests' },
  service: RequestListService,
  query: RequestListQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: COLUMNS,
});

/** Requests that the reader tracks. */
export const trackList = exportedList<TrackListService, TrackQuery, TrackRow>({
  title: { zh: '跟踪', en: 'Tracked requests' },
  service: TrackListService,
  query: TrackQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [...COLUMNS, textColumn(['申请时的门店或部门', 'Unit of the request'], ({ unit }, words) => words(unit))],
});

const ageColumn = (zh: string, en: string, place: number) => wholeColumn<PersonLoad>([zh, en], ({ ages }) => ages[place] ?? 0);

/** Who has how much to do, of what the reader tracks. */
export const loadsList = exportedList({
  title: { zh: '人员负荷', en: 'People and their load' },
  service: TrackPeopleService,
  query: TrackPeopleQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn<PersonLoad>(['姓名', 'Name'], ({ person }, words) => words(person.name)),
    textColumn<PersonLoad>(['职务', 'Post'], ({ person }, words) => words(person.title)),
    textColumn<PersonLoad>(['门店或部门', 'Unit'], ({ person }, words) => words(person.unit)),
    wholeColumn<PersonLoad>(['等待处理', 'Waiting'], ({ waiting }) => waiting),
    wholeColumn<PersonLoad>(['逾期', 'Overdue'], ({ overdue }) => overdue),
    ageColumn('不到 1 天', 'Less than a day', 0),
    ageColumn('1 到 3 天', 'One to three days', 1),
    ageColumn('3 到 7 天', 'Three to seven days', 2),
    ageColumn('7 天以上', 'Longer than seven days', 3),
    wholeColumn<PersonLoad>(['等得最久（分钟）', 'Longest wait (minutes)'], ({ longestMinutes }) => longestMinutes),
  ],
});
