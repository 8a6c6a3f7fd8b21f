import type { AllowedCommand } from '../../../shared/api/wire';

type Targets = AllowedCommand['targets'];

/** As the request came along: its requester, then whoever decided first, then the steps that it has not reached. Pure. */
export function alongTheWay(targets: Targets): Targets {
  const moment = ({ to, at }: Targets[number]): string => (to === 'requester' ? '' : (at ?? 'later than any moment'));
  return [...targets].sort((left, right) => (moment(left) < moment(right) ? -1 : moment(left) > moment(right) ? 1 : 0));
}
