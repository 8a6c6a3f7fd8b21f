/**
 * Who sits where. The post's role is what stands before the dot of its key; its superior is another post.
 * A person of null is a vacant post: whoever climbs past it goes on upward.
 */
export type StaffRow = readonly [
  post: string,
  person: readonly [key: string, zh: string, en: string] | null,
  unit: string,
  grade: string,
  superior: string | null,
];

const TOP: readonly StaffRow[] = [
  ['group-gm', ['shen-siyuan', '沈思远', 'Shen Siyuan'], 'yunshang', 'group', null],
  ['gm', ['zheng-guohua', '郑国华', 'Zheng Guohua'], 'yunshang', 'gm', 'group-gm'],
];

const FINANCE: readonly StaffRow[] = [
  ['finance-director', ['song-lan', '宋岚', 'Song Lan'], 'finance', 'director', 'gm'],
  ['finance-manager', ['gu-ming', '顾明', 'Gu Ming'], 'finance', 'manager', 'finance-director'],
  ['finance-specialist.xuhui', ['liu-chang', '刘畅', 'Liu Chang'], 'finance', 'staff', 'finance-manager'],
  ['finance-specialist.jingan', ['he-qiong', '何琼', 'He Qiong'], 'finance', 'staff', 'finance-manager'],
  ['treasury-cashier', ['chen-jing', '陈静', 'Chen Jing'], 'finance', 'staff', 'finance-manager'],
];

const OPERATIONS: readonly StaffRow[] = [
  ['ops-director', ['zhou-yan', '周岩', 'Zhou Yan'], 'operations', 'director', 'gm'],
  ['ops-manager', ['sun-qian', '孙倩', 'Sun Qian'], 'operations', 'manager', 'ops-director'],
  ['area-manager.xuhui', ['zhang-wei', '张伟', 'Zhang Wei'], 'area-xuhui', 'manager', 'ops-manager'],
  ['area-manager.jingan', ['zhao-yue', '赵悦', 'Zhao Yue'], 'area-jingan', 'manager', 'ops-manager'],
  ['store-manager.xuhui', ['li-na', '李娜', 'Li Na'], 'store-xuhui', 'supervisor', 'area-manager.xuhui'],
  ['store-manager.changning', ['lin-feng', '林峰', 'Lin Feng'], 'store-changning', 'supervisor', 'area-manager.xuhui'],
  ['store-manager.jingan', ['wang-min', '王敏', 'Wang Min'], 'store-jingan', 'supervisor', 'area-manager.jingan'],
  ['store-manager.hongkou', ['qian-xiaoyu', '钱小雨', 'Qian Xiaoyu'], 'store-hongkou', 'supervisor', 'area-manager.jingan'],
  ['sales-associate.xuhui', ['ye-xin', '叶欣', 'Ye Xin'], 'store-xuhui', 'staff', 'store-manager.xuhui'],
  ['sales-associate.changning', ['ma-qi', '马齐', 'Ma Qi'], 'store-changning', 'staff', 'store-manager.changning'],
  ['sales-associate.jingan', ['bai-ling', '白灵', 'Bai Ling'], 'store-jingan', 'staff', 'store-manager.jingan'],
  ['sales-associate.hongkou', ['tao-yi', '陶奕', 'Tao Yi'], 'store-hongkou', 'staff', 'store-manager.hongkou'],
  ['cashier.xuhui', ['jin-yan', '金燕', 'Jin Yan'], 'store-xuhui', 'staff', 'store-manager.xuhui'],
  ['store-trainer.jingan', ['wei-hong', '魏虹', 'Wei Hong'], 'store-jingan', 'staff', 'store-manager.jingan'],
  ['ops-inspector', ['ding-lan', '丁岚', 'Ding Lan'], 'operations', 'supervisor', 'ops-manager'],
  ['ops-planner', ['luo-yi', '罗毅', 'Luo Yi'], 'operations', 'supervisor', 'ops-manager'],
  ['training-supervisor', ['shao-lin', '邵琳', 'Shao Lin'], 'operations', 'supervisor', 'ops-manager'],
  ['cs-manager', ['fu-wen', '傅雯', 'Fu Wen'], 'customer-service', 'manager', 'ops-manager'],
  ['cs-specialist.north', ['cao-yue', '曹月', 'Cao Yue'], 'customer-service', 'staff', 'cs-manager'],
  ['cs-specialist.south', ['jiang-nan', '姜楠', 'Jiang Nan'], 'customer-service', 'staff', 'cs-manager'],
  ['merch-manager', ['qin-lang', '秦朗', 'Qin Lang'], 'merchandise', 'manager', 'ops-manager'],
  ['merch-specialist', ['fang-yi', '方怡', 'Fang Yi'], 'merchandise', 'staff', 'merch-manager'],
  ['warehouse-manager', ['shi-lei', '石磊', 'Shi Lei'], 'warehouse', 'manager', 'ops-manager'],
  ['warehouse-keeper.inbound', ['tian-yu', '田禹', 'Tian Yu'], 'warehouse', 'staff', 'warehouse-manager'],
  ['warehouse-keeper.outbound', ['kang-ning', '康宁', 'Kang Ning'], 'warehouse', 'staff', 'warehouse-manager'],
  ['data-analyst', ['xu-nuo', '许诺', 'Xu Nuo'], 'operations', 'staff', 'ops-manager'],
  ['kpi-specialist', ['mo-fei', '莫菲', 'Mo Fei'], 'operations', 'staff', 'ops-manager'],
  ['efficiency-manager', null, 'operations', 'manager', 'ops-manager'],
  ['ecom-lead', ['cui-ying', '崔颖', 'Cui Ying'], 'e-commerce', 'supervisor', 'ops-director'],
  ['ops-specialist', ['hou-jun', '侯俊', 'Hou Jun'], 'e-commerce', 'staff', 'ecom-lead'],
  ['tech-support', ['yan-bo', '严博', 'Yan Bo'], 'e-commerce', 'staff', 'ecom-lead'],
];

