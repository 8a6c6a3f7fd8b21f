import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../auth/permission.decorators';
import { OneOf, Wire } from '../http/schema/schema.decorators';
import { HealthService } from './health.service';
import { OpenDuringRestore } from './restore-gate';

class HealthView {
  @OneOf(['up', 'down']) status!: 'up' | 'down';
  @Wire({ description: 'Each part: up, or what is wrong.' }) parts!: Record<string, string>;
}

/** Parts without which people can still be served. */
const DOES_NOT_STOP: ReadonlySet<string> = new Set(['temporal', 'settings']);

@ApiTags('health')
@OpenDuringRestore()
@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('health/live')
  @Public(600)
  @ApiOperation({ summary: 'The process runs' })
  @ApiResponse({ status: 200, type: HealthView })
  readLive(): HealthView {
    return { status: 'up', parts: {} };
  }

  @Get('health/ready')
  @Public(600)
  @ApiOperation({ summary: 'Everything that it needs is there' })
  @ApiResponse({ status: 200, type: HealthView })
  @ApiResponse({ status: 503, type: HealthView })
  async readReady(@Res({ passthrough: true }) response: Response): Promise<HealthView> {
    const parts = await this.health.parts();
    const up = Object.entries(parts).every(([name, part]) => DOES_NOT_STOP.has(name) || part === 'up');
    if (!up) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: up ? 'up' : 'down', parts };
  }

  @Get('metrics')
  @Public(600)
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Prometheus metrics' })
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  readMetrics(): Promise<string> {
    return this.health.metrics();
  }
}
