import type { PlatformName } from '../../config/schema.ts';
import { idOfUrl } from '../read/list/ids.ts';
import { copied } from '../read/markup/entities.ts';
import { PLATFORM } from './registry.ts';

/** The platform's own id in a URL, where its URLs carry one. */
export function ownIdInUrl(url: URL, platform: PlatformName): string | undefined {
  return PLATFORM[platform].productIdFromUrl?.(url);
}

/**
 * The id of the article a URL stands for, the same on list pages and on the article's own page: the platform's own id where
 * the URL has it, else the number or name that the address ends in.
 */
export function productIdOf(url: URL, platform: PlatformName): string {
  return copied(ownIdInUrl(url, platform) ?? idOfUrl(url));
}
