import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch. One registry an app, so that two apps in one test process do not clash. */
export interface Metrics {
  registry: Registry;
  requests: Histogram<'endpoint' | 'status'>;
  checkIns: Counter<'direction' | 'outcome'>;
  messages: Counter<'outcome'>;
  wechatErrors: Counter<'path' | 'errcode'>;
  notifications: Counter<'kind' | 'channel' | 'state'>;
  screens: Gauge;
}

/** Creates the registry with Node's own figures beside ours. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'jjt_request_seconds',
      help: 'Duration of API requests by endpoint',
      labelNames: ['endpoint', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
      registers,
    }),
    checkIns: new Counter({
      name: 'jjt_check_ins_total',
      help: 'Check-ins by direction and outcome',
      labelNames: ['direction', 'outcome'],
      registers,
    }),
    messages: new Counter({
      name: 'jjt_wechat_messages_total',
      help: 'Official-account messages by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    wechatErrors: new Counter({
      name: 'jjt_wechat_errors_total',
      help: 'Failed calls of WeChat by path and errcode',
      labelNames: ['path', 'errcode'],
      registers,
    }),
    notifications: new Counter({
      name: 'jjt_notifications_total',
      help: 'Messages to learners by kind, channel and what became of them',
      labelNames: ['kind', 'channel', 'state'],
      registers,
    }),
    screens: new Gauge({ name: 'jjt_screens', help: 'Venue screens connected to this process', registers }),
  };
}
