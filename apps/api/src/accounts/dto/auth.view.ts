import { ACCESS_EVENTS, TOKEN_SCOPES } from '@countersign/database';
import { BilingualView, PersonRef } from '../../http/schema/values.view';
import {
  Flag,
  Id,
  Many,
  ManyOf,
  One,
  OneOf,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Time,
  TimeOrNull,
  Wire,
} from '../../http/schema/schema.decorators';

export const DESKS = ['inbox', 'start', 'track', 'stores', 'design', 'finance', 'people'] as const;

export class MePersonView extends PersonRef {
  @Text() key!: string;
  @TextOrNull() email!: string | null;
  @OneOf(['zh', 'en']) language!: 'zh' | 'en';
  @Flag({ description: 'Single letters act on the page.' }) singleKeys!: boolean;
}

export class MeView {
  @One(() => MePersonView) person!: MePersonView;
  @One(() => BilingualView) company!: BilingualView;
  @Text({ description: 'Where the company counts its days.' }) timeZone!: string;
  @Texts() rights!: string[];
  @ManyOf(DESKS) desks!: string[];
  @Flag() demo!: boolean;
  @Flag({ description: 'The account has a password.' }) hasPassword!: boolean;
  @TextOrNull({ description: 'Sent back as X-CSRF-Token with every change; null for bearer tokens.' }) csrfToken!: string | null;
}

export class SessionView {
  @Text() csrfToken!: string;
  @One(() => MeView) me!: MeView;
}

export class DemoPerson extends PersonRef {
  @One(() => BilingualView) line!: BilingualView;
  @One(() => BilingualView, { description: 'What this one and the people listed around it have to do with.' }) group!: BilingualView;
}

export class ModeView {
  @Flag() demo!: boolean;
  @OneOrNull(() => BilingualView) company!: BilingualView | null;
  @Many(() => DemoPerson) people!: DemoPerson[];
}

export class LinkView {
  @OneOf(['password', 'first-admin']) purpose!: string;
  @OneOrNull(() => BilingualView) person!: BilingualView | null;
  @TextOrNull() login!: string | null;
  @Time() expiresAt!: string;
}

export class PasswordLinkView {
  @Text({ description: 'Shown once.' }) url!: string;
  @Time() expiresAt!: string;
}

export class AccessEventItem {
  @Id() id!: string;
  @OneOf(ACCESS_EVENTS) kind!: string;
  @Wire({ description: 'Of a token: its `name` and `scopes`.' }) params!: Record<string, unknown>;
  @Time() at!: string;
  @OneOrNull(() => PersonRef, { description: 'Who did it; null: the command line.' }) by!: PersonRef | null;
}

export class AccessEventList {
  @Many(() => AccessEventItem) items!: AccessEventItem[];
}

export class TokenItem {
  @Id() id!: string;
  @Text() name!: string;
  @Text() prefix!: string;
  @ManyOf(TOKEN_SCOPES) scopes!: string[];
  @Time() createdAt!: string;
  @Time() expiresAt!: string;
  @TimeOrNull() lastUsedAt!: string | null;
  @One(() => PersonRef) person!: PersonRef;
  @One(() => PersonRef) issuedBy!: PersonRef;
}

export class TokenList {
  @Many(() => TokenItem) items!: TokenItem[];
}

export class IssuedTokenView extends TokenItem {
  @Text({ description: 'Shown once.' }) token!: string;
}
