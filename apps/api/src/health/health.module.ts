import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';
import { RestoreGate } from './restore-gate';

@Module({ controllers: [HealthController], providers: [HealthService, RestoreGate], exports: [RestoreGate] })
export class HealthModule {}
