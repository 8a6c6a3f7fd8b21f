import { CompanyEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FoundPlace, RowQuestion } from './row-query';
import { keyStatement, NEAR, nearStatement } from './search-query';
import { searchWords } from './search-words';

/**
 * Finds the rows of a list that hold some words. What many requests say is found by looking through the next rows of the list, what few say by its
 * keys: either way the work is bounded by what is shown, not by what there is.
 */
@Injectable()
export class RowSearchService {
  constructor(private readonly database: DataSource) {}

  async find(question: RowQuestion, q: string): Promise<FoundPlace[]> {
    const { currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: question.companyId });
    const words = searchWords(q, currency);
    if (words.length === 0) return [];
    const near = nearStatement(question, words);
    const rows = await this.database.query<(FoundPlace & { seen: number })[]>(near.text, near.values);
    const found = rows.filter(({ requestId }) => requestId !== null);
    if (found.length >= question.limit || (rows[0]?.seen ?? 0) < NEAR) return found;
    const far = keyStatement(question, words);
    return far === null ? found : this.database.query<FoundPlace[]>(far.text, far.values);
  }
}
