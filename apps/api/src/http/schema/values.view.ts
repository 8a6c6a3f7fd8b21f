import type { UsedToken } from '@countersign/domain';
import { Flag, Id, One, OneOrNull, Optional, Text, TextOrNull, Whole, Wire } from './schema.decorators';

/** One text in both languages; the screen picks. */
export class BilingualView {
  @Text() zh!: string;
  @Text() en!: string;
}

/** A comment that is often made. */
export class PhraseView extends BilingualView {
  @Optional({ enum: ['yes', 'no'], description: '`yes`: not where something is sent back; `no`: not where somebody agrees.' }) for?:
    'yes' | 'no' | undefined;
}

/** An amount in decimal notation with its ISO currency. */
export class MoneyView {
  @Text({ example: '12300.00' }) amount!: string;
  @Text({ example: 'CNY' }) currency!: string;
}

/** Somebody, as others may see them. */
export class PersonRef {
  @Id() id!: string;
  @One(() => BilingualView) name!: BilingualView;
  @OneOrNull(() => BilingualView) title!: BilingualView | null;
  @OneOrNull(() => BilingualView) unit!: BilingualView | null;
}

/** A way, opened by somebody, by which something was done in a person's name. */
export class UsedTokenView {
  @Text({ description: 'What the access token is called; empty for a link.' }) name!: string;
  @One(() => PersonRef) issuedBy!: PersonRef;
  @Flag({ description: 'In a session that began with a sign-in link which somebody else had issued, not by a program.' }) link!: boolean;
}

/** The same as readers see it. Pure. */
export function usedTokenView({ name, link }: UsedToken, issuedBy: PersonRef): UsedTokenView {
  return { name, issuedBy, link: link === true };
}

/** Why the answer is no. */
export class ReasonView {
  @Text({ description: 'The fact: `unknown-field`, `too-long`, `not-offered` …' }) code!: string;
  @Wire({ description: '`values`: what is allowed.' }) params!: Record<string, unknown>;
  @One(() => BilingualView) text!: BilingualView;
}

/** A file by its digest; its content is at `GET /files/{id}`. */
export class FileReferenceView {
  @Id() id!: string;
  @Text() name!: string;
  @Whole() size!: number;
  @Text() type!: string;
  @Text() sha256!: string;
}

/** One field of a body that was refused. */
export class FieldErrorView {
  @Text({ description: 'Path of the field, such as `items.0.amount`.' }) field!: string;
  @Text() code!: string;
  @Wire() params!: Record<string, unknown>;
  @One(() => BilingualView) message!: BilingualView;
}

/** RFC 9457 problem, worded in the caller's language. */
export class ProblemView {
  @Text() type!: string;
  @Text() title!: string;
  @Whole() status!: number;
  @Text() detail!: string;
  @Text() instance!: string;
  @Text() code!: string;
  @Wire() params!: Record<string, unknown>;
  @Optional({ type: () => FieldErrorView, isArray: true, description: 'What is wrong with the body, field by field.' })
  errors?: FieldErrorView[];
}

/** Where a list goes on; null at its end. */
export class CursorView {
  @TextOrNull() nextCursor!: string | null;
}

export class IdView {
  @Id() id!: string;
}
