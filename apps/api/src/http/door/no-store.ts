import type { NextFunction, Request, Response } from 'express';

const PROGRAM = /^\/(api|health|metrics)(\/|$)/;

/** What the API answers is for one reader and one moment: no browser and no proxy keeps it. */
export const noStore = (request: Request, response: Response, next: NextFunction): void => {
  if (PROGRAM.test(request.path)) response.setHeader('Cache-Control', 'no-store');
  next();
};
