import type { StepKind } from '@countersign/domain';
import {
  AtSign,
  Check,
  ClipboardCheck,
  Eye,
  Flag,
  Hourglass,
  Presentation,
  Repeat,
  Plug,
  GitBranchPlus,
  ListChecks,
  PenLine,
  Split,
  Spline,
  UsersRound,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

const ICONS: Record<StepKind, LucideIcon> = {
  approve: Check,
  review: Eye,
  opinion: PenLine,
  work: ClipboardCheck,
  checklist: ListChecks,
  cc: AtSign,
  branch: Split,
  parallel: Workflow,
  inclusive: Spline,
  subprocess: GitBranchPlus,
  delay: Hourglass,
  call: Plug,
  loop: Repeat,
  meeting: Presentation,
  end: Flag,
  countersign: UsersRound,
};

/** What kind of step it is, as a picture. */
export function StepIcon({ kind, size = 14 }: { kind: StepKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} aria-hidden />;
}
