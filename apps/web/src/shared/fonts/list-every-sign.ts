/** Lists where the signs of names and of what people write are to be found, for devices that have no Chinese font of their own. */
export const listEverySign = (): Promise<unknown> => import('./every-sign.css').catch(() => undefined);
