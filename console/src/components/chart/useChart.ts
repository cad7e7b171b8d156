import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BarOption } from './barOption';

type Charts = typeof import('./echarts');

/** Draws `option` into the element, at its width; `hasFailed` where the drawing code could not be loaded. */
export function useChart(option: BarOption, height: number): [RefObject<HTMLDivElement>, boolean] {
  const place = useRef<HTMLDivElement>(null);
  const [charts, setCharts] = useState<Charts | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let isGone = false;
    import('./echarts').then(
      (loaded) => !isGone && setCharts(loaded),
      () => !isGone && setHasFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!charts || !element) {
      return;
    }
    const chart = charts.init(element, undefined, { renderer: 'svg', height });
    chart.setOption(option);
    const observer = new ResizeObserver(() => chart.resize({ height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [charts, option, height]);

  return [place, hasFailed];
}
