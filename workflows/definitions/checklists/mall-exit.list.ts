import { files, longText, money, text } from '../patterns/fields';
import type { Who } from '../patterns/who';
import { item, type Catalogue } from './item';

const STORE_MANAGER: Who = { role: 'store-manager', near: 'store' };
const AREA_MANAGER: Who = { role: 'area-manager', near: 'store' };

/** CL-EXIT, goods (EXIT-03, 09–11): sold off or moved, counted by store, mall and company, returned. The mall’s signature is recorded by the store’s manager, with the certificate. */
export const EXIT_GOODS: Catalogue = {
  groups: {},
  items: [
    item('exit-09', ['清仓或调拨方案', 'Clearance or transfer plan'], 'merch-manager', {
      days: -14,
      evidence: [longText('clearance', ['清仓或调拨安排', 'Clearance or transfer'])],
    }),
    item('exit-10', ['全面盘点，门店、商场、公司三方签认', 'Full count, signed by store, mall and company'], STORE_MANAGER, {
      days: -1,
      with: ['warehouse-keeper'],
      after: ['exit-09'],
      evidence: [
        text('countNumber', ['盘点申请编号', 'Number of the stocktake']),
        files('countCertificate', ['三方签认的盘点单', 'Count sheet with three signatures'], { min: 1 }),
      ],
    }),
    item('exit-11', ['退货入库过账', 'Goods returned to the warehouse and posted'], 'warehouse-manager', {
      days: 0,
      after: ['exit-10'],
      evidence: [files('returnForm', ['退货单', 'Return form'], { min: 1 })],
    }),
    item('exit-03', ['顾客退货由仓库接手', 'Customer returns handed over to the warehouse'], 'warehouse-manager', {
      days: 0,
      waivable: true,
    }),
  ],
};

/** CL-EXIT, articles (EXIT-12). */
export const EXIT_ARTICLES: Catalogue = {
  groups: {},
  items: [
    item(
      'exit-12',
      ['道具、形象物料、收银机、钥匙清点交还', 'Fixtures, brand materials, till and keys listed and handed back'],
      STORE_MANAGER,
      { days: 0, with: [AREA_MANAGER], evidence: [files('articleList', ['物品清单', 'List of items'], { min: 1 })] },
    ),
  ],
};

/** CL-EXIT, settlement with the mall (EXIT-04, 05); what the mall confirms is recorded by the area manager, with its sheet. */
export const EXIT_SETTLEMENT: Catalogue = {
  groups: {},
  items: [
    item('exit-04', ['与商场对账并开票', 'Mall statement reconciled and invoiced'], AREA_MANAGER, {
      days: 0,
      evidence: [files('mallAccount', ['商场对账单', 'Mall statement'], { min: 1 })],
    }),
    item('exit-05', ['催收结款，增、降、扣事项备案', 'Payment chased, additions and deductions on file'], AREA_MANAGER, {
      days: 0,
      after: ['exit-04'],
      evidence: [money('receivable', ['待结款', 'Amount outstanding'], { min: '0' })],
    }),
  ],
};

/** CL-EXIT, customers (EXIT-13). */
export const EXIT_CUSTOMERS: Catalogue = {
  groups: {},
  items: [
    item('exit-13', ['会员资料妥善保管，告知最近门店', 'Member data secured, customers told of the nearest store'], 'cs-manager', {
      days: 0,
    }),
  ],
};

/** CL-EXIT, people (EXIT-14). */
export const EXIT_PEOPLE: Catalogue = {
  groups: {},
  items: [
    item('exit-14', ['员工调动或离职办妥', 'Staff transferred or released'], 'hr-specialist', {
      days: 0,
      evidence: [longText('staffMoves', ['人员安排', 'Staffing arrangements'])],
    }),
  ],
};