/** The stores beyond the first four. The one in Nanxiang opens in December; its manager is not appointed yet. */
const MORE_STORES: readonly StaffRow[] = [
  ['area-manager.pudong', ['meng-xi', '孟溪', 'Meng Xi'], 'area-pudong', 'manager', 'ops-manager'],
  ['store-manager.minhang', ['liao-jing', '廖静', 'Liao Jing'], 'store-minhang', 'supervisor', 'area-manager.xuhui'],
  ['store-manager.songjiang', ['qiu-shan', '邱珊', 'Qiu Shan'], 'store-songjiang', 'supervisor', 'area-manager.xuhui'],
  ['store-manager.jiading', ['ji-yun', '季云', 'Ji Yun'], 'store-jiading', 'supervisor', 'area-manager.jingan'],
  ['store-manager.nanxiang', null, 'store-nanxiang', 'supervisor', 'area-manager.jingan'],
  ['store-manager.zhengda', ['ruan-mei', '阮梅', 'Ruan Mei'], 'store-zhengda', 'supervisor', 'area-manager.pudong'],
  ['store-manager.pudong', ['pang-bo', '庞博', 'Pang Bo'], 'store-pudong', 'supervisor', 'area-manager.pudong'],
  ['store-manager.yangpu', ['lan-tian', '兰田', 'Lan Tian'], 'store-yangpu', 'supervisor', 'area-manager.pudong'],
  ['store-manager.baoshan', ['geng-le', '耿乐', 'Geng Le'], 'store-baoshan', 'supervisor', 'area-manager.pudong'],
  ['sales-associate.minhang', ['yin-he', '尹禾', 'Yin He'], 'store-minhang', 'staff', 'store-manager.minhang'],
  ['sales-associate.songjiang', ['mi-lu', '米露', 'Mi Lu'], 'store-songjiang', 'staff', 'store-manager.songjiang'],
  ['sales-associate.jiading', ['bu-yi', '卜依', 'Bu Yi'], 'store-jiading', 'staff', 'store-manager.jiading'],
  ['sales-associate.zhengda', ['shang-guan-yu', '上官雨', 'Shangguan Yu'], 'store-zhengda', 'staff', 'store-manager.zhengda'],
  ['sales-associate.pudong', ['lin-lang', '林琅', 'Lin Lang'], 'store-pudong', 'staff', 'store-manager.pudong'],
  ['sales-associate.yangpu', ['qi-ge', '祁歌', 'Qi Ge'], 'store-yangpu', 'staff', 'store-manager.yangpu'],
  ['sales-associate.baoshan', ['hai-yan', '海燕', 'Hai Yan'], 'store-baoshan', 'staff', 'store-manager.baoshan'],
];

