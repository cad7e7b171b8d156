import { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { exams, watchExams } from './services/exams';
import { lateScans, watchLateScans } from './services/lateScans';
import { preparePageChrome } from './services/pageChrome';
import { session } from './services/session';
import './app.scss';

/** The start of everything: the session opens while the first page draws its skeleton. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    preparePageChrome();
    watchLateScans();
    watchExams();
    void session.whenStarted();
  });
  useDidShow(() => {
    // Back from WeChat's other rooms: an approval may have come meanwhile.
    if (session.snapshot().status === 'failed') {
      void session.start();
    }
    void lateScans.send();
    void exams.send();
  });
  return children;
}
