import type { DirectoryImportInput } from '@countersign/domain';

type ImportUnit = NonNullable<DirectoryImportInput['units']>[number];
type Row = readonly [key: string, zh: string, en: string, parent: string];

const DEPARTMENTS: readonly Row[] = [
  ['finance', '财务部', 'Finance', 'yunshang'],
  ['operations', '运营中心', 'Operations', 'yunshang'],
  ['customer-service', '客服部', 'Customer service', 'operations'],
  ['merchandise', '商品部', 'Merchandising', 'operations'],
  ['warehouse', '仓储部', 'Warehouse', 'operations'],
  ['e-commerce', '电商部', 'E-commerce', 'yunshang'],
  ['mall-operations', '百货营运部', 'Department store', 'yunshang'],
  ['marketing', '市场部', 'Marketing', 'yunshang'],
  ['sales', '销售部', 'Sales', 'yunshang'],
  ['purchasing', '采购部', 'Purchasing', 'yunshang'],
  ['expansion', '招商中心', 'Store expansion', 'yunshang'],
  ['engineering', '店铺工程事业部', 'Store engineering', 'yunshang'],
  ['property', '物业运营部', 'Property operations', 'yunshang'],
  ['human-resources', '人力资源部', 'Human resources', 'yunshang'],
  ['administration', '行政部', 'Administration', 'yunshang'],
  ['design', '设计部', 'Design', 'yunshang'],
];

const AREAS: readonly Row[] = [
  ['area-xuhui', '徐汇区', 'Xuhui area', 'operations'],
  ['area-jingan', '静安区', 'Jing’an area', 'operations'],
  ['area-pudong', '浦东区', 'Pudong area', 'operations'],
];

const STORES: readonly Row[] = [
  ['store-xuhui', '徐汇店', 'Xuhui store', 'area-xuhui'],
  ['store-changning', '长宁店', 'Changning store', 'area-xuhui'],
  ['store-minhang', '闵行店', 'Minhang store', 'area-xuhui'],
  ['store-songjiang', '松江店', 'Songjiang store', 'area-xuhui'],
  ['store-jingan', '静安店', 'Jing’an store', 'area-jingan'],
  ['store-hongkou', '虹口店', 'Hongkou store', 'area-jingan'],
  ['store-jiading', '嘉定店', 'Jiading store', 'area-jingan'],
  ['store-nanxiang', '南翔店', 'Nanxiang store', 'area-jingan'],
  ['store-zhengda', '正大店', 'Zhengda store', 'area-pudong'],
  ['store-pudong', '浦东店', 'Pudong store', 'area-pudong'],
  ['store-yangpu', '杨浦店', 'Yangpu store', 'area-pudong'],
  ['store-baoshan', '宝山店', 'Baoshan store', 'area-pudong'],
];

const units = (kind: ImportUnit['kind'], rows: readonly Row[]): ImportUnit[] =>
  rows.map(([key, zh, en, parent]) => ({ key, kind, name: { zh, en }, parent }));

/** The tree of the demo company: the company, its departments, three areas, twelve stores (domain §2.3). */
export const DEMO_UNITS: ImportUnit[] = [
  { key: 'yunshang', kind: 'company', name: { zh: '云裳服饰', en: 'Yunshang Fashion' }, parent: null },
  ...units('department', DEPARTMENTS),
  ...units('region', AREAS),
  ...units('store', STORES),
];
