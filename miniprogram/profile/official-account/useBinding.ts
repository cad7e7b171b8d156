import type { OutputOf } from '@common/contract/endpoint';
import { ApiError } from '@common/contract/errors';
import type { Contract } from '@common/contract/index';
import { BINDING_STATES } from '@common/terms';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from '@/hooks/useLatest';
import { usePolled } from '@/hooks/usePolled';
import { api } from '@/services/session';
import { ms } from '@/services/words';

const ASK_EVERY_MS = 3000;
/** How long a code lives. */
const LIFE_MS = 10 * 60_000;

type Started = OutputOf<Contract['bindings']['startBinding']>;

/** Where the binding stands that this page has begun. */
export type Binding =
  | { step: 'starting' }
  /** `words` say why. */
  | { step: 'proof'; words: string }
  | { step: 'failed'; error: unknown }
  /** `turn` tells one beginning from the next. */
  | { step: 'waiting'; started: Started; until: number; turn: string }
  | { step: 'ended'; words: string };

/** When the code ends by this phone's clock (ms), which may be wrong by hours. */
export function endOf(expiresAt: string, nowMs: number): number {
  const left = ms(expiresAt) - nowMs;
  return nowMs + (left > 0 && left <= LIFE_MS ? left : LIFE_MS);
}

/**
 * Begins a binding and follows it until WeChat has confirmed it.
 * @param onBound Called once.
 * @returns `start` with the SMS code where one was asked for; rejects when that is wrong.
 */
export function useBinding(
  account: string,
  onBound: () => void,
): { binding: Binding; start(smsCode?: string): Promise<void> } {
  const [binding, setBinding] = useState<Binding>({ step: 'starting' });
  const latestOnBound = useLatest(onBound);
  const turns = useRef(0);

  const start = useCallback(
    async (smsCode?: string) => {
      try {
        const started = await api.bindings.startBinding({ account, ...(smsCode ? { smsCode } : {}) });
        turns.current += 1;
        const until = endOf(started.expiresAt, Date.now());
        setBinding({ step: 'waiting', started, until, turn: String(turns.current) });
      } catch (error) {
        if (error instanceof ApiError && error.code === 'BINDING_NEEDS_PROOF') {
          setBinding({ step: 'proof', words: error.message });
        } else if (error instanceof ApiError && error.code === 'SMS_CODE_INVALID') {
          throw error;
        } else {
          setBinding({ step: 'failed', error });
        }
      }
    },
    [account],
  );
  useEffect(() => {
    void start();
  }, [start]);

  const turn = binding.step === 'waiting' ? binding.turn : null;
  const { data } = usePolled(
    async () => ({ turn, ...(await api.bindings.bindingState({ account })) }),
    ASK_EVERY_MS,
    turn,
  );
  useEffect(() => {
    // An answer about the beginning before says nothing about this one.
    if (!data || data.turn !== turn || data.state === 'waiting') {
      return;
    }
    if (data.state === 'bound') {
      setBinding({ step: 'starting' });
      latestOnBound.current();
    } else {
      setBinding({ step: 'ended', words: data.words || `${BINDING_STATES[data.state]}，请重新绑定` });
    }
  }, [data, turn, latestOnBound]);
  return { binding, start };
}
