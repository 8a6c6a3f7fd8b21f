import { hashOf, type Json } from '@countersign/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Problem } from '../problem/problem';

/** Takes what was looked at as `If-Match`: where somebody else has changed it since, the later one is told so, and nothing is lost. */
export const TakesShown = (what: string): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: `${what}, in quotes: changed since by somebody else, 409 \`changed-meanwhile\`.`,
    }),
  );

/** Digest of what stands, as a reader is shown it. Pure. */
export const digestOf = (stands: unknown): string => hashOf(JSON.parse(JSON.stringify(stands ?? null)) as Json);

/** What stands is what was looked at, where somebody says what that was. */
export function demandAsShown(shown: string | null | undefined, stands: string): void {
  if (shown != null && shown !== stands) throw new Problem('changed-meanwhile');
}
