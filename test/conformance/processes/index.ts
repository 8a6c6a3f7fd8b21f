import { shipped } from '../golden/engine-player';
import type { Golden } from '../golden/golden';
import { MALL_EXIT } from './exit.sheets';
import { AUTHORITY, BUSINESS_TRIP, LEAVE } from './people.sheets';
import { CASH_ADVANCE, ENTERTAINMENT, EVENT_BUDGET, FUND_PAYMENT } from './finance.sheets';
import { MARKET_PLAN, PROMOTION_PLAN, PROMOTION_SCHEME, PROMOTION_TRACKING, STORE_PROMOTION } from './marketing.sheets';
import { ANNUAL_BUDGET, BUDGET_ADJUSTMENT, FUND_RELEASE, OVER_PLAN } from './planning.sheets';
import { PRICE_ADJUSTMENT, PURCHASE_ORDER, STOCKTAKE, VARIANCE_ADJUSTMENT } from './merchandise.sheets';
import { MARKET_RESEARCH, PROJECT_INITIATION } from './research.sheets';
import { goldenOf, type Sheet } from './sheet';
import { DAILY_CLOSING, DAILY_OPENING } from './store-day.sheets';
import { LEASE_RENEWAL } from './store.sheets';
import { STORE_OPENING } from './opening.sheets';

/** Every documented process that ships, as its source tells it. A new one adds its line here. */
export const SHEETS: readonly Sheet[] = [
  PROJECT_INITIATION,
  MARKET_RESEARCH,
  LEAVE,
  LEASE_RENEWAL,
  STOCKTAKE,
  STORE_OPENING,
  MALL_EXIT,
  DAILY_OPENING,
  DAILY_CLOSING,
  PROMOTION_PLAN,
  MARKET_PLAN,
  PROMOTION_TRACKING,
  PROMOTION_SCHEME,
  STORE_PROMOTION,
  OVER_PLAN,
  FUND_RELEASE,
  ANNUAL_BUDGET,
  CASH_ADVANCE,
  ENTERTAINMENT,
  EVENT_BUDGET,
  BUDGET_ADJUSTMENT,
  VARIANCE_ADJUSTMENT,
  PRICE_ADJUSTMENT,
  BUSINESS_TRIP,
  PURCHASE_ORDER,
  AUTHORITY,
  FUND_PAYMENT,
];

/** Of each process the first way, for the real workflow too. */
export const FIRST_WAYS: readonly Golden[] = SHEETS.flatMap((sheet) =>
  sheet.ways.slice(0, 1).map((way) => goldenOf(sheet, way, shipped(sheet.definition))),
);
