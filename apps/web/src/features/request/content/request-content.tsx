import type { RequestView } from '../../../shared/api/wire';
import { AuthorityCard } from '../../../shared/authority/authority-card';
import { ChildCards, ParentCard } from './child-cards';
import { ChangesStrip } from './changes-strip';
import { FactsCard } from './facts-card';
import { filesBesideTables } from './files-beside-tables';
import { FilesStrip } from './files-strip';
import { FormContent } from './form-content';
import { LadderCard } from './ladder-card';
import { PartLadders } from './part-ladders';
import { BudgetEffect } from '../../../shared/words/budget-effect';
import { SignatureCards } from './signature-cards';
import { useDrawnBudget } from './use-drawn-budget';
import { WhyLine } from './why-details';

/** What is asked, from top to bottom: facts, whose limit does, changes, lines with their receipts, files. */
export function RequestContent({ view, phone }: { view: RequestView; phone: boolean }) {
  // Once it is over, whose limit would have done and what changed on the way is history.
  const open = view.outcome === null;
  const { budget, parts } = useDrawnBudget(view);
  const ladder = open && view.ladder && view.ladder.length > 0 ? view.ladder : null;
  return (
    <>
      <FactsCard view={view} />
      {budget ? <BudgetEffect effect={budget} /> : null}
      {parts.length > 0 ? <PartLadders parts={parts} /> : ladder && !(phone && view.why) ? <LadderCard ladder={ladder} /> : null}
      {open && view.definition.changesAuthority ? <AuthorityCard requestId={view.id} /> : null}
      <SignatureCards view={view} />
      <ParentCard view={view} />
      <ChildCards view={view} />
      {open && view.changes ? <ChangesStrip changes={view.changes} correctedBy={view.correctedBy} /> : null}
      {phone && view.why ? <WhyLine view={view} why={view.why} ladder={ladder} short /> : null}
      <FormContent view={view} budgetShown={budget !== null} />
      <FilesStrip files={filesBesideTables(view)} />
    </>
  );
}
