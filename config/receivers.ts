import { z } from 'zod';
import { SEVERITIES } from '../model/alert.ts';
import { WEEKDAYS } from '../model/weekday.ts';
import { clockTime, digestTime, duration, timeZone } from './units.ts';

/** What every channel may say of those who read it: when they want to be told, and what happens while it does not work. */
export const receiverSettings = {
  timezone: timeZone.describe('IANA time zone of its quiet hours, digests and times; the file\'s timezone when left out.').optional(),
  quietHours: z.strictObject({ from: clockTime.describe('Time of day, e.g. 22:00.'), to: clockTime.describe('Time of day, not included.') }).describe('Nothing is told between these times of day, over midnight if need be; it waits for their end and comes together.').optional(),
  workingDays: z.array(z.enum(WEEKDAYS)).min(1).describe('Nothing is told on other days; it waits for the next of these. All days when left out.').optional(),
  urgent: z.enum([...SEVERITIES, 'never']).describe('Alerts of this severity and above are told at once, whatever quiet hours, working days, digest and limit say; critical when left out.').optional(),
  digest: digestTime.describe('now: every alert by itself. daily 08:30 or weekly mon 08:30: together, at that time. now when left out.').optional(),
  limit: z.int().min(1).max(10_000).describe('Most messages within an hour; what is more comes together. 100 when left out, none for webhooks.').optional(),
  fallback: z.string().min(1).describe('Another channel that is told in its stead while it is switched off; when left out, alerts wait until it works again.').optional(),
  switchOffAfter: duration.describe('A channel that has failed for so long is switched off: the other channels are told, and it is tried once an hour. 6h when left out.').optional(),
};
