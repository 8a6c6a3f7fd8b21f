/** A connection, or whatever has some. */
export interface Asked {
  query<Row>(text: string, values?: unknown[]): Promise<Row>;
}

/** One node of a plan as `EXPLAIN (FORMAT JSON)` gives it. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Plan Rows': number;
  'Parent Relationship'?: string;
  Plans?: PlanNode[];
}

/** What a plan does, from the outside in: `Limit > Index Only Scan participant_todo_due`. What it asks once (sub-queries) is told apart. */
export interface PlanShape {
  main: string;
  asides: string[];
  nodes: string[];
  /** Rows that PostgreSQL expects to sort, for each sort. */
  sorts: number[];
}

/** How PostgreSQL would go about a statement. */
export async function planShape(database: Asked, text: string, values: readonly unknown[]): Promise<PlanShape> {
  const [row] = await database.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('Expected a plan, but EXPLAIN gave none');
  const shape: PlanShape = { main: '', asides: [], nodes: [], sorts: [] };
  shape.main = told(plan, shape);
  return shape;
}

const ASIDES = ['InitPlan', 'SubPlan'];

function told(node: PlanNode, shape: PlanShape): string {
  const name = [node['Node Type'], node['Index Name'] ?? node['Relation Name']].filter((word) => word !== undefined).join(' ');
  shape.nodes.push(name);
  if (/Sort$/.test(node['Node Type'])) shape.sorts.push(node.Plans?.[0]?.['Plan Rows'] ?? 0);
  const inner: string[] = [];
  for (const child of node.Plans ?? []) {
    const text = told(child, shape);
    if (ASIDES.includes(child['Parent Relationship'] ?? '')) shape.asides.push(text);
    else inner.push(text);
  }
  if (inner.length === 0) return name;
  return `${name} > ${inner.length === 1 ? inner[0] : `(${inner.join(', ')})`}`;
}
