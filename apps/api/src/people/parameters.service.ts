import { DefinitionParameterEntity, ProcessTargetEntity } from '@countersign/database';
import {
  isMoney,
  ownValue,
  parameterProblems,
  parametersOf,
  settingOf,
  standardOf,
  valueSet,
  type Definition,
  type ParameterSetting,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor';
import { oneAtATime } from '../http/one-at-a-time';
import { demandAsShown, digestOf } from '../http/press/as-shown';
import { Problem } from '../http/problem/problem';
import { changedBy, noteChange } from './changes/rule-changes.service';
import type { ParameterItem, ParameterList, ProcessParameters } from './dto/parameter.view';

const IN_USE = `
  SELECT key, version, body->'title' AS title, coalesce(body->'parameters', '[]') AS parameters FROM definition
  WHERE company_id = $1 AND status = 'published' AND ($2::text IS NULL OR key = $2)
  ORDER BY body->'title'->>'en', key`;
const KINDS = { string: 'text', number: 'number', boolean: 'yes-no' } as const;

type InUse = Pick<Definition, 'key' | 'version' | 'title' | 'parameters'>;
type Set = Record<string, ParameterSetting>;

/** What a company sets in its processes without a version of its own. */
@Injectable()
export class ParametersService {
  constructor(private readonly database: DataSource) {}

  async list({ companyId }: Actor): Promise<ParameterList> {
    const { manager } = this.database;
    const processes = await manager.query<InUse[]>(IN_USE, [companyId, null]);
    const set = await manager.findBy(DefinitionParameterEntity, { companyId });
    const targets = await manager.findBy(ProcessTargetEntity, { companyId });
    const onTime = new Map(targets.map((target) => [target.definitionKey, target.onTime]));
    return { items: processes.map((each) => ({ ...processView(each, valuesOf(set, each.key)), onTime: onTime.get(each.key) ?? null })) };
  }

  /** Sets one, or with null lets the process say again; it holds for what is submitted from then on. One change of a company at a time. */
  async set(
    actor: Actor,
    { shown, ...name }: { definition: string; key: string; shown: string | null },
    value: ParameterSetting | null,
  ): Promise<ParameterItem> {
    const { companyId } = actor;
    return this.database.transaction(async (manager) => {
      await oneAtATime(manager, 'parameters', companyId);
      const { process, parameter } = await this.found(manager, companyId, name);
      const known = { [process.key]: { [parameter.key]: parameter.default } };
      const [wrong] = value === null ? [] : parameterProblems({ parameters: [{ ...name, value }] }, known);
      if (wrong)
        throw new Problem('invalid-body', {}, [{ field: 'value', code: wrong.code, params: wrong.params, message: wrong.message }]);
      const before = valuesOf(await manager.findBy(DefinitionParameterEntity, { companyId, key: process.key }), process.key);
      demandAsShown(shown, itemOf(process, parameter, before).standing);
      const row = { companyId, key: process.key, name: parameter.key };
      if (value === null) await manager.delete(DefinitionParameterEntity, row);
      else await manager.upsert(DefinitionParameterEntity, { ...row, value }, ['companyId', 'key', 'name']);
      const { [parameter.key]: _gone, ...others } = before;
      const after: Set = value === null ? others : { ...others, [parameter.key]: value };
      const [was, is] = [before, after].map((set) => itemOf(process, parameter, set)) as [ParameterItem, ParameterItem];
      if (JSON.stringify(was) !== JSON.stringify(is)) {
        const rows = [
          { section: 'parameters', key: `${process.key}.${parameter.key}`, before: { value: was.value }, after: { value: is.value } },
        ];
        await noteChange(manager, { ...changedBy(actor), kind: 'parameter-set', rows });
      }
      return is;
    });
  }

  private async found(manager: EntityManager, companyId: string, { definition, key }: { definition: string; key: string }) {
    const [process] = await manager.query<InUse[]>(IN_USE, [companyId, definition]);
    const parameter = process?.parameters.find((each) => each.key === key);
    if (!process || !parameter) throw new Problem('not-found', { what: 'parameter' });
    return { process, parameter };
  }
}

const valuesOf = (rows: DefinitionParameterEntity[], definition: string): Set =>
  Object.fromEntries(rows.flatMap(({ key, name, value }) => (key === definition ? [[name, value]] : [])));

function itemOf(process: InUse, parameter: InUse['parameters'][number], set: Set): ParameterItem {
  const { key, title, default: written } = parameter;
  const standard = standardOf(written);
  const value = ownValue(parametersOf(process as Definition, set), key) ?? standard;
  const kind = isMoney(standard) ? 'money' : KINDS[typeof standard as keyof typeof KINDS];
  const isSet = Object.hasOwn(set, key) && valueSet(standard, ownValue(set, key)) !== null;
  const standing = digestOf(isSet ? settingOf(value) : null);
  return { key, title, kind, standard: settingOf(standard), value: settingOf(value), set: isSet, standing };
}

function processView(process: InUse, set: Set): Omit<ProcessParameters, 'onTime'> {
  const { key: definition, title, version, parameters } = process;
  return { definition, title, version, parameters: parameters.map((each) => itemOf(process, each, set)) };
}
