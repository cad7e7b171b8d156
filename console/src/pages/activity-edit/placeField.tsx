import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type Place, parsePlace, showPlace } from './place';

interface Props {
  value: Place | null;
  /** Instead of the usual help. */
  note?: string;
  onChange: (place: Place | null) => void;
}

/** 地图位置: the venue's point, as any map's 坐标拾取 copies it; may be left for later. */
export function PlaceField({ value, note, onChange }: Props) {
  const [text, setText] = useState(() => (value ? showPlace(value) : ''));
  const isWrong = text.trim() !== '' && parsePlace(text) === null;
  return (
    <Form.Item
      label="地图位置"
      htmlFor="activity-place"
      validateStatus={isWrong ? 'error' : undefined}
      help={
        isWrong
          ? '请粘贴经纬度，例如 114.016, 33.581'
          : (note ?? '从地图的坐标拾取工具复制经纬度粘贴，学员可以查找附近的活动；可以以后再填')
      }
    >
      <Input
        id="activity-place"
        value={text}
        maxLength={60}
        placeholder="经度, 纬度"
        suffix={
          // Always there: an input that gains a suffix while it is typed into loses its focus.
          value ? (
            <Button
              type="link"
              className="inline-link"
              href={`https://uri.amap.com/marker?position=${value.longitude},${value.latitude}`}
              target="_blank"
              rel="noreferrer"
            >
              在地图上查看
            </Button>
          ) : (
            <span />
          )
        }
        onChange={({ target }) => {
          setText(target.value);
          onChange(parsePlace(target.value));
        }}
      />
    </Form.Item>
  );
}
