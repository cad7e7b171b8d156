import type { SpotCheckView } from '@common/contract/presence';
import { useEffect } from 'react';
import { useCountdown } from '../../../../hooks/useCountdown';
import { Answers } from './answers';

/** The one that runs: how many seconds are left, and who has answered so far. */
export function RunningCheck({ check }: { check: SpotCheckView }) {
  const [seconds, count] = useCountdown();
  // biome-ignore lint/correctness/useExhaustiveDependencies: started once, by the server's clock; each answer would make it tremble
  useEffect(() => count(check.msLeft / 1000), []);
  return (
    <section className="spot-running" aria-live="polite">
      <div className="spot-running__head">
        <span className="spot-running__count">
          <b>{check.confirmed}</b> / {check.asked} 人已应答
        </span>
        <span className="spot-running__left">{seconds > 0 ? `还剩${seconds}秒` : '正在收取最后的应答'}</span>
      </div>
      <Answers people={check.people} isOver={false} />
    </section>
  );
}
