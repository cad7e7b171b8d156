import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { qrPath } from './qrPath';
import type { Code } from './screenState';

interface Props {
  code: Code;
  /** Its slot is over: it must not be taken for a live one. */
  isOver: boolean;
}

/** The code, black on a white card in every theme, as large as the window allows and in whole pixels a module. */
export function QrCard({ code, isOver }: Props) {
  const { size, path } = useMemo(() => qrPath(code.text), [code.text]);
  const frame = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState(0);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) {
      return;
    }
    const measure = () => {
      const dots = window.devicePixelRatio || 1;
      const room = Math.min(element.clientWidth, element.clientHeight) * dots;
      setSide((Math.max(1, Math.floor(room / size)) * size) / dots);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  return (
    <div className="qr" ref={frame}>
      <div className={`qr__card${isOver ? ' qr__card--over' : ''}`} style={{ width: side, height: side }}>
        <svg
          role="img"
          aria-label={isOver ? '二维码已过期' : '签到二维码'}
          width={side}
          height={side}
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
        >
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill={isOver ? '#c9d0d3' : '#000'} />
          {isOver && (
            <path
              className="qr__strike"
              d={`M3 3L${size - 3} ${size - 3}M${size - 3} 3L3 ${size - 3}`}
              shapeRendering="auto"
            />
          )}
        </svg>
        {isOver && <div className="qr__over">此码已过期，请等待新码</div>}
      </div>
    </div>
  );
}
