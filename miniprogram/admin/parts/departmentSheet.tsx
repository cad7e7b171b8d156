import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { ErrorState } from '@/components/error-state/errorState';
import { TextField } from '@/components/field/textField';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';

interface DepartmentSheetProps {
  isOpen: boolean;
  value: string;
  onClose: () => void;
  onChoose: (department: string) => Promise<void> | void;
  /** Only those there are, and 全部科室: for looking through lists. */
  isFilter?: boolean;
}

const ALL = '全部科室';

/** 科室: one of the unit's list, or typed. */
export function DepartmentSheet(props: DepartmentSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title="选择科室" onClose={props.onClose}>
      <Departments {...props} />
    </Sheet>
  );
}

function Departments({ value, onChoose, isFilter }: DepartmentSheetProps) {
  const [typed, setTyped] = useState('');
  const { data, error, reload } = useLoad(async () =>
    (await api.regionsUnits.listDepartments({})).items
      .filter(({ id }) => isFilter || id)
      .map(({ name }) => name),
  );
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={1} lines={3} />;
  }
  const names = isFilter ? [ALL, ...data] : data;
  return (
    <View>
      {names.length > 0 ? (
        <Chips
          options={names.map((name) => ({ value: name, label: name }))}
          value={isFilter && !value ? ALL : value}
          onChange={(name) => onChoose(name === ALL ? '' : name)}
        />
      ) : (
        <View className="t-soft">
          本单位还没有建立科室，可以直接填写；在电脑端“单位—科室”中可以统一建立。
        </View>
      )}
      {isFilter ? null : (
        <View className="gap-l">
          <TextField
            id="field-department"
            label="列表中没有时填写"
            value={typed}
            onChange={setTyped}
            placeholder="如 心内科"
            maxLength={40}
          />
          <Button id="department-typed" disabled={!typed.trim()} onPress={() => onChoose(typed.trim())}>
            使用填写的科室
          </Button>
        </View>
      )}
    </View>
  );
}
