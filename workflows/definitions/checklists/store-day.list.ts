import { files, steering, yesNo } from '../patterns/fields';
import { item, type Catalogue } from './item';

/**
 * CL-DS-OPEN up to the look outside: the timed parts before a department store opens (S2:10–S2:70). Who of the floor does it, their floor manager says.
 * Whether the doors may open is known with the last item, once everything else is ready.
 */
export const DAY_OPENING_LIST: Catalogue = {
  groups: {
    entry: ['8:20–8:30 员工进场', '8:20–8:30 Staff enter'],
    meeting: ['8:30–8:40 晨会', '8:30–8:40 Morning meeting'],
    preparation: ['8:40–9:00 开门准备', '8:40–9:00 Preparation'],
    outside: ['9:00 门外情况', '9:00 Outside the gate'],
  },
  items: [
    item('dso-03', ['检查各道门锁，开启员工通道', 'Door locks checked, staff passage opened'], 'security-supervisor', {
      group: 'entry',
      at: '08:20',
    }),
    item('dso-01', ['导购员进场', 'Sales staff come in'], 'floor-manager', { group: 'entry', at: '08:30', after: ['dso-03'] }),
    item('dso-02', ['员工打卡进场，检查工装、工牌、仪容', 'Staff clock in; dress, badges and appearance checked'], 'floor-manager', {
      group: 'entry',
      at: '08:30',
      with: ['security-guard'],
      after: ['dso-03'],
    }),
    item('dso-04', ['开启照明与空调，检查设备', 'Lights and air-conditioning on, equipment checked'], 'electrician', {
      group: 'entry',
      at: '08:30',
    }),
    item('dso-05', ['不合要求者劝阻进场', 'Those who do not comply are kept out'], null, {
      group: 'entry',
      at: '08:30',
      with: ['security-guard'],
      after: ['dso-02'],
    }),
    item('dso-06', ['各部门晨会，值班主管巡视', 'Morning meetings held, duty supervisor on tour'], null, {
      group: 'meeting',
      at: '08:40',
      after: ['dso-02'],
    }),
    item('dso-07', ['通报部门、柜组销售', 'Sales of department and counters reported'], 'floor-manager', {
      group: 'meeting',
      at: '08:40',
      after: ['dso-02'],
    }),
    item('dso-08', ['总结存在的问题与改正办法', 'Problems named, and how they are put right'], 'floor-manager', {
      group: 'meeting',
      at: '08:40',
      after: ['dso-02'],
    }),
    item('dso-09', ['安排当天工作，提出要求', 'Work of the day planned, with what is asked'], 'floor-manager', {
      group: 'meeting',
      at: '08:40',
      after: ['dso-02'],
    }),
    item('dso-10', ['传达上级要求与促销信息', 'Instructions and promotions passed on'], 'floor-manager', {
      group: 'meeting',
      at: '08:40',
      after: ['dso-02'],
    }),
    item('dso-11', ['专柜检查商品、陈列与补货', 'Counters check goods, display and stock'], 'floor-manager', {
      group: 'preparation',
      at: '09:00',
      after: ['dso-07', 'dso-08', 'dso-09', 'dso-10'],
    }),
    item('dso-12', ['促销员参加柜组清洁', 'Promoters join in the cleaning'], 'floor-manager', {
      group: 'preparation',
      at: '09:00',
      after: ['dso-07', 'dso-08', 'dso-09', 'dso-10'],
    }),
    item('dso-13', ['补充货源，清洁专柜', 'Counters replenished and cleaned'], 'floor-manager', {
      group: 'preparation',
      at: '09:00',
      after: ['dso-07', 'dso-08', 'dso-09', 'dso-10'],
    }),
    item('dso-14', ['整理货品，准备补货', 'Goods sorted, replenishment made ready'], 'floor-manager', {
      group: 'preparation',
      at: '09:00',
      after: ['dso-07', 'dso-08', 'dso-09', 'dso-10'],
    }),
    item('dso-15', ['无喧哗、串岗与擅入他区', 'No noise, everybody in their own area'], 'floor-manager', {
      group: 'preparation',
      at: '09:00',
      after: ['dso-07', 'dso-08', 'dso-09', 'dso-10'],
    }),
    item('dso-16', ['照章检查，违规违纪当场纠正', 'Checked by the rules; what is against them put right at once'], 'floor-manager', {
      group: 'preparation',
      at: '09:00',
      after: ['dso-07', 'dso-08', 'dso-09', 'dso-10'],
    }),
    item('dso-17', ['巡视各楼层、各柜组', 'Floors and counters toured'], null, { group: 'preparation', at: '09:00', after: ['dso-06'] }),
    item('dso-18', ['各专柜开门准备按要求完成', 'Counters are as ready as they have to be'], null, {
      group: 'preparation',
      at: '09:00',
      after: ['dso-11', 'dso-12', 'dso-13', 'dso-14', 'dso-15', 'dso-16'],
    }),
    item('dso-19', ['商品陈列符合要求', 'Display is as required'], null, { group: 'preparation', at: '09:00', after: ['dso-11'] }),
    item('dso-20', ['人员、陈列、货源是否足够', 'Staff, display and supply sufficient'], null, {
      group: 'preparation',
      at: '09:00',
      after: ['dso-06'],
    }),
    item('dso-21', ['收银机开启，收银台就绪', 'Tills on, cash desks ready'], null, { group: 'preparation', at: '09:00' }),
    item('dso-23', ['与门外保安确认顾客情况', 'Guards outside consulted'], 'security-supervisor', {
      group: 'outside',
      at: '09:00',
      after: ['dso-01', 'dso-04', 'dso-05', 'dso-17', 'dso-18', 'dso-19', 'dso-20', 'dso-21'],
      evidence: [
        yesNo('abnormal', ['门外', 'Outside'], {
          ...steering(false),
          yes: { zh: '有异常', en: 'something is wrong' },
          no: { zh: '正常', en: 'all is well' },
        }),
      ],
    }),
  ],
};

