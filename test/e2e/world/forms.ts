import type { DemoPerson } from './demo-person';

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const cny = (amount: string) => ({ amount, currency: 'CNY' });

let invoices = 0;
/** An invoice number that no other request of this run has. */
export const invoiceNumber = (): string => `3100${String(Date.now()).slice(-8)}${String((invoices += 1)).padStart(3, '0')}`;

/** A blank sheet of A4. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** The smallest picture. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function unitOf(person: DemoPerson, name: string): Promise<string> {
  const { body } = await person.call<{ items: { id: string; name: { zh: string } }[] }>('GET', `/units?q=${encodeURIComponent(name)}`);
  const unit = body.items.find((one) => one.name.zh.includes(name));
  if (!unit) throw new Error(`Expected a unit called ${name}, but found ${JSON.stringify(body)}`);
  return unit.id;
}

/** Uploads an invoice as the form does. */
export async function upload(person: DemoPerson, name = '发票.pdf'): Promise<unknown> {
  return person.upload(name, PDF);
}

/** An expense of yesterday with one line. */
export async function expenseOf(person: DemoPerson, amount: string, unit = '徐汇店'): Promise<object> {
  return {
    category: 'display-props',
    costUnit: await unitOf(person, unit),
    expenseDates: { from: day(3), to: day(1) },
    payee: '招商银行 ··4021',
    items: [{ matter: '橱窗道具', date: day(2), invoiceNumber: invoiceNumber(), invoice: [await upload(person)], amount: cny(amount) }],
    reason: '换季陈列',
  };
}

/** A promotion of these days that marketing pays for. */
export async function promotionOf(person: DemoPerson, amount: string): Promise<object> {
  const paper = await upload(person, '方案.pdf');
  return {
    topic: `满减 ${invoiceNumber().slice(-5)}`,
    period: { from: day(0), to: day(-2) },
    costUnit: await unitOf(person, '市场部'),
    keyPoints: '年末客流',
    scheme: '满 300 减 60',
    effect: '预计销售 1,150,000',
    costs: [{ item: '让利', amount: cny(amount) }],
    handling: '超出的是加印门贴；不批就改用电子屏',
    schemeFile: [paper],
    resolution: [paper],
  };
}

/** A research plan of one of the four kinds. */
export function researchOf(kind: 'annual' | 'monthly' | 'major-special' | 'general', budget: string): object {
  return {
    topic: `华东秋冬流行色 ${invoiceNumber().slice(-5)}`,
    kind,
    budget: cny(budget),
    period: { from: day(-10), to: day(-40) },
    region: '华东',
    purpose: '了解客群变化',
  };
}
