import type { Reminder } from './subscribe';

/** A browser has no 订阅消息: the official account tells. */
export const prepareSubscribe = async (_kind?: Reminder): Promise<boolean> => false;

export const askSubscribe = async (_kind?: Reminder): Promise<boolean> => false;
