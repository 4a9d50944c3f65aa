import type { Preset } from './preset-words.ts';
import type { Rule } from './types.ts';

/** What a rule says beyond its name and channels. */
export type RuleBody = Pick<Rule, 'on' | 'state' | 'holdFor' | 'direction' | 'threshold' | 'baseline' | 'confirm' | 'minCount' | 'cooldown' | 'rearm' | 'notifyRecovery' | 'severity' | 'how' | 'where'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const percent = (share: number): NonNullable<Rule['threshold']> => ({ kind: 'percent', percent: share });

/** What holds for a rule that says nothing else. */
export const RULE_DEFAULTS: Omit<RuleBody, 'on'> = {
  direction: 'any', baseline: { kind: 'previous' }, holdFor: 0, confirm: { needed: 1, of: 1 }, minCount: 1, cooldown: 0, rearm: {}, notifyRecovery: false, severity: 'info', how: 'now', where: {},
};

/**
 * The ready rules. `on` names what opens an episode; what ends one (the price is back, in stock again, listed again, reading recovered) needs no
 * naming. Direction: stock goes down when it can no longer be bought, a search rank when its place gets worse.
 */
export const RULE_PRESETS: Readonly<Record<Preset, RuleBody>> = {
  'price-drop': { ...RULE_DEFAULTS, on: ['price'], direction: 'down', threshold: percent(1), severity: 'warning' },
  'price-rise': { ...RULE_DEFAULTS, on: ['price'], direction: 'up', threshold: percent(1) },
  'new-low': { ...RULE_DEFAULTS, on: ['price'], direction: 'down', baseline: { kind: 'lowest', days: 30 }, cooldown: DAY, severity: 'warning' },
  'undercut': { ...RULE_DEFAULTS, on: ['price'], state: 'undercut', direction: 'down', baseline: { kind: 'own_price' }, cooldown: DAY, notifyRecovery: true, severity: 'critical' },
  'map-violation': { ...RULE_DEFAULTS, on: ['price'], state: 'below_map', direction: 'down', baseline: { kind: 'map' }, cooldown: DAY, notifyRecovery: true, severity: 'critical' },
  'promotion': { ...RULE_DEFAULTS, on: ['promotion_started', 'promotion_ended', 'promotion_extended', 'promotion_changed'] },
  'promotion-started': { ...RULE_DEFAULTS, on: ['promotion_started'], severity: 'warning' },
  'sold-out': { ...RULE_DEFAULTS, on: ['stock'], direction: 'down', notifyRecovery: true },
  'rival-sold-out': { ...RULE_DEFAULTS, on: ['stock'], direction: 'down', where: { own: true }, notifyRecovery: true, severity: 'warning' },
  'back-in-stock': { ...RULE_DEFAULTS, on: ['stock'], direction: 'up', severity: 'warning' },
  'new-listing': { ...RULE_DEFAULTS, on: ['listing_appeared', 'listing_returned'] },
  'listing-removed': { ...RULE_DEFAULTS, on: ['listing_disappeared'], notifyRecovery: true },
  'listing-edited': { ...RULE_DEFAULTS, on: ['title', 'brand', 'images', 'description', 'attributes'], cooldown: 6 * HOUR },
  'rating-slide': { ...RULE_DEFAULTS, on: ['rating'], direction: 'down', cooldown: DAY, severity: 'warning' },
  'bad-share': { ...RULE_DEFAULTS, on: ['star_mix'], direction: 'up', threshold: percent(2), cooldown: DAY, severity: 'warning' },
  'bad-reviews': { ...RULE_DEFAULTS, on: ['negative_reviews'], minCount: 3, cooldown: DAY, severity: 'warning' },
  'rank-lost': { ...RULE_DEFAULTS, on: ['search_rank'], direction: 'down', notifyRecovery: true, severity: 'warning' },
  'page-changed': { ...RULE_DEFAULTS, on: ['page_text'], severity: 'warning' },
  'reading-broken': { ...RULE_DEFAULTS, on: ['reading_broken'], notifyRecovery: true, severity: 'critical' },
  'source-blocked': { ...RULE_DEFAULTS, on: ['source_blocked'], notifyRecovery: true, severity: 'critical' },
  'source-blind': { ...RULE_DEFAULTS, on: ['source_blocked'], confirm: { needed: 2, of: 2 }, notifyRecovery: true, severity: 'critical' },
  'operations': { ...RULE_DEFAULTS, on: ['trouble_began', 'trouble_lasts'], notifyRecovery: true, severity: 'critical' },
};
