import { ApiError } from '@common/contract/errors';
import { theme } from '@common/theme';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CheckInState, type Entry, runCheckIn } from '@/services/checkInFlow';
import { buzz } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { decodeOnce, launchScene } from '@/services/launch';
import { api, session } from '@/services/session';

/** Whether the session is a learner's. Rejects when there is no session and none can be had. */
async function isRegistered(): Promise<boolean> {
  await session.whenStarted();
  const { me, error } = session.snapshot();
  if (!me) {
    throw error ?? new ApiError({ code: 'NOT_SIGNED_IN', message: '请先登录' });
  }
  return me.learner !== null;
}

/** What this page was opened with; null when nothing is left to do (a shared or old address). */
function entryOf(params: Record<string, string | undefined>): Entry | null {
  if (params.q) {
    return { text: decodeOnce(params.q), scene: launchScene() };
  }
  if (params.text) {
    return { text: decodeOnce(params.text) };
  }
  if (params.code) {
    return { code: decodeOnce(params.code) };
  }
  const kept = keptClaim.get();
  return kept ? { kept } : null;
}

const NOTHING: CheckInState = {
  step: 'failed',
  code: 'CLAIM_EXPIRED',
  message: '本次扫码已超时，请重新扫描大屏上的二维码',
  next: 'rescan',
};

export interface CheckInRun {
  state: CheckInState;
  /** From another scan, or from a kept claim. */
  start(entry: Entry): Promise<void>;
  /** From where it started last. */
  again(): Promise<void>;
}

/** Runs the check-in of this page. */
export function useCheckIn(): CheckInRun {
  const { params } = useRouter();
  const [state, setState] = useState<CheckInState>({ step: 'working' });
  const running = useRef(false);
  const last = useRef<Entry | null>(null);

  const start = useCallback(async (entry: Entry) => {
    if (running.current) {
      return;
    }
    running.current = true;
    last.current = entry;
    setState({ step: 'working' });
    const end = await runCheckIn(entry, {
      checkIns: api.checkIns,
      isRegistered,
      keep: keptClaim.keep,
      drop: keptClaim.drop,
    });
    running.current = false;
    setState(end);
    if (end.step === 'done') {
      buzz();
      void Taro.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: theme.color.done });
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is opened once with its parameters
  useEffect(() => {
    const entry = entryOf(params);
    if (entry) {
      void start(entry);
    } else {
      setState(NOTHING);
    }
  }, []);
  // Registered in the meantime and come back: the claim is finished without another tap.
  useDidShow(() => {
    const kept = keptClaim.get();
    if (state.step === 'unregistered' && kept && session.snapshot().me?.learner) {
      void start({ kept });
    }
  });
  const again = useCallback(async () => {
    if (last.current) {
      await start(last.current);
    }
  }, [start]);
  return { state, start, again };
}
