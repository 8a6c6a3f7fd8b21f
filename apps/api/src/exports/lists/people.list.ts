import type { RuleChangeKind } from '@countersign/database';
import { ownValue, type Bilingual } from '@countersign/domain';
import { PageQuery } from '../../http/schema/page.query';
import type { PersonRef } from '../../http/schema/values.view';
import { RuleChangesService } from '../../people/changes/rule-changes.service';
import type { RuleChangeItem } from '../../people/dto/change.view';
import type { DeskPostView } from '../../organisation/dto/desk.view';
import { PostsQuery } from '../../organisation/dto/desk.query';
import { PostsService } from '../../organisation/posts.service';
import { PeopleQuery, UnitsQuery } from '../../people/dto/people.query';
import type { UnitView } from '../../people/dto/people.view';
import { VacanciesQuery } from '../../people/dto/vacancies.query';
import type { VacancyView } from '../../people/dto/vacancies.view';
import { PeopleService } from '../../people/people.service';
import { VacanciesService } from '../../people/vacancies.service';
import { exportedList, textColumn, timeColumn, wholeColumn } from '../exported-list';

const UNIT_KINDS: Record<string, Bilingual> = {
  company: { zh: '公司', en: 'Company' },
  region: { zh: '区域', en: 'Region' },
  store: { zh: '门店', en: 'Store' },
  department: { zh: '部门', en: 'Department' },
};
const CHANGES: Record<RuleChangeKind, Bilingual> = {
  'directory-imported': { zh: '导入组织', en: 'Directory imported' },
  'calendar-changed': { zh: '更改日历', en: 'Calendar changed' },
  'definition-imported': { zh: '导入流程', en: 'Process imported' },
  'definition-removed': { zh: '移除流程', en: 'Process removed' },
  'definition-published': { zh: '发布流程', en: 'Process published' },
  'definition-retired': { zh: '停用流程', en: 'Process retired' },
  'parameter-set': { zh: '设置参数', en: 'Parameter set' },
  'target-set': { zh: '设置按期目标', en: 'On-time target set' },
  'plan-imported': { zh: '导入预算计划', en: 'Budget plan imported' },
  'person-changed': { zh: '更改人员或岗位', en: 'Person or post changed' },
  'authority-approved': { zh: '授权按批准的申请更改', en: 'Authority changed by an approved request' },
  'leaving-planned': { zh: '办理离职', en: 'Leaving arranged' },
  'leaving-taken-back': { zh: '撤回离职', en: 'Leaving taken back' },
  'person-left': { zh: '离职', en: 'Person left' },
  'limits-changed': { zh: '更改额度', en: 'Limits changed' },
  'budget-category-set': { zh: '设置预算类别', en: 'Budget category set' },
  'leases-imported': { zh: '导入租约', en: 'Leases imported' },
  'lease-taken-out': { zh: '移出租约', en: 'Lease taken out' },
  'lease-put-back': { zh: '放回租约', en: 'Lease put back' },
  'recurring-paused': { zh: '暂停定期发起', en: 'Recurring starts paused' },
  'recurring-resumed': { zh: '恢复定期发起', en: 'Recurring starts resumed' },
  'recurring-left': { zh: '定期发起未成功，不再补发', en: 'Recurring starts left as they were' },
  'recurring-asked': { zh: '补发定期发起', en: 'Recurring starts made up for' },
};

export const peopleList = exportedList<PeopleService, PeopleQuery, PersonRef>({
  title: { zh: '人员', en: 'People' },
  service: PeopleService,
  query: PeopleQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['姓名', 'Name'], ({ name }, words) => words(name)),
    textColumn(['岗位', 'Post'], ({ title }, words) => words(title)),
    textColumn(['门店或部门', 'Unit'], ({ unit }, words) => words(unit)),
  ],
});

const POST_STATES: Record<string, Bilingual> = {
  held: { zh: '在任', en: 'Held' },
  coming: { zh: '未到岗', en: 'Starts later' },
  vacant: { zh: '空缺', en: 'Vacant' },
  over: { zh: '已结束', en: 'Ended' },
};

