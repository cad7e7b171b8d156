import Taro from '@tarojs/taro';
import { deviceId } from './deviceId';
import { LateScanStore } from './lateScanStore';
import { randomName } from './randomName';
import { api, session } from './session';
import { TOKEN } from './sessionStore';
import { storage } from './storage';

/** Who was here last, for a scan that is made before the session has opened. */
const LAST = 'lastLearner';

/** Whose session there is for sending: the learner's id, null for a WeChat without one, undefined while there is none. */
export async function sender(): Promise<string | null | undefined> {
  const { me } = await session.whenTried();
  return me ? (me.learner?.id ?? null) : undefined;
}

/** This phone's scans that no answer has come to. */
export const lateScans = new LateScanStore({
  checkIns: api.checkIns,
  storage,
  owner() {
    const { me } = session.snapshot();
    return me ? (me.learner?.id ?? null) : (storage.get<string>(LAST) ?? null);
  },
  sender,
  now: () => Date.now(),
  randomName,
  deviceId,
  later: (run, ms) => void setTimeout(run, ms),
});

/** From launch on: what waits is sent as soon as there is a session or a network, and never by another person. */
export function watchLateScans(): void {
  let before: { token: string | undefined; learnerId: string | null } | undefined;
  const follow = () => {
    const { status, me } = session.snapshot();
    if (status === 'signedOut') {
      storage.remove(LAST);
      if (before) {
        before = undefined;
        lateScans.disown();
      }
      return;
    }
    if (status !== 'ready' || !me) {
      return;
    }
    const now = { token: storage.get<string>(TOKEN), learnerId: me.learner?.id ?? null };
    // Registering makes a learner of the same session; another session with another learner is another person.
    if (before && before.token !== now.token && before.learnerId !== now.learnerId) {
      lateScans.disown();
    }
    before = now;
    if (now.learnerId) {
      storage.set(LAST, now.learnerId);
    } else {
      storage.remove(LAST);
    }
    void lateScans.send();
  };
  session.subscribe(follow);
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) {
      void session.whenTried();
      void lateScans.wake();
    }
  });
}
