import { GrantsService } from '../../authority/grants.service';
import { GrantsQuery } from '../../authority/dto/grants.query';
import type { GrantView } from '../../authority/dto/grants.view';
import { exportedList, textColumn } from '../exported-list';

const UNLIMITED = { zh: '不限', en: 'No limit' };

/** Authorities, each with the row that it goes by. */
export const grantsList = exportedList<GrantsService, GrantsQuery, GrantView>({
  title: { zh: '授权', en: 'Authorities' },
  service: GrantsService,
  query: GrantsQuery,
  right: 'authority.read',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['角色', 'Role'], ({ roleTitle, role }, words) => (roleTitle ? words(roleTitle) : role)),
    textColumn(['人员', 'Person'], ({ person }, words) => words(person?.name)),
    textColumn(['种类', 'Kind'], ({ kind }) => kind),
    textColumn(['事项', 'Matter'], ({ title }, words) => words(title)),
    textColumn(['适用组织', 'Within'], ({ scope }, words) => words(scope)),
    textColumn(['额度', 'Limit'], ({ limit }, words) => (limit === 'no-limit' ? words(UNLIMITED) : (limit?.amount ?? ''))),
    textColumn(['计划', 'Plan'], ({ plan }) => plan),
    textColumn(['状态', 'State'], ({ state }) => state),
    textColumn(['暂不授予的原因', 'Why it is withheld'], ({ withheldReason }) => withheldReason),
    textColumn(['生效日', 'From'], ({ validFrom }) => validFrom),
    textColumn(['失效日', 'Until'], ({ validTo }) => validTo),
    textColumn(['依据', 'By'], ({ source }) => source),
  ],
});
