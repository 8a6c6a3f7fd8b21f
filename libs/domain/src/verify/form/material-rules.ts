import { note, type Finding } from '../../definition/finding';
import { steeringKeys } from '../../form/shown/steering';
import { steeringPaths } from '../../machine/process/lookups';
import type { Subject } from '../subject';

/** Fields that nobody marked as material and that are so all the same, because they decide where a request goes or who may decide it. Pure. */
export function materialFindings({ definition, steps }: Subject): Finding[] {
  const paths = steeringPaths(
    definition,
    steps.map(({ step }) => step),
  );
  const steering = new Set(steeringKeys(definition, paths));
  const fields = definition.form.fields.filter(({ key, material }) => steering.has(key) && !material);
  if (fields.length === 0) return [];
  const zh = fields.map(({ label }) => `「${label.zh}」`).join('');
  const en = fields.map(({ label }) => `“${label.en}”`).join(', ');
  return [
    note(
      { code: 'material-by-use', path: 'form.fields' },
      `${zh}影响流程走向或处理人，按关键字段处理：修改后，处理过旧内容的人须再次处理。`,
      `${en}: the route or its people depend on this, so it counts as material. After a change, whoever decided on the earlier content is asked again.`,
    ),
  ];
}
