import { withoutEnd } from '@countersign/domain';
import type { CallTarget, Env } from '@countersign/platform';

/** What this process was started with, in the words of the API. */
export class Settings {
  readonly databaseUrl: string;
  /** One-click sign-in; works only where the database carries the demo marker too. */
  readonly demo: boolean;
  /** Address under which people reach the product; links and the cookie's `secure` follow it. */
  readonly publicUrl: string;
  /** Folder of the built web app; null: none is served. */
  readonly webDist: string | null;
  /** Addresses and networks whose word about who called is taken; none: the caller is who connected. */
  readonly trustedProxies: string[];
  /** The worker sends notices by mail. */
  readonly mails: boolean;
  /** Other systems that processes may call, by name: only they may answer. */
  readonly callTargets: Readonly<Record<string, CallTarget>>;
  /** Where the runs of requests are shown; null: nowhere. */
  private readonly runs: string | null;

  private constructor(env: Env) {
    this.databaseUrl = env.DATABASE_URL;
    this.demo = env.DEMO_MODE;
    this.publicUrl = withoutEnd(env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`, '/');
    this.webDist = env.WEB_DIST ?? null;
    this.trustedProxies = env.TRUSTED_PROXIES;
    this.mails = env.SMTP_URL !== undefined;
    this.callTargets = env.CALL_TARGETS;
    this.runs = runsAt(env);
  }

  static from(env: Env): Settings {
    return new Settings(env);
  }

  /** Where the run of that workflow id is shown; null: nowhere. */
  runLink(workflowId: string): string | null {
    return this.runs === null ? null : `${this.runs}/${encodeURIComponent(workflowId)}`;
  }

  /** Whether the cookie travels by TLS only. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}

function runsAt({ TEMPORAL_UI_URL: address, TEMPORAL_NAMESPACE: namespace }: Env): string | null {
  return address === undefined ? null : `${withoutEnd(address, '/')}/namespaces/${encodeURIComponent(namespace)}/workflows`;
}

/** Key of the setting that a database with demo data carries. */
export const DEMO_MARKER = 'demo';
/** Key of the setting that says since when the demo people have begun things: they do so once. */
export const DEMO_STORY_MARKER = 'demo-story';
