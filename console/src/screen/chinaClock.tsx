import { formatDay, formatTime } from '@common/rules/shanghaiTime';
import { useEffect, useState } from 'react';

interface Props {
  /** The server's time, ms since the epoch, and when it was told (`performance.now()`). */
  serverTime: number;
  toldAt: number;
}

/** The time in China by the server's clock. */
export function ChinaClock({ serverTime, toldAt }: Props) {
  const read = () => serverTime + performance.now() - toldAt;
  const [now, setNow] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is made of these.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = read();
      setNow(at);
      timer = setTimeout(tick, 1000 - (at % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [serverTime, toldAt]);
  return (
    <time className="clock">
      <span>{formatDay(now)}</span>
      <b>{formatTime(now)}</b>
    </time>
  );
}
