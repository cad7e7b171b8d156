import { Popover } from 'antd';
import { useEffect, useState } from 'react';
import './person.css';

interface Props {
  /** Good for minutes; null where there is no photo. */
  url: string | null;
  name: string;
  /** CSS pixels; the photo is a little higher than wide. */
  size?: number;
}

/** A thumbnail that grows under the pointer; without a photo, the name's last character. */
export function PersonPhoto({ url, name, size = 36 }: Props) {
  const [isBroken, setBroken] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another photo, another try.
  useEffect(() => setBroken(false), [url]);
  const box = { width: size, height: Math.round(size * 1.2), fontSize: Math.round(size * 0.42) };
  if (!url || isBroken) {
    return (
      <span className="photo" style={box} aria-hidden="true">
        {Array.from(name).pop()}
      </span>
    );
  }
  return (
    <Popover
      placement="right"
      content={<img className="photo-popover" src={url} alt={`${name}的照片`} />}
      mouseEnterDelay={0.25}
    >
      <span className="photo" style={box}>
        <img src={url} alt={`${name}的照片`} loading="lazy" onError={() => setBroken(true)} />
      </span>
    </Popover>
  );
}
