/**
 * A process of its own that grants by an analysis and stays, for the test that kills it in the middle.
 * Configuration as the server's; the arguments are the activity, the analysis, the unit and the time (ms) that its clock shows.
 */
import { createServices } from '../areas/services';
import { readConfig } from '../platform/config';
import { createPlatform } from '../platform/create';

async function main([activityId = '', analysisId = '', unitId = '', now = '']: string[]): Promise<void> {
  const platform = await createPlatform(readConfig(process.env), { clock: { now: () => Number(now) } });
  const services = createServices(platform);
  await services.crediting.grant(
    await services.activities.get(activityId),
    { analysisId, except: [], activityDate: '2026-11-21' },
    { actor: { kind: 'unit', id: unitId }, requestId: 'killed' },
  );
}

void main(process.argv.slice(2));
