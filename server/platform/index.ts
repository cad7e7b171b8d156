import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Cipher } from './cipher';
import type { Clock, Random } from './clock';
import type { Config } from './config';
import type { Files } from './files';
import type { Log } from './log';
import type { Metrics } from './metrics';
import type { Sms } from './sms';
import type { Wechat } from './wechat';

/** The outside world, as every area gets it. */
export interface Platform {
  config: Config;
  mongo: Connection;
  redis: Redis;
  clock: Clock;
  random: Random;
  cipher: Cipher;
  files: Files;
  log: Log;
  metrics: Metrics;
  sms: Sms;
  wechat: Wechat;
}
