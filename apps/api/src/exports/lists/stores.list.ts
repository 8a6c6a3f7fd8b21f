import { LEASE_COLUMNS, type Bilingual } from '@countersign/domain';
import type { LeaseRow, LeaseState } from '../../stores/dto/lease.view';
import { LeasesQuery } from '../../stores/dto/lease.view';
import { OpeningsQuery, type OpeningRow } from '../../stores/dto/opening.view';
import { LeasesService } from '../../stores/leases.service';
import { OpeningsService } from '../../stores/openings.service';
import { exportedList, moneyColumn, textColumn, wholeColumn } from '../exported-list';

const STATES: Record<LeaseState, Bilingual> = {
  idle: { zh: '未启动', en: 'Not begun' },
  begun: { zh: '续签草稿', en: 'Renewal drafted' },
  renewing: { zh: '续签中', en: 'Renewing' },
  leaving: { zh: '撤场中', en: 'Leaving' },
  renewed: { zh: '已续签', en: 'Renewed' },
  out: { zh: '已移出登记', en: 'Taken out' },
  ended: { zh: '已撤场', en: 'Exited' },
};
const titleOf = (column: keyof typeof LEASE_COLUMNS): [string, string] => [LEASE_COLUMNS[column].zh, LEASE_COLUMNS[column].en];

/** The register of leases. Its first columns are those that an import takes. */
export const leasesList = exportedList<LeasesService, LeasesQuery, LeaseRow>({
  title: { zh: '租约', en: 'Leases' },
  service: LeasesService,
  query: LeasesQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(titleOf('store'), ({ unit }, words) => words(unit)),
    textColumn(titleOf('number'), ({ number }) => number),
    textColumn(titleOf('place'), ({ place }) => place),
    textColumn(titleOf('startsOn'), ({ startsOn }) => startsOn),
    textColumn(titleOf('expiresOn'), ({ expiresOn }) => expiresOn),
    moneyColumn(titleOf('rent'), ({ rent }) => rent),
    textColumn(titleOf('commission'), ({ commission }) => commission),
    moneyColumn(titleOf('deposit'), ({ deposit }) => deposit),
    textColumn(['区域', 'Region'], ({ region }, words) => words(region)),
    wholeColumn(['还剩天数', 'Days left'], ({ daysLeft }) => daysLeft),
    textColumn(['状态', 'State'], ({ state }, words) => words(STATES[state])),
    textColumn(['在途申请', 'Request in progress'], ({ request }) => request?.number),
    textColumn(['步骤', 'Step'], ({ request }, words) => words(request?.step)),
    textColumn(['等谁', 'Waiting for'], ({ request }, words) => request?.waitingFor.flatMap(({ name }) => words(name) ?? []).join(', ')),
  ],
});

/** Stores that are to open. */
export const openingsList = exportedList<OpeningsService, OpeningsQuery, OpeningRow>({
  title: { zh: '开店', en: 'Openings' },
  service: OpeningsService,
  query: OpeningsQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['单号', 'Number'], ({ number }) => number),
    textColumn(['申请', 'Request'], ({ title }, words) => words(title)),
    textColumn(['申请人', 'Requester'], ({ requester }, words) => words(requester.name)),
    textColumn(['计划开业日', 'Planned opening day'], ({ opensOn }) => opensOn),
    wholeColumn(['还有天数', 'Days left'], ({ daysLeft }) => daysLeft),
    wholeColumn(['已完成项', 'Items done'], ({ settled }) => settled),
    wholeColumn(['总项数', 'Items'], ({ items }) => items),
    wholeColumn(['逾期项', 'Items late'], ({ lateItems }) => lateItems),
    textColumn(['步骤', 'Step'], ({ step }, words) => words(step)),
    textColumn(['等谁', 'Waiting for'], ({ waitingFor }, words) => waitingFor.flatMap(({ name }) => words(name) ?? []).join(', ')),
  ],
});
