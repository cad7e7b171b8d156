import { ApiError } from '@common/contract/errors';
import { theme } from '@common/theme';
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CheckInDeps, type CheckInState, type Entry, runCheckIn } from '@/services/checkInFlow';
import { buzz } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { lateScans } from '@/services/lateScans';
import { decodeOnce, launchScene } from '@/services/launch';
import { replaceWith } from '@/services/navigate';
import { placeIfAllowed } from '@/services/placeIfAllowed';
import { scan } from '@/services/scan';
import { api, session } from '@/services/session';

/** Whether the session is a learner's. Rejects when there is no session and none can be had. */
async function isRegistered(): Promise<boolean> {
  const { me, error } = await session.whenTried();
  if (!me) {
    throw error ?? new ApiError({ code: 'NOT_SIGNED_IN', message: '请先登录' });
  }
  return me.learner !== null;
}

const DEPS: CheckInDeps = {
  checkIns: api.checkIns,
  isRegistered,
  keep: keptClaim.keep,
  add: keptClaim.add,
  drop: keptClaim.drop,
  place: placeIfAllowed,
  late: lateScans,
  now: () => Date.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

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
  message: '本次扫码已超时，请重新扫描大屏上的二维码',
  next: 'rescan',
};

export interface CheckInRun {
  state: CheckInState;
  /** From another scan, or from a kept claim. */
  start(entry: Entry): Promise<void>;
  /** From a new scan; nothing where the person leaves the camera. */
  rescan(): Promise<void>;
  /** From where it started last. */
  again(): Promise<void>;
}

/** The whole screen in the colour of the answer; an H5 page has the bar of the one before it. */
function colourBar(isDone: boolean): void {
  void Taro.setNavigationBarColor(
    isDone
      ? { frontColor: '#ffffff', backgroundColor: theme.color.done }
      : { frontColor: '#000000', backgroundColor: theme.color.ground },
  );
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
    const end = await runCheckIn(entry, DEPS);
    running.current = false;
    if (end.step === 'departure') {
      await replaceWith('departure', { claim: end.kept.claim.claimId });
      return;
    }
    setState(end);
    if (end.step === 'done' || end.step === 'held' || end.step === 'saved') {
      buzz();
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
  useEffect(() => colourBar(state.step === 'done'), [state.step]);
  useDidHide(() => colourBar(false));
  useDidShow(() => colourBar(state.step === 'done'));
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
  const rescan = useCallback(async () => {
    const text = await scan();
    if (text !== null) {
      await start({ text });
    }
  }, [start]);
  return { state, start, rescan, again };
}
