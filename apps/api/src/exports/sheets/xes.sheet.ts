import { ownValue } from '@countersign/domain';
import type { Writable } from 'node:stream';
import type { Cell, XesPlace } from '../exported-list';
import type { Sheet, SheetColumn } from './sheet';
import { fitForXml } from './xml-text';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const escaped = (text: string): string => fitForXml(text).replace(/[&<>"\n\r\t]/g, (sign) => ownValue(ESCAPES, sign) ?? sign);

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <classifier name="Activity" scope="event" keys="concept:name"/>
  <classifier name="Operation at a step" scope="event" keys="operation step"/>
`;
const COMPLETE = attribute('string', 'lifecycle:transition', 'complete');

function attribute(tag: string, key: string, value: string): string {
  return `<${tag} key="${escaped(key)}" value="${escaped(value)}"/>`;
}

/** A cell as attributes; what is blank is none. */
function attributes(key: string, cell: Cell | undefined): string[] {
  switch (cell?.kind) {
    case 'text':
      return cell.text === null || cell.text === '' ? [] : [attribute('string', key, cell.text)];
    case 'whole':
      return cell.value === null ? [] : [attribute('int', key, String(cell.value))];
    case 'money':
      return cell.value === null
        ? []
        : [attribute('float', key, cell.value.amount), attribute('string', `${key}:currency`, cell.value.currency)];
    case 'time':
      return cell.at === null ? [] : [attribute('date', key, cell.at)];
    case undefined:
      return [];
  }
}

/** An XES log (IEEE 1849-2016): rows with the same name of their trace, one after the other, are the events of one trace. */
export function xesSheet(out: Writable, columns: readonly SheetColumn[]): Sheet {
  const told = (cells: readonly Cell[], place: XesPlace['of']): string =>
    columns.flatMap(({ xes }, at) => (xes?.of === place ? attributes(xes.key, cells[at]) : [])).join('');
  const nameAt = columns.findIndex(({ xes }) => xes?.of === 'trace' && xes.key === 'concept:name');
  const nameOf = (cells: readonly Cell[]): string => {
    const cell = cells[nameAt];
    return cell?.kind === 'text' ? (cell.text ?? '') : '';
  };
  let open: string | null = null;
  out.write(HEAD);
  return {
    add: (cells) => {
      const name = nameOf(cells);
      if (open !== null && open !== name) out.write('  </trace>\n');
      if (open !== name) out.write(`  <trace>${told(cells, 'trace')}\n`);
      open = name;
      out.write(`    <event>${told(cells, 'event')}${COMPLETE}</event>\n`);
    },
    end: () => new Promise((resolve, reject) => out.once('error', reject).end(`${open === null ? '' : '  </trace>\n'}</log>\n`, resolve)),
  };
}
