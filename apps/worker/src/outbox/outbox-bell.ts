import { Injectable } from '@nestjs/common';
import { Bell } from '../host/bell';

/** Tells this worker's dispatcher that a decision was recorded here. What other workers recorded, or died over, the dispatcher finds by itself. */
@Injectable()
export class OutboxBell extends Bell {}
