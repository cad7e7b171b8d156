import Taro from '@tarojs/taro';
import { ExamStore } from './examStore';
import { sender } from './lateScans';
import { api, session } from './session';
import { storage } from './storage';

/** The exams that are being taken on this phone. */
export const exams = new ExamStore({
  exams: api.exams,
  storage,
  sender,
  now: () => Date.now(),
  later: (run, ms) => void setTimeout(run, ms),
});

/** From launch on: what was answered or handed in without a network is sent as soon as there is a session and a network. */
export function watchExams(): void {
  session.subscribe(() => {
    if (session.snapshot().status === 'ready') {
      void exams.send();
    }
  });
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) {
      void exams.wake();
    }
  });
}
