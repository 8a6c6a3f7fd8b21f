import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Health, Metrics, ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkerSettings } from '../worker-settings';

/** Liveness, readiness and metrics of the worker, for whoever runs it. */
@Injectable()
export class HealthServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
    private readonly settings: WorkerSettings,
    private readonly dataSource: DataSource,
    private readonly log: ProgramLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.health.add('database', () => this.dataSource.query('SELECT 1').then(() => true));
    const { HOST, WORKER_HEALTH_PORT } = this.settings.env;
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(WORKER_HEALTH_PORT, HOST, resolve));
    this.server = server;
    this.log.lines.info({ port: (server.address() as AddressInfo).port }, 'health and metrics of the worker');
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (request.url) {
      case '/health/live':
        return send(response, 200, { live: true });
      case '/health/ready': {
        const report = await this.health.report();
        return send(response, report.ready ? 200 : 503, report);
      }
      case '/metrics':
        response.writeHead(200, { 'content-type': this.metrics.registry.contentType });
        response.end(await this.metrics.text());
        return;
      default:
        return send(response, 404, { found: false });
    }
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
