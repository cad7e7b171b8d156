import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import type { Region } from '@common/contract/regionsUnits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { AreaField } from '@/components/field/areaField';
import { SelectField } from '@/components/field/selectField';
import { Notice } from '@/components/notice/notice';
import { UnitSheet } from '@/components/unit-sheet/unitSheet';
import { tell } from '@/services/feedback';
import type { UnitChoice } from '@/services/registerForm';
import { api } from '@/services/session';

/** What belongs to the chosen unit and not to the request as a whole. */
const ABOUT_UNIT: readonly string[] = ['ALREADY_IN_UNIT', 'UNIT_UNKNOWN'];

/** 申请调动 to a new unit. */
export function RequestCard({ learner, onDone }: { learner: LearnerSelf; onDone: () => Promise<void> }) {
  const [unit, setUnit] = useState<UnitChoice | null>(null);
  const [regions, setRegions] = useState<Region[]>([]);
  const [note, setNote] = useState('');
  const [error, setError] = useState('');
  const [isOpen, setOpen] = useState(false);
  const request = async () => {
    if (!unit) {
      setError('请选择要调入的单位');
      return;
    }
    try {
      await api.transfers.requestTransfer({ toUnitId: unit.id, note: note.trim() });
    } catch (failure) {
      if (!(failure instanceof ApiError) || !ABOUT_UNIT.includes(failure.code)) {
        throw failure;
      }
      setError(failure.message);
      return;
    }
    tell('已申请，两个单位都会收到提醒');
    await onDone();
  };
  return (
    <>
      <Notice tone="info">
        <View>1. 您提出申请，原单位与新单位都会收到提醒；</View>
        <View>2. 原单位办理调出；</View>
        <View>3. 现单位办理调入。人事变动不影响您获取学分。</View>
      </Notice>
      <View className="gap-m">
        <Card title="申请调动">
          <View className="t-soft">当前单位：{learner.unit?.name}</View>
          <View className="gap-m">
            <SelectField
              id="field-toUnit"
              label="调入单位"
              required
              value={unit?.name ?? ''}
              detail={unit?.regionName}
              placeholder="选择要调入的单位"
              onOpen={() => setOpen(true)}
              error={error}
            />
            <AreaField
              id="field-note"
              label="说明"
              value={note}
              onChange={setNote}
              maxLength={200}
              placeholder="如 2026年11月起在新单位工作"
            />
            <Button id="transfer-request" onPress={request}>
              提交调动申请
            </Button>
          </View>
        </Card>
      </View>
      <UnitSheet
        isOpen={isOpen}
        title="选择调入单位"
        regions={regions}
        onRegions={setRegions}
        onClose={() => setOpen(false)}
        onChoose={(chosen) => {
          setUnit(chosen);
          setError('');
          setOpen(false);
        }}
      />
    </>
  );
}
