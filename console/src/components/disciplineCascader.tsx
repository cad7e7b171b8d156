import { DISCIPLINE_GROUPS } from '@common/disciplines';
import { Cascader } from 'antd';

const OPTIONS = DISCIPLINE_GROUPS.map(({ code, name, disciplines }) => ({
  value: code,
  label: name,
  children: disciplines.map((discipline) => ({ value: discipline.code, label: discipline.name })),
}));

interface Props {
  value?: string;
  /** Two digits for a 二级学科, four for a 三级学科, '' when it is cleared. */
  onChange?: (code: string) => void;
  /** A 二级学科 alone will do: for lists. */
  isGroupEnough?: boolean;
  placeholder?: string;
  id?: string;
  className?: string;
}

/** 二级/三级学科, by choosing or by typing a part of the name. */
export function DisciplineCascader({ value, onChange, isGroupEnough, ...rest }: Props) {
  const path = value ? [...new Set([value.slice(0, 2), value])] : [];
  return (
    <Cascader
      {...rest}
      options={OPTIONS}
      value={path}
      changeOnSelect={isGroupEnough}
      allowClear
      showSearch
      displayRender={(labels) => labels.join('/')}
      onChange={(codes) => onChange?.(codes?.[codes.length - 1] ?? '')}
    />
  );
}
