import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a token may do: look, act as its person, or use the person's rights of administration. */
export const TOKEN_SCOPES = ['read', 'act', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A bearer token of a person for programs. Only its hash is kept; `prefix` tells tokens apart on screen. */
@Index('access_token_person', ['personId'])
@Entity('access_token')
export class AccessTokenEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  personId!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Index('access_token_token_unique', { unique: true })
  @Column({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  prefix!: string;

  @Column({ type: 'text', array: true })
  scopes!: TokenScope[];

  /** Who issued it: its person, or somebody with the right to. */
  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  createdBy!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
