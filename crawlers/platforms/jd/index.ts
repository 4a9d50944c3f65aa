import type { Platform } from '../platform.ts';
import { readAnswer } from './json.ts';
import { readState } from './state.ts';

/** JD: saved detail pages and answers, the Union API's item records. */
export const jd: Platform = {
  productIdFromUrl: (url) => /\/(?:product\/)?(\d{4,})\.html/.exec(url.pathname)?.[1] ?? (/^\d{4,}$/.test(url.searchParams.get('skuId') ?? '') ? url.searchParams.get('skuId') ?? undefined : undefined),
  readState,
  readJson: readAnswer,
};
