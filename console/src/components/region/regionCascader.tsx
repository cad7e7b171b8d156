import type { Region } from '@common/contract/regionsUnits';
import { Cascader } from 'antd';
import { useEffect, useState } from 'react';
import { useAction } from '../../hooks/useAction';
import { pathWithin, regionsBelow, regionsWithin } from './regions';

interface Props {
  /** The region whose parts are offered; '' is the nation. */
  root: string;
  value?: string;
  onChange?: (code: string) => void;
  /** Only a county will do; else a province, city or county. */
  isCounty?: boolean;
  placeholder?: string;
  id?: string;
  className?: string;
}
interface Option {
  value: string;
  label: string;
  isLeaf: boolean;
  children?: Option[];
}

/** 省市县, level by level, within a region. Gives the code of what was chosen, '' when it is cleared. */
export function RegionCascader({ root, value, onChange, isCounty, placeholder, id, className }: Props) {
  const [parts, setParts] = useState<Record<string, Region[]>>({});
  const { run: load } = useAction(async (codes: string[]) => {
    const found = await Promise.all(
      codes.map((code) => (code === root ? regionsWithin(root) : regionsBelow(code))),
    );
    setParts((before) => ({
      ...before,
      ...Object.fromEntries(codes.map((code, i) => [code, found[i] ?? []])),
    }));
  });
  const path = value ? pathWithin(root, value) : [];
  const above = path.slice(0, -1).join(' ');

  // What stands above the value must be there for its name to be shown.
  useEffect(() => {
    void load([root, ...above.split(' ').filter(Boolean)]);
  }, [load, root, above]);

  const optionsBelow = (parent: string): Option[] | undefined =>
    parts[parent]?.map(({ code, name, hasChildren }) => ({
      value: code,
      label: name,
      isLeaf: !hasChildren || code.length === 6,
      children: code === root ? undefined : optionsBelow(code),
    }));
  return (
    <Cascader<Option>
      id={id}
      className={className}
      options={optionsBelow(root) ?? []}
      value={path}
      changeOnSelect={!isCounty}
      allowClear
      placeholder={placeholder}
      displayRender={(labels) => labels.join(' ')}
      loadData={(chosen) => {
        const last = chosen[chosen.length - 1];
        if (last) {
          void load([last.value]);
        }
      }}
      onChange={(codes) => onChange?.(codes?.[codes.length - 1] ?? '')}
      notFoundContent="正在加载地区"
    />
  );
}
