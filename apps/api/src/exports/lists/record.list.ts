import { CHECK_STATES } from '@countersign/database';
import type { Bilingual } from '@countersign/domain';
import { AuditEntriesService } from '../../audit/audit-entries.service';
import { AuditEntriesQuery } from '../../audit/dto/audit.query';
import type { AuditEntryView, JournalCheckView } from '../../audit/dto/audit.view';
import { JournalChecksService } from '../../audit/journal-checks.service';
import { PageQuery } from '../../http/schema/page.query';
import { exportedList, textColumn, timeColumn, wholeColumn } from '../exported-list';

/** Everything that ever moved a request of the company. */
export const auditEntriesList = exportedList<AuditEntriesService, AuditEntriesQuery, AuditEntryView>({
  title: { zh: '全部留痕', en: 'All records' },
  service: AuditEntriesService,
  query: AuditEntriesQuery,
  right: 'journal.verify',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['申请', 'Request'], ({ request }) => request.number ?? request.id),
    textColumn(['流程', 'Process'], ({ request }, words) => words(request.title)),
    wholeColumn(['序号', 'No.'], ({ n }) => n),
    textColumn(['谁', 'By'], ({ by }, words) => words(by?.name ?? { zh: '系统', en: 'System' })),
    textColumn(['令牌', 'Token'], ({ token }) => token?.name),
    textColumn(['步骤', 'Step'], ({ step }, words) => words(step)),
    textColumn(['做了什么', 'What'], ({ what }, words) => words(what)),
    textColumn(['前一条', 'Before'], ({ previous }) => previous),
    textColumn(['这一条', 'Link'], ({ chain }) => chain),
  ],
});

const STATES: Record<(typeof CHECK_STATES)[number], Bilingual> = {
  running: { zh: '审批中', en: 'In progress' },
  done: { zh: '已核对', en: 'Checked' },
  failed: { zh: '没有做完', en: 'Not finished' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** How often the record was checked, and what was found. */
export const journalChecksList = exportedList<JournalChecksService, PageQuery, JournalCheckView>({
  title: { zh: '核对记录', en: 'Checks' },
  service: JournalChecksService,
  query: PageQuery,
  right: 'journal.verify',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    timeColumn(['时间', 'Time'], ({ createdAt }) => createdAt),
    textColumn(['谁', 'By'], ({ by }, words) => words(by.name)),
    textColumn(['状态', 'State'], ({ state }, words) => words(STATES[state])),
    wholeColumn(['核对的留痕', 'Entries'], ({ checked }) => checked),
    wholeColumn(['核对的封存', 'Seals'], ({ seals }) => seals),
    wholeColumn(['不符', 'Faults'], ({ found }) => found),
  ],
});
