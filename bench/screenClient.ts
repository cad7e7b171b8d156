import { type Agent, get } from 'node:http';
import type { ScreenEvent } from '../common/contract/checkIns';

/** A venue screen as a browser keeps it open. */
export interface ScreenClient {
  /** Resolves with the first code. */
  ready: Promise<void>;
  close(): void;
}

/** Opens a screen's stream. `hear` gets each event with the time (ms) at which it arrived. */
export function openScreen(
  url: string,
  agent: Agent,
  hear: (event: ScreenEvent, at: number) => void,
): ScreenClient {
  let text = '';
  let start: () => void = () => undefined;
  const request = get(url, { agent }, (answer) => {
    answer.setEncoding('utf8');
    answer.on('error', () => undefined);
    answer.on('data', (chunk: string) => {
      const at = Date.now();
      const parts = (text + chunk).split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts.filter((each) => each.startsWith('data: '))) {
        const event = JSON.parse(part.slice(6)) as ScreenEvent;
        hear(event, at);
        if (event.type === 'turn') {
          start();
        }
      }
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    start = resolve;
    request.on('error', reject);
  });
  return { ready, close: () => request.destroy() };
}
