import { Id } from '../../http/schema/schema.decorators';
import { PageQuery } from '../../http/schema/page.query';
import { IsUUID } from 'class-validator';
import type { AuditItem } from '../../requests/dto/timeline.view';
import { AuditReading } from '../audit-reading.service';
import { exportedList, textColumn, timeColumn, wholeColumn } from '../exported-list';

export class AuditExportQuery extends PageQuery {
  @Id({ description: 'Of which request.' }) @IsUUID() request!: string;
}

/** The numbered transitions of one request, for whoever may read it. */
export const auditList = exportedList<AuditReading, AuditExportQuery, AuditItem>({
  title: { zh: '留痕', en: 'Audit trail' },
  service: AuditReading,
  query: AuditExportQuery,
  right: null,
  page: (service, actor, query) => service.page(actor, query.request),
  columns: [
    wholeColumn(['序号', 'No.'], ({ n }) => n),
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['谁', 'By'], ({ actor }, words) => words(actor?.name)),
    textColumn(['令牌', 'Token'], ({ token }) => token?.name),
    textColumn(['发生了什么', 'What happened'], ({ events }, words) => events.flatMap((event) => words(event) ?? []).join('\n')),
    textColumn(['内容摘要', 'Digest'], ({ hash }) => hash),
    textColumn(['链', 'Chain'], ({ chain }) => chain),
  ],
});
