import { formatShortCode } from '@common/rules/qr';
import { useState } from 'react';
import { QrCard } from './qrCard';
import type { Code } from './screenState';
import { useCodeIsOver } from './useCodeIsOver';

/** Codes that stand for longer than this say until when in words. */
const LONG_MS = 120_000;

/** The code with its time left as a bar, and the typed code under it. */
export function CodePanel({ code }: { code: Code }) {
  const isOver = useCodeIsOver(code);
  return (
    <section className={`code${isOver ? ' code--over' : ''}`}>
      <QrCard code={code} isOver={isOver} />
      <div className="code__foot">
        <TimeLeft key={`${code.slot}/${code.turnsAt}`} code={code} isOver={isOver} />
        <div className="code__typed">
          <span>扫不了码？在小程序输入签到码</span>
          <b>{formatShortCode(code.shortCode.replace(/\s/g, ''))}</b>
        </div>
      </div>
    </section>
  );
}

/** Runs on the compositor's own monotonic time line: no clock is asked and nothing is drawn anew while it runs. */
function TimeLeft({ code, isOver }: { code: Code; isOver: boolean }) {
  const left = Math.max(0, code.turnsAt - performance.now());
  // Fixed for this code: a running animation would jump with every new delay.
  const [style] = useState({
    animationDuration: `${code.periodMs}ms`,
    animationDelay: `${left - code.periodMs}ms`,
  });
  return (
    <div className="time-left">
      <div className="time-left__track">{!isOver && <i style={style} />}</div>
      {code.periodMs > LONG_MS && (
        <span className="time-left__words">{isOver ? '已过期' : showLeft(left)}</span>
      )}
    </div>
  );
}

function showLeft(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes >= 120 ? `约${Math.round(minutes / 60)}小时后更换` : `约${minutes}分钟后更换`;
}
