import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const NOT_PAGES = /^\/(api|health|metrics)(\/|$)/;
const YEAR_MS = 365 * 86_400_000;

/** Gives the text that was made small when it was built to whoever understands it; everybody else gets it as it is. */
function smallOnes(folder: string): RequestHandler {
  const small = new Set(readdirSync(folder).filter((name) => name.endsWith('.br')));
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (small.has(`${name}.br`)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br')) {
        response.type(path.extname(name)).setHeader('Content-Encoding', 'br');
        request.url = `/${name}.br`;
      }
    }
    next();
  };
}

/** Serves the built web app: hashed assets for ever, every other address the page, which is never kept. */
export function serveWeb(app: NestExpressApplication, folder: string): void {
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`Expected the built web app in ${folder}, but there is no index.html`);
  app.use('/assets', smallOnes(path.join(folder, 'assets')));
  app.useStaticAssets(path.join(folder, 'assets'), {
    prefix: '/assets/',
    immutable: true,
    maxAge: YEAR_MS,
    fallthrough: false,
    index: false,
  });
  app.useStaticAssets(folder, { index: false, maxAge: 0 });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (!reading || NOT_PAGES.test(request.path) || path.extname(request.path) !== '') return next();
    response.setHeader('Cache-Control', 'no-cache');
    // A root of its own: a dot folder somewhere above it is no hidden file.
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
}
