import type { Platform } from '../platform.ts';
import { readState } from './state.ts';
import { readAnswer } from './json.ts';

/** Taobao and Tmall: saved pages and saved answers of their own interfaces. Nothing here forges a request. */
export const taobao: Platform = {
  productIdFromUrl: (url) => {
    const id = url.searchParams.get('id') ?? url.searchParams.get('itemId') ?? /\/i(\d{6,})\.htm/.exec(url.pathname)?.[1] ?? /\/item\/(\d{6,})/.exec(url.pathname)?.[1];
    return id !== undefined && id !== null && /^\d+$/.test(id) ? id : undefined;
  },
  readState,
  readJson: readAnswer,
};