const MALL: readonly StaffRow[] = [
  ['mall-ops-gm', ['pei-jun', '裴钧', 'Pei Jun'], 'mall-operations', 'director', 'ops-director'],
  ['duty-manager', ['ou-xue', '欧雪', 'Ou Xue'], 'mall-operations', 'manager', 'mall-ops-gm'],
  ['duty-supervisor', ['long-fei', '龙飞', 'Long Fei'], 'mall-operations', 'supervisor', 'duty-manager'],
  ['service-desk', ['wen-xin', '文馨', 'Wen Xin'], 'mall-operations', 'staff', 'duty-manager'],
  ['electrician', ['lei-ming', '雷鸣', 'Lei Ming'], 'mall-operations', 'staff', 'duty-manager'],
  ['floor-manager.1', ['hua-rong', '华蓉', 'Hua Rong'], 'mall-operations', 'manager', 'mall-ops-gm'],
  ['floor-manager.2', ['niu-wei', '牛伟', 'Niu Wei'], 'mall-operations', 'manager', 'mall-ops-gm'],
  ['security-supervisor', ['xiong-wei', '熊威', 'Xiong Wei'], 'mall-operations', 'supervisor', 'mall-ops-gm'],
  ['security-guard', ['tie-cheng', '铁诚', 'Tie Cheng'], 'mall-operations', 'staff', 'security-supervisor'],
];

const MARKETING: readonly StaffRow[] = [
  ['market-director', ['tang-lei', '唐磊', 'Tang Lei'], 'marketing', 'director', 'gm'],
  ['market-manager', ['liang-xue', '梁雪', 'Liang Xue'], 'marketing', 'manager', 'market-director'],
  ['research-supervisor', ['jiang-fan', '江帆', 'Jiang Fan'], 'marketing', 'supervisor', 'market-manager'],
  ['researcher', ['du-heng', '杜衡', 'Du Heng'], 'marketing', 'staff', 'research-supervisor'],
  ['salesperson', ['lu-jia', '陆嘉', 'Lu Jia'], 'marketing', 'staff', 'market-manager'],
  ['market-specialist', ['wu-di', '吴迪', 'Wu Di'], 'marketing', 'staff', 'market-manager'],
  ['business-manager', ['gao-yang', '高扬', 'Gao Yang'], 'marketing', 'manager', 'market-director'],
  ['pr-manager', ['su-qing', '苏晴', 'Su Qing'], 'marketing', 'manager', 'market-director'],
  ['planning-supervisor', ['xie-ning', '谢宁', 'Xie Ning'], 'marketing', 'supervisor', 'market-director'],
  ['copywriter', ['he-lan', '贺岚', 'He Lan'], 'marketing', 'staff', 'planning-supervisor'],
  ['designer', ['fan-xing', '范行', 'Fan Xing'], 'marketing', 'staff', 'planning-supervisor'],
  ['new-media-editor', ['ning-meng', '宁萌', 'Ning Meng'], 'marketing', 'staff', 'planning-supervisor'],
];

