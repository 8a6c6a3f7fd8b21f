import { readEnv } from '@countersign/platform';
import { NestFactory } from '@nestjs/core';
import { BARE_ROUTES } from '../app';
import { AppModule } from '../app.module';
import { openApiDocument } from '../http/schema/openapi';
import { printed, type CliCommand } from './command';

/** Enough settings to lay the program out; nothing is connected. */
const NOWHERE = { DATABASE_URL: 'postgres://nowhere', TEMPORAL_ADDRESS: 'nowhere:0' };

export const openapiCommand: CliCommand = {
  usage: '',
  about: 'prints the OpenAPI 3.1 document',
  run: async () => {
    const app = await NestFactory.create(AppModule.forRoot(readEnv(NOWHERE)), { preview: true, logger: ['error'] });
    app.setGlobalPrefix('api/v1', { exclude: BARE_ROUTES });
    return printed(JSON.stringify(openApiDocument(app), null, 2));
  },
};
