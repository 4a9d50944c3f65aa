import type { ChannelKind } from '../channel.ts';
import type { TeamsPost } from './card.ts';
import { renderDigest } from './digest.ts';
import { renderTeams } from './render.ts';
import { sendTeams } from './send.ts';

/** Microsoft Teams by a workflow. 4 messages a second, 60 in half a minute, 100 an hour (the page named in answers.ts); the last bound is the operator's hourly limit's affair. */
export const teams: ChannelKind<'teams', TeamsPost> = { type: 'teams', render: renderTeams, digest: renderDigest, send: sendTeams, pace: { minIntervalMs: 1_000, perMinute: 30 } };