/** CL-DS-OPEN from the doors on (S2:68, S2:76–S2:82): nothing of it can be done while the opening is held (X56). */
export const DOORS_OPEN_LIST: Catalogue = {
  groups: { gate: ['9:00 开门', '9:00 Doors open'], welcome: ['9:00–9:05 迎宾', '9:00–9:05 Welcome'] },
  items: [
    item('dso-22', ['开启大门与扶梯', 'Doors opened, escalators started'], null, {
      group: 'gate',
      at: '09:00',
      with: ['security-supervisor', 'electrician'],
    }),
    item('dso-25', ['播放迎宾曲', 'Welcome music played'], 'service-desk', {
      group: 'welcome',
      at: '09:05',
      after: ['dso-22'],
      optional: true,
    }),
    item('dso-27', ['迎宾曲略高于背景音乐', 'Welcome music a little louder than the rest'], 'service-desk', {
      group: 'welcome',
      at: '09:05',
      after: ['dso-22'],
      optional: true,
    }),
    item('dso-26', ['迎接首批顾客', 'First customers greeted'], null, { group: 'welcome', at: '09:05', after: ['dso-22'] }),
    item('dso-28', ['两名收银员在大门迎宾', 'Two cashiers welcome customers at the gate'], null, {
      group: 'welcome',
      at: '09:05',
      after: ['dso-22'],
    }),
  ],
};

/** Who clears besides the duty manager. */
const THREE = ['security-supervisor', 'security-guard'] as const;

