import { NestLogger, ProgramLog, type Env } from '@countersign/platform';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { AppModule } from './app.module';
import { callLog } from './http/call-log';
import { compressed } from './http/compressed';
import { oneSpelling } from './http/door/address';
import { ApiAdapter } from './http/door/api-adapter';
import { noStore } from './http/door/no-store';
import { securityHeaders } from './http/security-headers';
import { Settings } from './settings';
import { serveWeb } from './web/web-files';

/** Routes that stand outside `/api/v1`. */
export const BARE_ROUTES = ['health/live', 'health/ready', 'metrics'];

/** The API as it is served: by `main.ts`, and by tests on a port of their own. */
export async function createApi(env: Env): Promise<NestExpressApplication> {
  const options = { bufferLogs: true, bodyParser: false };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(env), new ApiAdapter(), options);
  const [log, settings] = [app.get(ProgramLog), app.get(Settings)];
  app.useLogger(new NestLogger(log.lines));
  app.set('trust proxy', settings.trustedProxies);
  app.disable('x-powered-by');
  // Answers are one reader's and of this moment: hashing every one of them for a cache that may not keep it is work for nothing.
  app.set('etag', false);
  app.use(callLog(log));
  app.use(securityHeaders(settings.secure));
  app.use(compressed());
  app.use(noStore);
  app.use(oneSpelling);
  app.use(cookieParser());
  app.setGlobalPrefix('api/v1', { exclude: BARE_ROUTES });
  if (settings.webDist !== null) serveWeb(app, settings.webDist);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  return app;
}
