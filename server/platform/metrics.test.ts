import { createMetrics } from './metrics';

test('each app counts for itself', async () => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.checkIns.inc({ direction: 'in', outcome: 'accepted' });
  one.screens.set(3);
  const text = await one.registry.metrics();
  expect(text).toContain('jjt_check_ins_total{direction="in",outcome="accepted"} 1');
  expect(text).toContain('jjt_screens 3');
  expect(await two.registry.metrics()).not.toContain('direction="in"');
});

test('durations fall into buckets by endpoint and status, beside the figures of Node', async () => {
  const { requests, registry } = createMetrics();
  requests.observe({ endpoint: 'accounts.me', status: '200' }, 0.04);
  const text = await registry.metrics();
  expect(text).toContain('jjt_request_seconds_bucket{le="0.02",endpoint="accounts.me",status="200"} 0');
  expect(text).toContain('jjt_request_seconds_bucket{le="0.05",endpoint="accounts.me",status="200"} 1');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});
