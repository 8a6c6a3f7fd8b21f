import { files } from '../patterns/fields';
import { item, type Catalogue } from './item';

/** Who clears besides the duty manager. */
const THREE = ['security-supervisor', 'security-guard'] as const;

/** CL-DS-CLOSE: closing, clearing from the sixth floor down, locking, each dangerous thing by two (S2:254–S2:308). By when the store closes, at ten unless it says otherwise (G45). */
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
      closing: -10,
    }),
    item('dsc-02', ['送走最后一名顾客后关闭大门', 'Doors closed behind the last customer'], 'security-supervisor', {
      group: 'closing',
      closing: 0,
      after: ['dsc-01'],
    }),
    item('dsc-03', ['场内清洁整理', 'Cleaning begins inside'], 'floor-manager', { group: 'closing', closing: 15, after: ['dsc-02'] }),
    item('dsc-04', ['整理商品，核对小票与数量', 'Goods tidied, slips checked against goods'], 'floor-manager', {
      group: 'closing',
      closing: 15,
      after: ['dsc-02'],
    }),
    item('dsc-05', ['销售汇总与收银报表', 'Sales totals and till reports'], 'service-desk', {
      group: 'closing',
      closing: 15,
      after: ['dsc-02'],
      evidence: [files('posReport', ['销售汇总', 'Sales totals'], { min: 1 })],
    }),
    item('dsc-07', ['收银员报表', 'Reports of the cashiers'], 'service-desk', { group: 'closing', closing: 15, after: ['dsc-02'] }),
    item('dsc-08', ['货款保卫与护送', 'Takings guarded and escorted'], 'security-supervisor', {
      group: 'closing',
      closing: 20,
      with: ['security-guard'],
      after: ['dsc-05', 'dsc-07'],
    }),
    item('dsc-06', ['晚会', 'Evening meeting'], null, { group: 'closing', closing: 20, after: ['dsc-04'], optional: true }),
    item('dsc-09', ['关闭电梯与空调', 'Lifts and air-conditioning off'], 'electrician', { group: 'after', closing: 30, after: ['dsc-02'] }),
    item('dsc-10', ['按程序锁好大门', 'Main doors locked as laid down'], 'security-supervisor', {
      group: 'after',
      closing: 30,
      after: ['dsc-02'],
    }),
    item('dsc-11', ['员工只走员工通道离场', 'Staff leave by the staff passage alone'], 'security-guard', {
      group: 'after',
      closing: 30,
      after: ['dsc-03', 'dsc-04'],
    }),
    item('dsc-12', ['员工下班例行检查', 'Staff checked as they leave'], 'security-guard', {
      group: 'after',
      closing: 30,
      after: ['dsc-11'],
    }),
    item('dsc-13', ['监督打卡，防止商品被带出', 'Clocking out watched, no goods taken along'], 'security-guard', {
      group: 'after',
      closing: 30,
      after: ['dsc-12'],
    }),
    item('dsc-14', ['三方共同清场，六楼至负一楼', 'Cleared by three people together, sixth floor to basement'], null, {
      group: 'clearing',
      closing: 45,
      with: THREE,
      after: ['dsc-13'],
    }),
    item('dsc-15', ['各角落无人滞留', 'Nobody left in any corner'], null, {
      group: 'clearing',
      closing: 45,
      with: THREE,
      after: ['dsc-13'],
    }),
    item('dsc-16', ['消防隐患检查', 'Checked for fire hazards'], null, { group: 'clearing', closing: 45, with: THREE, after: ['dsc-13'] }),
    item('dsc-17', ['照明由里向外、由上至下关闭', 'Lights off from the inside out, from the top down'], null, {
      group: 'clearing',
      closing: 45,
      with: THREE,
      after: ['dsc-14', 'dsc-15', 'dsc-16'],
    }),
    item('dsc-18', ['确认无误，由上而下清理卖场', 'All confirmed, the floors left from the top down'], null, {
      group: 'clearing',
      closing: 45,
      with: THREE,
      after: ['dsc-17'],
    }),
    item('dsc-19', ['电源、水阀、煤气已关闭', 'Power, water and gas off'], null, {
      group: 'clearing',
      closing: 45,
      with: THREE,
      after: ['dsc-17'],
    }),
    item('dsc-20', ['收银机切断电源', 'Tills switched off at the mains'], null, {
      group: 'clearing',
      closing: 45,
      with: THREE,
      after: ['dsc-05'],
    }),
    item('dsc-21', ['锁好后通道门', 'Rear passage locked'], 'security-supervisor', {
      group: 'locking',
      closing: 60,
      with: ['security-guard'],
      after: ['dsc-10', 'dsc-18', 'dsc-19', 'dsc-20'],
    }),
    item('dsc-22', ['由上至下分层锁门', 'Floors locked from the top down'], 'security-supervisor', {
      group: 'locking',
      closing: 60,
      with: ['security-guard'],
      after: ['dsc-21'],
    }),
    item('dsc-23', ['共同检查锁门情况', 'Locks checked together'], null, {
      group: 'locking',
      closing: 60,
      with: ['security-supervisor'],
      after: ['dsc-22'],
    }),
    item('dsc-24', ['值班经理与保安离场', 'Duty manager and guards leave'], null, {
      group: 'locking',
      closing: 60,
      with: ['security-supervisor'],
      after: ['dsc-23'],
    }),
  ],
};