/** CL-DS-CLOSE: closing, clearing from the sixth floor down, locking, each dangerous thing by two (S2:254–S2:308). The store closes at ten unless it says otherwise (G45). */
export const DAY_CLOSING_LIST: Catalogue = {
  groups: {
    closing: ['营业结束', 'Closing'],
    after: ['下班', 'After hours'],
    clearing: ['清场，六楼至负一楼', 'Clearing, sixth floor to basement'],
    locking: ['锁门', 'Locking'],
  },
  items: [
    item('dsc-01', ['关门前十分钟关闭上行扶梯', 'Up escalators off ten minutes before closing'], 'electrician', {
      group: 'closing',
      at: '21:50',
    }),
    item('dsc-02', ['送走最后一名顾客后关闭大门', 'Doors closed behind the last customer'], 'security-supervisor', {
      group: 'closing',
      at: '22:00',
      after: ['dsc-01'],
    }),
    item('dsc-03', ['场内清洁整理', 'Cleaning begins inside'], 'floor-manager', { group: 'closing', at: '22:15', after: ['dsc-02'] }),
    item('dsc-04', ['整理商品，核对小票与数量', 'Goods tidied, slips checked against goods'], 'floor-manager', {
      group: 'closing',
      at: '22:15',
      after: ['dsc-02'],
    }),
    item('dsc-05', ['销售汇总与收银报表', 'Sales totals and till reports'], 'service-desk', {
      group: 'closing',
      at: '22:15',
      after: ['dsc-02'],
      evidence: [files('posReport', ['销售汇总', 'Sales totals'], { min: 1 })],
    }),
    item('dsc-07', ['收银员报表', 'Reports of the cashiers'], 'service-desk', { group: 'closing', at: '22:15', after: ['dsc-02'] }),
    item('dsc-08', ['货款保卫与护送', 'Takings guarded and escorted'], 'security-supervisor', {
      group: 'closing',
      at: '22:20',
      with: ['security-guard'],
      after: ['dsc-05', 'dsc-07'],
    }),
    item('dsc-06', ['晚会', 'Evening meeting'], null, { group: 'closing', at: '22:20', after: ['dsc-04'], optional: true }),
    item('dsc-09', ['关闭电梯与空调', 'Lifts and air-conditioning off'], 'electrician', { group: 'after', at: '22:30', after: ['dsc-02'] }),
    item('dsc-10', ['按程序锁好大门', 'Main doors locked as laid down'], 'security-supervisor', {
      group: 'after',
      at: '22:30',
      after: ['dsc-02'],
    }),
    item('dsc-11', ['员工只走员工通道离场', 'Staff leave by the staff passage alone'], 'security-guard', {
      group: 'after',
      at: '22:30',
      after: ['dsc-03', 'dsc-04'],
    }),
    item('dsc-12', ['员工下班例行检查', 'Staff checked as they leave'], 'security-guard', {
      group: 'after',
      at: '22:30',
      after: ['dsc-11'],
    }),
    item('dsc-13', ['监督打卡，防止商品被带出', 'Clocking out watched, no goods taken along'], 'security-guard', {
      group: 'after',
      at: '22:30',
      after: ['dsc-12'],
    }),
    item('dsc-14', ['三方共同清场，六楼至负一楼', 'Cleared by three people together, sixth floor to basement'], null, {
      group: 'clearing',
      at: '22:45',
      with: THREE,
      after: ['dsc-13'],
    }),
    item('dsc-15', ['各角落无人滞留', 'Nobody left in any corner'], null, {
      group: 'clearing',
      at: '22:45',
      with: THREE,
      after: ['dsc-13'],
    }),
    item('dsc-16', ['消防隐患检查', 'Checked for fire hazards'], null, { group: 'clearing', at: '22:45', with: THREE, after: ['dsc-13'] }),
    item('dsc-17', ['照明由里向外、由上至下关闭', 'Lights off from the inside out, from the top down'], null, {
      group: 'clearing',
      at: '22:45',
      with: THREE,
      after: ['dsc-14', 'dsc-15', 'dsc-16'],
    }),
    item('dsc-18', ['确认无误，由上而下清理卖场', 'All confirmed, the floors left from the top down'], null, {
      group: 'clearing',
      at: '22:45',
      with: THREE,
      after: ['dsc-17'],
    }),
    item('dsc-19', ['电源、水阀、煤气已关闭', 'Power, water and gas off'], null, {
      group: 'clearing',
      at: '22:45',
      with: THREE,
      after: ['dsc-17'],
    }),
    item('dsc-20', ['收银机切断电源', 'Tills switched off at the mains'], null, {
      group: 'clearing',
      at: '22:45',
      with: THREE,
      after: ['dsc-05'],
    }),
    item('dsc-21', ['锁好后通道门', 'Rear passage locked'], 'security-supervisor', {
      group: 'locking',
      at: '23:00',
      with: ['security-guard'],
      after: ['dsc-10', 'dsc-18', 'dsc-19', 'dsc-20'],
    }),
    item('dsc-22', ['由上至下分层锁门', 'Floors locked from the top down'], 'security-supervisor', {
      group: 'locking',
      at: '23:00',
      with: ['security-guard'],
      after: ['dsc-21'],
    }),
    item('dsc-23', ['共同检查锁门情况', 'Locks checked together'], null, {
      group: 'locking',
      at: '23:00',
      with: ['security-supervisor'],
      after: ['dsc-22'],
    }),
    item('dsc-24', ['值班经理与保安离场', 'Duty manager and guards leave'], null, {
      group: 'locking',
      at: '23:00',
      with: ['security-supervisor'],
      after: ['dsc-23'],
    }),
  ],
};