const OTHERS: readonly StaffRow[] = [
  ['sales-manager', ['pan-yu', '潘宇', 'Pan Yu'], 'sales', 'manager', 'gm'],
  ['sales-rep', ['zou-ying', '邹莹', 'Zou Ying'], 'sales', 'staff', 'sales-manager'],
  ['purchasing-manager', ['yu-zhou', '余舟', 'Yu Zhou'], 'purchasing', 'manager', 'gm'],
  ['purchasing-specialist', ['xia-bing', '夏冰', 'Xia Bing'], 'purchasing', 'staff', 'purchasing-manager'],
  ['expansion-supervisor', ['he-fang', '何芳', 'He Fang'], 'expansion', 'supervisor', 'gm'],
  ['expansion-specialist', ['tan-hao', '谭昊', 'Tan Hao'], 'expansion', 'staff', 'expansion-supervisor'],
  ['bu-manager', ['yuan-ye', '袁野', 'Yuan Ye'], 'engineering', 'manager', 'gm'],
  ['account-manager', ['ren-jie', '任杰', 'Ren Jie'], 'engineering', 'supervisor', 'bu-manager'],
  ['project-supervisor', ['jin-xin', '金欣', 'Jin Xin'], 'engineering', 'supervisor', 'bu-manager'],
  ['technician', ['lao-tie', '劳铁', 'Lao Tie'], 'engineering', 'staff', 'project-supervisor'],
  ['order-assistant', ['yu-tong', '俞桐', 'Yu Tong'], 'engineering', 'staff', 'bu-manager'],
  ['order-specialist', ['gong-wen', '龚文', 'Gong Wen'], 'engineering', 'staff', 'bu-manager'],
  ['project-assistant', ['sha-ou', '沙鸥', 'Sha Ou'], 'engineering', 'staff', 'bu-manager'],
  ['inspection-assistant', ['mei-qi', '梅琪', 'Mei Qi'], 'engineering', 'staff', 'bu-manager'],
  ['material-assistant', ['tong-shu', '童舒', 'Tong Shu'], 'engineering', 'staff', 'bu-manager'],
  ['site-warehouse-keeper', ['kuang-ye', '邝野', 'Kuang Ye'], 'engineering', 'staff', 'bu-manager'],
  ['business-assistant', ['chu-chu', '楚初', 'Chu Chu'], 'engineering', 'staff', 'bu-manager'],
  ['contract-assistant', null, 'engineering', 'staff', 'bu-manager'],
  ['property-head', ['zhan-peng', '詹鹏', 'Zhan Peng'], 'property', 'director', 'gm'],
  ['property-supervisor', ['ruan-qing', '阮青', 'Ruan Qing'], 'property', 'supervisor', 'property-head'],
  ['project-manager', ['bao-rui', '鲍睿', 'Bao Rui'], 'property', 'manager', 'property-head'],
  ['hr-manager', ['dong-ning', '董宁', 'Dong Ning'], 'human-resources', 'manager', 'gm'],
  ['hr-specialist', ['an-ran', '安然', 'An Ran'], 'human-resources', 'staff', 'hr-manager'],
  ['admin-director', ['wang-lan', '汪澜', 'Wang Lan'], 'administration', 'director', 'gm'],
  ['office-director', ['jiang-ming', '蒋明', 'Jiang Ming'], 'administration', 'manager', 'admin-director'],
  ['system-admin', ['lu-ning', '卢宁', 'Lu Ning'], 'administration', 'supervisor', 'admin-director'],
  ['design-head', ['shu-yao', '舒瑶', 'Shu Yao'], 'design', 'supervisor', 'gm'],
];

/** The demo company's staff (fictional), top down. */
export const DEMO_STAFF: readonly StaffRow[] = [...TOP, ...FINANCE, ...OPERATIONS, ...MORE_STORES, ...MALL, ...MARKETING, ...OTHERS];
