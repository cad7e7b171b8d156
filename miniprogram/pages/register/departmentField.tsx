import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { TextField } from '@/components/field/textField';
import { Sheet } from '@/components/sheet/sheet';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';

interface DepartmentFieldProps {
  /** The chosen unit, whose list is offered. */
  unitId: string | undefined;
  value: string;
  onChange: (department: string) => void;
  error: string | undefined;
}

/** 科室: out of the unit's list, or typed where it is not in it. */
export function DepartmentField({ unitId, value, onChange, error }: DepartmentFieldProps) {
  const [isOpen, setOpen] = useState(false);
  // Without the list one types: nothing to be told.
  const { data: names = [] } = useLoad(
    async () => (unitId ? (await api.regionsUnits.unitDepartments({ unitId })).items : []),
    unitId ?? null,
  );
  return (
    <>
      <TextField
        id="field-department"
        label="科室"
        value={value}
        onChange={onChange}
        placeholder="如 心内科"
        maxLength={40}
        error={error}
        aside={
          names.length > 0 ? (
            <Button id="department-choose" kind="quiet" size="small" inline onPress={() => setOpen(true)}>
              从列表选择
            </Button>
          ) : null
        }
      />
      <Sheet isOpen={isOpen} title="选择科室" onClose={() => setOpen(false)}>
        <Chips
          options={names.map((name) => ({ value: name, label: name }))}
          value={value}
          onChange={(name) => {
            onChange(name);
            setOpen(false);
          }}
        />
        <View className="t-small gap-m">列表中没有的科室，请关闭后直接填写。</View>
      </Sheet>
    </>
  );
}
