import { z } from 'zod';

/** Slack's limits: 50 blocks, 150 characters in a header, 3,000 in a section's text, 2,000 in a field, 10 fields and 10 context elements. */
const plain = (most: number): z.ZodType => z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number): z.ZodType => z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });
const either = (most: number): z.ZodType => z.union([plain(most), mrkdwn(most)]);
const blockId = z.string().max(255).optional();

const button = z.strictObject({
  type: z.literal('button'), text: plain(75), url: z.url().max(3_000).optional(), action_id: z.string().max(255).optional(), value: z.string().max(2_000).optional(),
  style: z.enum(['primary', 'danger']).optional(), accessibility_label: z.string().max(75).optional(),
});
const image = z.strictObject({ type: z.literal('image'), image_url: z.url().max(3_000), alt_text: z.string().min(1).max(2_000), block_id: blockId, title: plain(2_000).optional() });

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(150), block_id: blockId }),
  z.strictObject({ type: z.literal('section'), text: either(3_000).optional(), fields: z.array(either(2_000)).min(1).max(10).optional(), accessory: z.union([button, image]).optional(), block_id: blockId })
    .refine((section) => section.text !== undefined || section.fields !== undefined, 'a section needs text or fields'),
  z.strictObject({ type: z.literal('context'), elements: z.array(z.union([plain(3_000), mrkdwn(3_000), image])).min(1).max(10), block_id: blockId }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25), block_id: blockId }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  image,
]);

const blocks = z.array(block).max(50, 'at most 50 blocks').optional();
const payloadSchema = z.looseObject({ text: z.string().max(40_000).optional(), blocks, attachments: z.array(z.looseObject({ color: z.string().optional(), blocks })).max(20).optional() })
  .refine((payload) => Boolean(payload.text) || Boolean(payload.blocks?.length), 'no_text');

/** What Slack would refuse in a webhook's payload, with its place; undefined when it would be taken. */
export function blockKitMistake(payload: unknown): string | undefined {
  const checked = payloadSchema.safeParse(payload);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return `${issue?.path.join('.') || 'payload'}: ${issue?.message ?? 'not understood'}`;
  }
  const size = JSON.stringify([checked.data.blocks ?? [], checked.data.attachments ?? []]).length;
  return size > 13_000 ? `msg_blocks_too_long: ${size} characters` : undefined;
}
