import type { Config } from './config';

/** Sends text messages to phones. */
export interface Sms {
  /** @throws Error when the gateway did not take the message. */
  send(phone: string, text: string): Promise<void>;
}

/**
 * A gateway that takes `POST {phone, text}` with a bearer token: what a province's own short-message platform is put behind.
 * Without one configured, sending fails and says so.
 */
export function createSms(config: Pick<Config, 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_TOKEN'>): Sms {
  return {
    async send(phone, text) {
      if (!config.SMS_GATEWAY_URL) {
        throw new Error('SMS_GATEWAY_URL is not configured');
      }
      const answer = await fetch(config.SMS_GATEWAY_URL, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${config.SMS_GATEWAY_TOKEN}` },
        body: JSON.stringify({ phone, text }),
        signal: AbortSignal.timeout(5_000),
      });
      if (!answer.ok) {
        throw new Error(`SMS gateway answered ${answer.status}`);
      }
    },
  };
}
