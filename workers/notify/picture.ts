import { showsPictures } from '../../alerts/channels/index.ts';
import { groupsOf, type Chart } from '../../alerts/messages/compose.ts';
import type { Reader } from '../../alerts/messages/message.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { AlertId } from '../../model/ids.ts';
import type { Context } from '../context.ts';

/** Pictures in one digest: of its most important groups. */
const MOST_CHARTS = 10;

/** The picture of an alert's price, for a channel that shows pictures; undefined when there is nothing to draw. A picture that cannot be drawn stops no message. */
export async function chartOf(context: Pick<Context, 'log'>, { settings }: Channel, alert: Alert, reader: Reader): Promise<Chart | undefined> {
  if (!showsPictures(settings) || !alert.history) return undefined;
  try {
    const { drawChart } = await import('../../alerts/messages/chart/index.ts');
    return await drawChart(alert, reader);
  } catch (error) {
    context.log.warn({ err: error, alertId: alert.id }, 'the chart of an alert could not be drawn; it is told without');
    return undefined;
  }
}

/** The pictures of a digest: of each of its first groups the newest alert that has one. */
export async function chartsOf(context: Pick<Context, 'log'>, channel: Channel, alerts: readonly Alert[], reader: Reader): Promise<ReadonlyMap<AlertId, Chart>> {
  const charts = new Map<AlertId, Chart>();
  for (const group of groupsOf(alerts).slice(0, MOST_CHARTS)) {
    const alert = group.findLast((one) => one.history);
    const chart = alert && await chartOf(context, channel, alert, reader);
    if (alert && chart) charts.set(alert.id, chart);
  }
  return charts;
}
