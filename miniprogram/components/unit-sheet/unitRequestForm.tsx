import type { Region } from '@common/contract/regionsUnits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { AreaField } from '@/components/field/areaField';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import type { UnitWanted } from '@/services/registerForm';
import { RegionList } from './regionList';
import { RegionPath } from './regionPath';

/** As the contract has it. */
const NAME_LEAST = 4;
const NOTE_MOST = 100;
const COUNTY_CODE = 6;

interface UnitRequestFormProps {
  /** What was searched for. */
  name: string;
  regions: readonly Region[];
  onRegions: (regions: Region[]) => void;
  onRequest: (unit: UnitWanted) => void;
  onBack: () => void;
}

/** 申请新增单位: goes up to the county's authority, and the registration waits for it. */
export function UnitRequestForm({ regions, onRegions, onRequest, onBack, ...props }: UnitRequestFormProps) {
  const [name, setName] = useState(props.name);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<{ name?: string; region?: string }>({});
  const [current] = regions.slice(-1);
  const ask = () => {
    const isCounty = current?.code.length === COUNTY_CODE;
    const isNamed = name.trim().length >= NAME_LEAST;
    if (!current || !isCounty || !isNamed) {
      setErrors({
        ...(isNamed ? {} : { name: '请填写单位全称，与公章一致' }),
        ...(isCounty ? {} : { region: '请选择到区县' }),
      });
      return;
    }
    const regionName = regions.map((region) => region.name).join(' ');
    onRequest({ name: name.trim(), regionCode: current.code, regionName, note: note.trim() });
  };
  return (
    <View id="unit-request">
      <Notice tone="info">
        提交注册后，由所选区县的卫生健康行政部门核实并新增单位；新增后自动提交该单位审核，您不用再次填写。
      </Notice>
      <View className="gap-l">
        <TextField
          id="field-request-name"
          label="单位全称"
          required
          value={name}
          onChange={(value) => {
            setName(value);
            setErrors({ ...errors, name: undefined });
          }}
          placeholder="与单位公章一致"
          error={errors.name}
        />
        <Field id="field-request-region" label="所在省市县" required error={errors.region}>
          <RegionPath regions={regions} onRegions={onRegions} />
          {current && !current.hasChildren ? null : (
            <RegionList parent={current} onChoose={(region) => onRegions([...regions, region])} />
          )}
        </Field>
        <AreaField
          id="field-request-note"
          label="说明"
          value={note}
          onChange={setNote}
          maxLength={NOTE_MOST}
          placeholder="如 2025年新成立、原名称、联系人"
        />
      </View>
      <Button id="unit-request-done" onPress={ask}>
        用这个单位注册
      </Button>
      <View className="gap-s">
        <Button kind="quiet" size="small" onPress={onBack}>
          返回查找单位
        </Button>
      </View>
    </View>
  );
}
