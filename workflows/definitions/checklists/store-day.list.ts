import { steering, yesNo } from '../patterns/fields';
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
