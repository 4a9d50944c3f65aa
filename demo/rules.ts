/** The rules of the demo: ready-made ones, each told on the channels that suit it. */
export const DEMO_RULES = {
  'price-drop': { preset: 'price-drop', channels: ['slack'] },
  'price-rise': { preset: 'price-rise', channels: ['slack'] },
  'undercut': { preset: 'undercut', where: { skus: ['AP-POLES'] }, channels: ['slack', 'email'] },
  'promotion': { preset: 'promotion', channels: ['slack'] },
  'sold-out': { preset: 'sold-out', notifyRecovery: false, channels: ['slack'] },
  'back-in-stock': { preset: 'back-in-stock', channels: ['slack'] },
  'new-listing': { preset: 'new-listing', channels: ['slack'] },
  'listing-removed': { preset: 'listing-removed', channels: ['slack'] },
  'listing-edited': { preset: 'listing-edited', channels: ['email'] },
  'bad-reviews': { preset: 'bad-reviews', channels: ['email'] },
  'rank-lost': { preset: 'rank-lost', channels: ['slack'] },
  'page-changed': { preset: 'page-changed', channels: ['email'] },
  'reading-broken': { preset: 'reading-broken', channels: ['email'] },
  'source-blocked': { preset: 'source-blocked', channels: ['slack'] },
} as const;

export type RuleName = keyof typeof DEMO_RULES;
