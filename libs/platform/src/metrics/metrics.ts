import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 8];

/** What one program counts for Prometheus. One object per program, so that tests can have their own. */
export class Metrics {
  readonly registry = new Registry();

  readonly decisions = new Counter({
    name: 'countersign_decisions_total',
    help: 'Commands that became a transition, by type and definition.',
    labelNames: ['type', 'definition'] as const,
    registers: [this.registry],
  });
  readonly refusals = new Counter({
    name: 'countersign_refusals_total',
    help: 'Commands refused, by code and by where: api, workflow or record.',
    labelNames: ['code', 'where'] as const,
    registers: [this.registry],
  });
  readonly unknowns = new Counter({
    name: 'countersign_commands_unknown_total',
    help: 'Sends whose outcome was not known in time; the sweeper sends again.',
    registers: [this.registry],
  });
  readonly commandSeconds = new Histogram({
    name: 'countersign_command_seconds',
    help: 'From the command row to the answer, by outcome.',
    labelNames: ['outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly recordSeconds = new Histogram({
    name: 'countersign_record_seconds',
    help: 'One call of record, by outcome.',
    labelNames: ['outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly alarms = new Counter({
    name: 'countersign_integrity_alarms_total',
    help: 'Workflow and journal disagreed, or the workflow was ahead of the journal.',
    labelNames: ['kind'] as const,
    registers: [this.registry],
  });
  readonly commandsUnderWay = new Gauge({
    name: 'countersign_commands_unsettled',
    help: 'Command rows that are open, or done and not confirmed.',
    labelNames: ['status'] as const,
    registers: [this.registry],
  });
  readonly commandAge = new Gauge({
    name: 'countersign_commands_oldest_seconds',
    help: 'Age of the oldest unsettled command row.',
    labelNames: ['status'] as const,
    registers: [this.registry],
  });
  readonly outboxRows = new Gauge({
    name: 'countersign_outbox_rows',
    help: 'Outbox rows not delivered, by state.',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly outboxLag = new Gauge({
    name: 'countersign_outbox_lag_seconds',
    help: 'How long the oldest due outbox row has waited.',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly taskAge = new Gauge({
    name: 'countersign_tasks_oldest_seconds',
    help: 'Age of the oldest open task.',
    registers: [this.registry],
  });
  readonly settingsInvalid = new Gauge({
    name: 'countersign_settings_invalid',
    help: 'Stored settings that the program cannot follow and has put others in the place of, by setting.',
    labelNames: ['setting'] as const,
    registers: [this.registry],
  });
  readonly openTasks = new Gauge({ name: 'countersign_tasks_open', help: 'Open tasks.', registers: [this.registry] });

  constructor(program: string) {
    this.registry.setDefaultLabels({ program });
    collectDefaultMetrics({ register: this.registry });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
