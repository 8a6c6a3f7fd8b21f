/** One lease of the demo company: its terms count in days from the day on which the demo is made, so that some always run out soon. Amounts in yuan. */
export interface DemoLease {
  /** Key of the store. */
  store: string;
  number: string;
  /** Mall and position. */
  place: string;
  /** Percent of the sales. */
  commission: string;
  /** Oldest first, three years each; the last one ends in `endsIn` days. */
  rents: readonly number[];
  endsIn: number;
}

type Row = readonly [store: string, number: string, place: string, endsIn: number, commission: string, ...rents: number[]];

const ROWS: readonly Row[] = [
  ['store-changning', 'ZL-2023-0031', '天山里 2F-216', 7, '22.0', 28_600],
  ['store-hongkou', 'ZL-2023-0034', '虹口龙之梦 3F-118', 38, '20.0', 32_500],
  ['store-zhengda', 'ZL-2018-0007', '正大广场 B1-207', 89, '18.0', 28_000, 31_000, 33_600],
  ['store-xuhui', 'ZL-2021-0012', '徐汇日月光 1F-118', 128, '18.0', 38_200, 41_800],
  ['store-jingan', 'ZL-2021-0015', '静安大悦城 2F-305', 143, '19.0', 43_000, 46_200],
  ['store-minhang', 'ZL-2024-0041', '闵行悦汇城 1F-077', 173, '17.5', 27_400],
  ['store-yangpu', 'ZL-2024-0045', '锦河里 1F-021', 219, '18.0', 24_900],
  ['store-baoshan', 'ZL-2024-0052', '海潮广场 2F-140', 281, '16.0', 19_800],
  ['store-songjiang', 'ZL-2022-0020', '泗水广场 1F-009', 403, '16.0', 17_200, 18_600],
  ['store-jiading', 'ZL-2022-0023', '新禾城 1F-055', 494, '17.0', 20_900, 22_300],
  ['store-pudong', 'ZL-2022-0028', '云桥天地 B1-030', 677, '18.0', 35_600, 38_400],
  ['store-nanxiang', 'ZL-2026-0061', '南翔印象城 1F-032', 1_113, '17.0', 26_500],
];

/** The leases of the twelve stores (fictional). */
export const DEMO_LEASES: readonly DemoLease[] = ROWS.map(([store, number, place, endsIn, commission, ...rents]) => ({
  ...{ store, number, place, endsIn, commission, rents },
}));
