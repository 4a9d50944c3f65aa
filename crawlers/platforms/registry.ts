import type { PlatformName } from '../../config/schema.ts';
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

/** The platforms that read a page: the configured one; for a generic source also the engines whose marks the page carries. */
export function activePlatforms(name: PlatformName, html: string, host: string): Platform[] {
  if (name !== 'generic') return [PLATFORM[name]];
  const head = html.slice(0, DETECT_CHARS);
  return [generic, ...Object.values(PLATFORM).filter((platform) => mayBeAt(platform, host) && platform.detect?.(head))];
}

/** Addresses of machines say nothing about a marketplace: a saved page may be served from there. */
function mayBeAt({ hosts }: Platform, host: string): boolean {
  return hosts === undefined || hosts.test(host) || /^[^.]*$|^[\d.]+$|\.invalid$/.test(host);
}
