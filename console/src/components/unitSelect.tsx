import type { UnitFound } from '@common/contract/regionsUnits';
import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { client } from '../api/session';
import { useLoad } from '../hooks/useLoad';

interface Props {
  /** Where to look; '' everywhere. */
  region?: string;
  value: string | null;
  onChange: (unit: UnitFound | null) => void;
  /** The name of `value`, where it was not chosen here. */
  valueName?: string;
  placeholder?: string;
  id?: string;
}

const TYPING_MS = 250;

/** Finds a unit by any characters of its names or by pinyin initials. */
export function UnitSelect({ region = '', value, onChange, valueName, placeholder, id }: Props) {
  const [q, setQ] = useState('');
  const found = useLoad(
    async () =>
      q
        ? (await client.regionsUnits.searchUnits({ q, ...(region && { region }) })).items
        : ([] as UnitFound[]),
    [q, region],
  );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const items = found.data ?? [];
  const isKnown = items.some(({ id }) => id === value);
  return (
    <Select
      className="unit-select"
      id={id}
      showSearch={{
        filterOption: false,
        onSearch: (text) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setQ(text.trim()), TYPING_MS);
        },
      }}
      allowClear
      loading={found.loading && q !== ''}
      value={value && !isKnown && !valueName ? null : value}
      placeholder={placeholder ?? '单位名称任意字或拼音首字母'}
      notFoundContent={unfound(q, found.loading, found.error !== null)}
      options={[
        ...(value && valueName && !isKnown ? [{ value, label: valueName }] : []),
        ...items.map(({ id, name, matchedName, regionName }) => ({
          value: id,
          label: (
            <>
              {name}
              {matchedName && <span className="soft">（{matchedName}）</span>}
              <span className="faint">　{regionName}</span>
            </>
          ),
        })),
      ]}
      onChange={(id) => onChange(items.find((unit) => unit.id === id) ?? null)}
    />
  );
}

function unfound(q: string, isLoading: boolean, hasFailed: boolean): string {
  if (q === '') {
    return '输入单位名称查找';
  }
  if (isLoading) {
    return '正在查找…';
  }
  return hasFailed ? '没有查到，请检查网络后再试' : '没有找到，换一两个字再试';
}
