import {
  ownValue,
  ruleText,
  stepTitle,
  type Candidate,
  type Grant,
  type Process,
  type Signer,
  type Signing,
  type WhoMaySign,
} from '@countersign/domain';
import { candidateView, limitView, roleView, VACANT, type CandidateWording } from '../requests/parts/derivation.part';
import type { LadderRungView } from '../requests/dto/decision.view';
import type { GivenView, SignerView, SigningStepView } from './dto/who-may-sign.view';

/** People of one list that are named. */
const NAMED = 60;

/** With what signers are dressed; `sources`: by what grants were given, by their ids. */
export interface SigningWording extends CandidateWording {
  sources: ReadonlyMap<string, string>;
}

/** Everybody whom an answer may have to name. Pure. */
export function peopleNamed({ requester, steps }: WhoMaySign): (string | null)[] {
  return [
    requester,
    ...steps.flatMap(({ derivation, may, mayNot }) => [
      ...may.flatMap(({ person, actingFor }) => [person, actingFor]),
      ...[...mayNot.slice(0, NAMED), ...derivation.ladder, ...derivation.rules.flatMap(({ candidates }) => candidates)].map(
        ({ person }) => person,
      ),
    ]),
  ];
}

/** One step as readers see it. Pure. */
export function signingView(signing: Signing, process: Process, wording: SigningWording): SigningStepView {
  const { step, comes, may, mayNot, derivation } = signing;
  const chosen = may.map(({ person }) => person);
  return {
    step,
    title: stepTitle(process, step),
    comes,
    may: may.slice(0, NAMED).map((each) => signerView(each, signing, wording)),
    mayNot: mayNot.slice(0, NAMED).map((each) => candidateView(each, [], wording)),
    more: Math.max(0, may.length - NAMED) + Math.max(0, mayNot.length - NAMED),
    ladder: derivation.ladder.map((rung) => rungView(rung, { chosen, wording })),
  };
}

function signerView(signer: Signer, { derivation }: Signing, wording: SigningWording): SignerView {
  const { person, turn, actingFor, candidate, grant } = signer;
  const led = actingFor ?? person;
  const tried = derivation.rules.find(({ candidates }) => candidates.some((each) => each.person === led));
  const line = tried?.candidates ?? (derivation.ladder.some((each) => each.person === led) ? derivation.ladder : []);
  const before = line.slice(
    0,
    Math.max(
      0,
      line.findIndex((each) => each.person === led),
    ),
  );
  const rule = tried ?? (line.length > 0 ? derivation.rules.find((each) => each.rule.by === 'climb') : undefined);
  const standIn = derivation.standIns?.find((each) => each.person === person && each.absent === actingFor);
  return {
    ...candidateView(candidate, [person], wording),
    turn,
    actingFor: actingFor === null ? null : wording.person(actingFor),
    until: standIn?.until ?? null,
    given: grant && givenView(grant, wording),
    rule: rule ? ruleText(rule.rule, derivation, wording.context) : null,
    passed: before.map((each) => candidateView(each, [], wording)),
  };
}

function givenView({ id, role, scopeUnitId, plan, validFrom, validTo }: Grant, { context, sources }: SigningWording): GivenView {
  return {
    role: roleView(role, context),
    scope: scopeUnitId === null ? null : (ownValue(context.names.units, scopeUnitId) ?? null),
    ...{ plan, validFrom, validTo },
    source: sources.get(id) ?? null,
  };
}

function rungView(rung: Candidate, { chosen, wording }: { chosen: readonly string[]; wording: SigningWording }): LadderRungView {
  const view = candidateView(rung, [], wording);
  const reaches = rung.person !== null && chosen.includes(rung.person);
  return {
    person: view.person,
    role: view.role ?? VACANT,
    limit: limitView(rung.limit),
    reaches,
    why: rung.removed?.code === 'limit-too-low' ? null : view.removed,
    current: false,
    you: false,
  };
}
