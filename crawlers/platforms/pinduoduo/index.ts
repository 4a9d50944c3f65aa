import type { Platform } from '../platform.ts';
import { readAnswer } from './json.ts';
import { readState } from './state.ts';

/** Pinduoduo: saved pages' `rawData` and the open API's records. */
export const pinduoduo: Platform = {
  productIdFromUrl: (url) => url.searchParams.get('goods_id') ?? url.searchParams.get('goodsId') ?? url.searchParams.get('goods_sign') ?? undefined,
  readState,
  readJson: readAnswer,
};
