import { chainStart, clock, JournalRepository, sealedText, type JournalRow } from '@countersign/database';
import { mapInTurns } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import JSZip from 'jszip';
import type { Actor } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import { TimelineService } from '../requests/view/timeline.service';
import { Problem } from '../http/problem/problem';
import { CHECK_PROGRAM, EVIDENCE_README } from './evidence-texts';

/** A request with more entries is evidence for nobody: it is exported as a list. */
const MOST_ENTRIES = 2_000;

/** A request’s trail as a file that can be checked without this system. */
export interface EvidencePack {
  name: string;
  content: Buffer;
}

/** Everything that a request’s chain is made of, in words and as it was sealed, with a program that checks it. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly readers: ReadersService,
    private readonly journal: JournalRepository,
    private readonly timelines: TimelineService,
  ) {}

  async pack(actor: Actor, id: string): Promise<EvidencePack> {
    await this.readers.requireReader(actor, id, 'request', true);
    // What is sealed holds the whole form: it is for those who may read all of it.
    if (!actor.rights.includes('requests.read-all')) throw new Problem('right-missing', { right: 'requests.read-all' });
    const head = await this.journal.head(id);
    if ((head?.n ?? 0) > MOST_ENTRIES) throw new Problem('evidence-too-large', { most: MOST_ENTRIES });
    const [{ items, operators, chainHolds, brokenAt }, rows] = await Promise.all([this.timelines.audit(actor, id), this.journal.whole(id)]);
    const zip = new JSZip();
    const made = clock.now();
    const request = { id, number: head?.number ?? null, entries: rows.length, chainHolds, brokenAt, madeAt: made.toISOString() };
    const file = (name: string, content: unknown): void => {
      zip.file(name, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`, { date: made });
    };
    file('request.json', request);
    file('trail.json', { entries: items, operators });
    const links = await mapInTurns(rows, linkText);
    file('chain.json', `{ "start": "${chainStart(id)}", "links": [\n${links.join(',\n')}\n] }\n`);
    file('check.mjs', CHECK_PROGRAM);
    file('README.txt', EVIDENCE_README);
    const name = `${request.number ?? id}.zip`;
    return { name, content: await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }) };
  }
}

/** A link with the text that it is the digest of, the link before left out. */
const linkText = (row: JournalRow): string => JSON.stringify({ n: row.n, sealed: sealedText('', row), chain: row.chain });