/** Posts with their holders, and people without a post. */
export const postsList = exportedList<PostsService, PostsQuery, DeskPostView>({
  title: { zh: '岗位', en: 'Posts' },
  service: PostsService,
  query: PostsQuery,
  right: null,
  page: (service, actor, query) => service.posts(actor, query),
  columns: [
    textColumn(['岗位', 'Post'], ({ title }, words) => words(title)),
    textColumn(['门店或部门', 'Unit'], ({ unit }, words) => words(unit)),
    textColumn(['姓名', 'Name'], ({ person }, words) => words(person?.name)),
    textColumn(['状态', 'State'], ({ state }, words) => words(ownValue(POST_STATES, state))),
    textColumn(['自', 'From'], ({ validFrom }) => validFrom ?? ''),
    textColumn(['到此日前', 'Until'], ({ validTo }) => validTo ?? ''),
    textColumn(['暂代', 'In its place'], ({ substitute }, words) => words(substitute?.name)),
  ],
});

/** Posts that nobody holds. */
export const vacanciesList = exportedList<VacanciesService, VacanciesQuery, VacancyView>({
  title: { zh: '空缺岗位', en: 'Vacant posts' },
  service: VacanciesService,
  query: VacanciesQuery,
  right: null,
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['岗位', 'Post'], ({ title }, words) => words(title)),
    textColumn(['门店或部门', 'Unit'], ({ unit }, words) => words(unit)),
    textColumn(['空缺自', 'Vacant since'], ({ since }) => since ?? ''),
    textColumn(['暂代', 'In its place'], ({ substitute }, words) => words(substitute?.name)),
    textColumn(['暂代到此日前', 'In its place until'], ({ substituteUntil }) => substituteUntil ?? ''),
    textColumn(['下一位', 'Next holder'], ({ next }, words) => words(next?.name)),
    textColumn(['到岗', 'From'], ({ nextFrom }) => nextFrom ?? ''),
    wholeColumn(['用到的流程', 'Processes'], ({ processes }) => processes),
    wholeColumn(['受阻的申请', 'Stuck requests'], ({ waits }) => waits?.stuck ?? null),
    wholeColumn(['暂代中的申请', 'Requests in its place'], ({ waits }) => waits?.acted ?? null),
  ],
});

export const unitsList = exportedList<PeopleService, UnitsQuery, UnitView>({
  title: { zh: '门店与部门', en: 'Units' },
  service: PeopleService,
  query: UnitsQuery,
  right: null,
  page: (service, actor, query) => service.units(actor, query),
  columns: [
    textColumn(['代号', 'Key'], ({ key }) => key),
    textColumn(['名称', 'Name'], ({ name }, words) => words(name)),
    textColumn(['类型', 'Kind'], ({ kind }, words) => words(ownValue(UNIT_KINDS, kind))),
  ],
});

/** Who changed the directory, rights, limits or a process. */
export const changesList = exportedList<RuleChangesService, PageQuery, RuleChangeItem>({
  title: { zh: '规则变更', en: 'Changes of rules' },
  service: RuleChangesService,
  query: PageQuery,
  right: 'journal.verify',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['谁', 'By'], ({ by }, words) => words(by?.name ?? { zh: '命令行', en: 'Command line' })),
    textColumn(['类型', 'Kind'], ({ kind }, words) => words(CHANGES[kind as RuleChangeKind])),
    textColumn(['哪一部分', 'Part'], ({ first }, words) => words(first?.section)),
    textColumn(['哪一项', 'What'], ({ first }, words) => words(first?.what)),
    textColumn(['改前 → 改后', 'Before → after'], ({ first }, words) =>
      first?.members.map(({ label, before, after }) => `${words(label)}: ${words(before)} → ${words(after)}`).join('; '),
    ),
    wholeColumn(['共几处', 'Rows'], ({ changed }) => changed),
  ],
});
