import { ApiError } from '@common/contract/errors';
import type { Watching } from '@common/contract/onlineClasses';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from '@/hooks/useLatest';
import { deviceId } from '@/services/deviceId';
import { buzz, tell, wordsOf } from '@/services/feedback';
import { isUnreached } from '@/services/lateScan';
import { api } from '@/services/session';
import { deadlineOf } from '@/services/words';

export type StudyState =
  | { step: 'loading' }
  /** Not to be studied now: outside the period, not enrolled, or no answer came. */
  | { step: 'failed'; error: unknown }
  /** Another phone is at it. */
  | { step: 'elsewhere' }
  | {
      step: 'open';
      watching: Watching;
      /** The open question's end by this phone's clock, ms. */
      promptUntil: number | undefined;
      /** The last beat found no network. */
      isOffline: boolean;
      /** The last question was not answered. */
      isLapsed: boolean;
    };

/** What the player tells. */
export interface PlayerEvents {
  onPlay(): void;
  onMove(): void;
  onStop(): void;
}

export interface Study extends PlayerEvents {
  state: StudyState;
  /** Begins, or takes over from another phone. */
  start(): Promise<void>;
  answer(): Promise<void>;
  /** The question's time is over. */
  lapse(): void;
}

/**
 * Follows a class: says every half minute that the picture moves, asks “您还在学习吗？” when the server wants it. The server
 * counts, so a beat that is lost costs at most its half minute, and a closed page goes on where it was.
 */
export function useStudy(
  course: { activityId: string; courseId: string },
  player: { play(): void; pause(): void },
): Study {
  const [state, setState] = useState<StudyState>({ step: 'loading' });
  const latest = useLatest(state);
  const control = useLatest(player);
  const isPlaying = useRef(false);
  const hasMoved = useRef(false);
  const { activityId, courseId } = course;

  const take = useCallback(
    (watching: Watching) => {
      const { prompt, serverTime } = watching;
      const before = latest.current.step === 'open' ? latest.current.watching.prompt : null;
      // The phone's clock may be wrong; how much time is left is not.
      const promptUntil = prompt ? deadlineOf(prompt.until, serverTime) : undefined;
      setState({ step: 'open', watching, promptUntil, isOffline: false, isLapsed: false });
      if (prompt && prompt.key !== before?.key) {
        buzz();
        control.current.pause();
      }
    },
    [latest, control],
  );

  const fail = useCallback(
    (error: unknown) => {
      control.current.pause();
      const isElsewhere = error instanceof ApiError && error.code === 'CLASS_ELSEWHERE';
      if (isElsewhere && latest.current.step === 'elsewhere') {
        // He tried to take over, and the screen stays as it is.
        tell('另一台手机刚刚还在播放，请稍候再试');
      }
      setState(isElsewhere ? { step: 'elsewhere' } : { step: 'failed', error });
    },
    [latest, control],
  );

  const start = useCallback(async () => {
    try {
      take(await api.onlineClasses.openClass({ activityId, courseId, key: deviceId() }));
    } catch (error) {
      fail(error);
    }
  }, [activityId, courseId, take, fail]);

  const beat = useCallback(
    async (isMoving: boolean) => {
      hasMoved.current = false;
      if (latest.current.step !== 'open') {
        return;
      }
      try {
        take(await api.onlineClasses.beat({ activityId, courseId, key: deviceId(), isPlaying: isMoving }));
      } catch (error) {
        if (isPassing(error)) {
          setState((now) => (now.step === 'open' ? { ...now, isOffline: true } : now));
        } else {
          fail(error);
        }
      }
    },
    [activityId, courseId, latest, take, fail],
  );

  /** What was watched until now counts; what stands still does not. */
  const onStop = useCallback(() => {
    if (isPlaying.current) {
      isPlaying.current = false;
      void beat(hasMoved.current);
    }
  }, [beat]);

  const every = state.step === 'open' && !state.watching.isDone ? state.watching.beatSeconds : null;
  useEffect(() => {
    if (every === null) {
      return;
    }
    const timer = setInterval(() => {
      if (isPlaying.current) {
        void beat(hasMoved.current);
      }
    }, every * 1000);
    return () => clearInterval(timer);
  }, [every, beat]);
  useEffect(() => void start(), [start]);
  useDidShow(() => {
    if (latest.current.step !== 'loading') {
      void start();
    }
  });
  useDidHide(() => {
    control.current.pause();
    onStop();
  });
  useEffect(() => onStop, [onStop]);

  return {
    state,
    start,
    onStop,
    onMove: () => {
      hasMoved.current = true;
    },
    onPlay: () => {
      if (!isPlaying.current) {
        isPlaying.current = true;
        // From here on: the pause before it was no learning.
        void beat(false);
      }
    },
    answer: async () => {
      const { watching } = latest.current.step === 'open' ? latest.current : { watching: null };
      if (!watching?.prompt) {
        return;
      }
      try {
        take(await api.onlineClasses.answerPrompt({ activityId, courseId, key: watching.prompt.key }));
        control.current.play();
      } catch (error) {
        tell(wordsOf(error));
        if (error instanceof ApiError && error.code === 'PROMPT_OVER') {
          setState((now) => (now.step === 'open' ? lapsed(now) : now));
        }
      }
    },
    lapse: () => setState((now) => (now.step === 'open' ? lapsed(now) : now)),
  };
}

type Open = Extract<StudyState, { step: 'open' }>;

const lapsed = (state: Open): Open => ({
  ...state,
  promptUntil: undefined,
  isLapsed: true,
});

/** No network, or a server that is starting again: the next beat may come through. */
const isPassing = (error: unknown) =>
  isUnreached(error) || (error instanceof ApiError && error.code === 'TOO_MANY_REQUESTS');
