import { DIRECTIONS } from '@common/terms';
import { useEffect, useReducer } from 'react';
import { AboutPanel } from './aboutPanel';
import { ChinaClock } from './chinaClock';
import { CodePanel } from './codePanel';
import { Controls } from './controls';
import { CountPanel } from './countPanel';
import { FixLine } from './fixLine';
import { Message } from './message';
import { FIRST, screenReducer } from './screenState';
import { useAwake, useIdle } from './useAwake';
import { useScreenEvents } from './useScreenEvents';
import { useScreenView } from './useScreenView';

/** The venue screen of one ticket: the rotating code, how many came, and nothing else. */
export function VenueScreen({ ticket }: { ticket: string }) {
  const { loaded, isGone, hasFailed, load } = useScreenView(ticket);
  const [state, dispatch] = useReducer(screenReducer, FIRST);
  const isClosed = state.isClosed || isGone;
  useScreenEvents({ url: `/api/screens/${ticket}/events`, dispatch, probe: load, isDone: isClosed });
  useAwake();
  const isIdle = useIdle();

  const isCutOff = !isClosed && (!state.isOnline || (hasFailed && !loaded));
  const direction = loaded?.view.direction ?? 'in';
  const word = DIRECTIONS[direction];
  useEffect(() => {
    document.title = loaded ? `${word}大屏 · ${loaded.view.activityName}` : '会场大屏';
  }, [loaded, word]);

  return (
    <div className={`screen screen--${direction}${isIdle ? ' screen--idle' : ''}`}>
      <header className="screen__head">
        {isCutOff ? (
          <p className="screen__alarm" role="alert">
            网络已断开，正在重新连接…
          </p>
        ) : (
          <p className="screen__unit">{loaded?.view.unitName ?? '继教通'}</p>
        )}
        <Controls />
        {loaded && <ChinaClock serverTime={loaded.serverTime} toldAt={loaded.toldAt} />}
      </header>
      <main className="screen__main">
        {isClosed ? (
          <Message
            title="大屏已关闭"
            text="二维码已失效。需要继续签到时，请在管理端打开该活动的“现场”，重新打开大屏。"
            action={{ label: '重新连接', run: () => window.location.reload() }}
          />
        ) : (
          <>
            {state.blocked ? (
              <Message
                title={`暂时不能${word}`}
                text={state.blocked.message}
                note={state.blocked.fix && <FixLine path={state.blocked.fix} />}
              />
            ) : state.code ? (
              <CodePanel code={state.code} />
            ) : (
              <Message title="正在获取二维码…" isQuiet />
            )}
            <aside className="about">
              <p className="about__direction">
                <b>{word}</b>
                {state.code && <span>微信扫一扫</span>}
              </p>
              {loaded && (
                <AboutPanel view={loaded.view} now={loaded.serverTime + performance.now() - loaded.toldAt} />
              )}
              <CountPanel
                count={state.count}
                expected={loaded?.view.expected ?? null}
                direction={direction}
                isOpen={state.blocked === null}
              />
            </aside>
          </>
        )}
      </main>
    </div>
  );
}
