import type { PlatformName } from '../../config/schema.ts';
import type { FoundWords } from '../read/text/word-search.ts';
import { amazon } from './amazon/index.ts';
import { ebay } from './ebay/index.ts';
import { generic } from './generic/index.ts';
import { jd } from './jd/index.ts';
import { magento } from './magento/index.ts';
import { pinduoduo } from './pinduoduo/index.ts';
import type { Platform } from './platform.ts';
import { shopify } from './shopify/index.ts';
import { taobao } from './taobao/index.ts';
import { woocommerce } from './woocommerce/index.ts';

/** All platforms by the name they have in the configuration. */
export const PLATFORM: Readonly<Record<PlatformName, Platform>> = { generic, shopify, woocommerce, magento, taobao, jd, pinduoduo, amazon, ebay };

/** Characters in which an engine's marks are looked for: those of its scripts and styles stand in the head. */
const DETECT_CHARS = 64_000;

/** The platforms that read a page: the configured one; for a generic source also the marketplace it stands on, and the engines whose marks the page carries. */
export function activePlatforms(name: PlatformName, words: Pick<FoundWords<Platform>, 'standsIn'>, host: string): Platform[] {
  if (name !== 'generic') return [PLATFORM[name]];
  return [generic, ...Object.values(PLATFORM).flatMap((platform) => {
    if (!mayBeAt(platform, host)) return [];
    if (words.standsIn(platform, 0, DETECT_CHARS)) return [platform];
    // A page of the marketplace without its usual marks may show its price in elements that are not known here.
    return platform.hosts?.test(host) ? [{ ...platform, ownPricesOnly: false }] : [];
  })];
}

/** Addresses of machines say nothing about a marketplace: a saved page may be served from there. */
function mayBeAt({ hosts }: Platform, host: string): boolean {
  return hosts === undefined || hosts.test(host) || /^[^.]*$|^[\d.]+$|\.invalid$/.test(host);
}
