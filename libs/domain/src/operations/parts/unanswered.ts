import { demandsOpen, type Demand } from '../../request/supervision';
import { telling, type MachineContext } from './machine-context';

/** Answers that are demanded are late: whoever demands them is told. Pure. */
export function unanswered(machine: MachineContext, now: string): MachineContext {
  const { request } = machine;
  const late = demandsOpen(request).filter(({ due, late: told }) => !told && due !== null && Date.parse(due) <= Date.parse(now));
  const isLate = (demand: Demand): boolean =>
    late.some(
      ({ step, seat, opening, by }) => step === demand.step && seat === demand.seat && opening === demand.opening && by === demand.by,
    );
  const demands = (request.demands ?? []).map((demand): Demand => (isLate(demand) ? { ...demand, late: true } : demand));
  const [people, to] = [late.map(({ of }) => of), late.map(({ by }) => by)].map((all) => [...new Set(all)].sort()) as [string[], string[]];
  return telling({ ...machine, request: { ...request, demands } }, { type: 'demand.unanswered', people, to });
}
