import type { AuthorityKind } from '../../definition/authority-kinds';
import { isHuman } from '../../definition/flow';
import { error, warning, type Finding } from '../../definition/finding';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { PlacedStep, Subject } from '../subject';

/** Words of a path behind which the steps of one sequence are counted; behind all others stand ways beside each other. */
const SEQUENCES = ['flow', 'steps', 'otherwise'];

/** Whether one place may have been walked before another: it stands before it, and not on another way of the same branch. */
function leadsTo(earlier: string, later: string): boolean {
  const [from, to] = [earlier.split('.'), later.split('.')];
  const fork = from.findIndex((part, index) => part !== to[index]);
  return SEQUENCES.includes(from[fork - 1] ?? '') && Number(from[fork]) < Number(to[fork]);
}

const executes = ({ step }: PlacedStep): boolean => isHuman(step) && step.authority?.kind === 'execute';

/** Work that leaves something behind: who does it has to write down what. */
const leavesSomething = (step: HumanStep): boolean => kindOf(step).decision?.carriedOut === true && step.fields.required.length > 0;

/** Authorities of those who prepare what others decide, or look at it: what they write is meant to be read, and to come back. */
const PREPARING: readonly AuthorityKind[] = ['draft', 'propose', 'advise', 'participate', 'inspect', 'assess'];

/** Work that says what it is: something carried out, or something prepared. */
const saysWhich = (placed: PlacedStep): boolean =>
  executes(placed) || (isHuman(placed.step) && placed.step.authority !== undefined && PREPARING.includes(placed.step.authority.kind));

const undoes = ({ step }: PlacedStep): boolean =>
  isHuman(step) && (step.returns.to.includes('requester') || (step.kind === 'approve' && step.mayReject));

/** What was carried out stays carried out: nothing ends as rejected behind it, and work that counts as such says so. Pure. */
export function carriedOutFindings({ steps }: Subject): Finding[] {
  return steps.flatMap((placed) => {
    const { step, path } = placed;
    const found: Finding[] = [];
    if (step.kind === 'end' && step.outcome === 'rejected' && steps.some((each) => executes(each) && leadsTo(each.path, path))) {
      found.push(
        error(
          { code: 'rejected-after-execution', path: `${path}.outcome` },
          '此前已有「执行」步骤（例如付款），到这里不能再以驳回结束。',
          'Something is carried out before this (a payment, for instance), so the request cannot end as rejected here.',
        ),
      );
    }
    if (isHuman(step) && leavesSomething(step) && !saysWhich(placed) && steps.some((each) => undoes(each) && leadsTo(path, each.path))) {
      found.push(
        warning(
          { code: 'work-may-be-undone', path: `${path}.authority` },
          '此步骤没有写明权限，之后仍可驳回或退回申请人；如办理后不能撤销（付款、签约），请写明「执行」（kind: execute）；如只是准备材料，请写明「起草」（kind: draft）。',
          'This work does not say what it is, and the request may still be rejected or returned to its requester behind it. State the authority “execute” if what is done here cannot be undone, such as a payment or a signature, or “draft” if it only prepares the decision.',
        ),
      );
    }
    return found;
  });
}
