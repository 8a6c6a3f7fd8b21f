import { day, files, longText, number } from '../patterns/fields';
import { is, not } from '../patterns/when';
import type { Who } from '../patterns/who';
import { item, type Catalogue } from './item';

const FRANCHISE = is('operation', 'franchise');
/** The new store’s own manager once there is one; until then its area manager. */
const STORE_MANAGER: Who = { role: 'store-manager', near: 'store' };
const AREA_MANAGER: Who = { role: 'area-manager', near: 'area' };

/**
 * CL-OPEN: what has to be ready before a store opens, counted from the opening day. From the source: goods, articles, image, people, promotion, first
 * stock, training, display, file (S1:115, S0:113, S0:115, S0:185, S1:163, S0:178); times and the rest are recommended.
 * Scheme, budget, inspection, permit and review (01, 10, 15, 25, 26) are steps of the process.
 */
export const STORE_OPENING_LIST: Catalogue = {
  groups: {
    contract: ['方案与合同', 'Scheme and contract'],
    permits: ['证照', 'Permits'],
    works: ['工程', 'Works'],
    image: ['形象与物品', 'Visuals and supplies'],
    people: ['人员', 'People'],
    goods: ['货品', 'Goods'],
    promotion: ['推广', 'Promotion'],
  },
  items: [
    item('open-02', ['先期工作安排', 'Preliminary work arranged'], AREA_MANAGER, { group: 'contract', days: -40 }),
    item('open-14', ['租约或专柜合同归档', 'Lease or counter contract on file'], 'expansion-supervisor', {
      group: 'contract',
      days: -45,
      evidence: [files('leaseFile', ['租约', 'Lease'], { min: 1 })],
    }),
    item('open-18', ['证照、消防、商场进场许可', 'Licences, fire safety, the mall’s entry permit'], AREA_MANAGER, {
      group: 'permits',
      days: -15,
      evidence: [files('permits', ['证照', 'Permits'], { min: 1 })],
    }),
    item('open-16', ['装修下单', 'Fit-out ordered'], 'account-manager', { group: 'works', days: -40 }),
    item('open-17', ['装修竣工验收', 'Fit-out accepted'], 'project-supervisor', {
      group: 'works',
      days: -10,
      after: ['open-16', 'open-18'],
      evidence: [files('acceptance', ['验收单', 'Acceptance sheet'], { min: 1 })],
    }),
    item('open-19', ['收银机、网络、银行联网测试', 'Till, network and bank connection tested'], 'tech-support', {
      group: 'works',
      days: -7,
      with: [AREA_MANAGER],
      after: ['open-17'],
    }),
    item('open-06', ['物品到店', 'Supplies in the store'], AREA_MANAGER, { group: 'image', days: -10 }),
    item('open-07', ['形象物料到店', 'Brand materials in the store'], 'planning-supervisor', { group: 'image', days: -7 }),
    item('open-24', ['门头、橱窗、试衣间照片', 'Photos of shop front, windows, fitting rooms'], STORE_MANAGER, {
      group: 'image',
      days: -1,
      evidence: [files('shopPhotos', ['店面照片', 'Photos of the shop'], { min: 3 })],
    }),
    item('open-08', ['人员到位', 'Staff in place'], 'hr-specialist', { group: 'people', days: -21 }),
    item('open-22', ['店长任命，排班公布', 'Store manager appointed, roster published'], AREA_MANAGER, {
      group: 'people',
      days: -7,
      after: ['open-08'],
    }),
    item('open-11', ['入店培训与产品介绍', 'In-store training, products introduced'], 'training-supervisor', {
      group: 'people',
      days: -3,
      waivable: true,
    }),
    item('open-03', ['货品备齐', 'Goods ready'], 'merch-manager', { group: 'goods', days: -7 }),
    item('open-04', ['首批上货合理配置', 'First stock allocated'], 'merch-specialist', {
      group: 'goods',
      days: -7,
      when: not(FRANCHISE),
      evidence: [files('allocation', ['配货单', 'Allocation list'], { min: 1 })],
    }),
    item('open-05', ['加盟首批配货建议', 'First batch recommended to the franchisee'], 'merch-specialist', {
      group: 'goods',
      days: -14,
      when: FRANCHISE,
      evidence: [longText('batchAdvice', ['配货建议', 'Recommended first batch'])],
    }),
    item('open-20', ['到店收货清点，吊牌条码无误', 'Stock received and counted, labels and barcodes right'], STORE_MANAGER, {
      group: 'goods',
      days: -5,
      with: ['warehouse-keeper'],
      after: ['open-03'],
      evidence: [number('receivedPieces', ['到店件数', 'Pieces received'], { min: 1 })],
    }),
    item('open-21', ['价签与系统价一致', 'Price tags match the system'], STORE_MANAGER, {
      group: 'goods',
      days: -5,
      after: ['open-20'],
    }),
    item('open-12', ['按陈列手册陈列', 'Display set up by the handbook'], STORE_MANAGER, { group: 'goods', days: -2, after: ['open-20'] }),
    item('open-23', ['备用金与现金须知交接', 'Float and cash rules handed over'], 'finance-specialist', {
      group: 'people',
      days: -2,
      with: [AREA_MANAGER],
    }),
    item('open-09', ['开业推广就绪', 'Opening promotion ready'], 'planning-supervisor', {
      group: 'promotion',
      days: -14,
      waivable: true,
    }),
    item('open-13', ['商铺档案建立', 'Store file created'], 'ops-planner', {
      group: 'contract',
      days: 0,
      evidence: [day('filedOn', ['建档日期', 'Filed on'])],
    }),
  ],
};
