import type { Preset } from './schema.ts';
import type { Rule } from './types.ts';

/** What a rule says beyond its name, filters and channels. */
export type RuleBody = Pick<Rule, 'on' | 'direction' | 'threshold' | 'baseline' | 'confirm' | 'minCount' | 'cooldown' | 'notifyRecovery' | 'severity'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const percent = (share: number): NonNullable<Rule['threshold']> => ({ kind: 'percent', percent: share });

/** What holds for a rule that says nothing else. */
export const RULE_DEFAULTS: Omit<RuleBody, 'on'> = {
  direction: 'any', baseline: 'previous', confirm: 1, minCount: 1, cooldown: 0, notifyRecovery: false, severity: 'info',
};

/**
 * The ready rules. `on` names what opens an episode; what ends one (the price is back, in stock again, listed again, reading recovered) needs no
 * naming. Direction: stock goes down when it can no longer be bought, a search rank when its place gets worse.
 */
export const RULE_PRESETS: Readonly<Record<Preset, RuleBody>> = {
  'price-drop': { ...RULE_DEFAULTS, on: ['price'], direction: 'down', threshold: percent(1), severity: 'warning' },
  'price-rise': { ...RULE_DEFAULTS, on: ['price'], direction: 'up', threshold: percent(1) },
  'undercut': { ...RULE_DEFAULTS, on: ['price'], direction: 'down', baseline: 'own_price', cooldown: DAY, notifyRecovery: true, severity: 'critical' },
  'promotion': { ...RULE_DEFAULTS, on: ['promotion_started', 'promotion_ended', 'promotion_extended'] },
  'sold-out': { ...RULE_DEFAULTS, on: ['stock'], direction: 'down', notifyRecovery: true },
  'back-in-stock': { ...RULE_DEFAULTS, on: ['stock'], direction: 'up', severity: 'warning' },
  'new-listing': { ...RULE_DEFAULTS, on: ['listing_appeared', 'listing_returned'] },
  'listing-removed': { ...RULE_DEFAULTS, on: ['listing_disappeared'], notifyRecovery: true },
  'listing-edited': { ...RULE_DEFAULTS, on: ['title', 'images', 'description'], cooldown: 6 * HOUR },
  'bad-reviews': { ...RULE_DEFAULTS, on: ['negative_reviews'], minCount: 3, cooldown: DAY, severity: 'warning' },
  'rank-lost': { ...RULE_DEFAULTS, on: ['search_rank'], direction: 'down', notifyRecovery: true, severity: 'warning' },
  'page-changed': { ...RULE_DEFAULTS, on: ['page_text'], severity: 'warning' },
  'reading-broken': { ...RULE_DEFAULTS, on: ['reading_broken'], notifyRecovery: true, severity: 'critical' },
  'source-blocked': { ...RULE_DEFAULTS, on: ['source_blocked'], notifyRecovery: true, severity: 'critical' },
};
