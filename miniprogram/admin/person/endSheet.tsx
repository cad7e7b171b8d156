import { ApiError } from '@common/contract/errors';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { PERSONNEL_STATUSES } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/field/dateField';
import { Sheet } from '@/components/sheet/sheet';
import { ask, tell } from '@/services/feedback';
import { api } from '@/services/session';
import type { PersonDetail } from '../parts/personHead';

interface EndSheetProps {
  learnerId: string;
  /** Null while closed. */
  period: PersonDetail['statusPeriods'][number] | null;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

/** A 人员状态 ends on another day, or was entered by mistake. */
export function EndSheet({ learnerId, period, onClose, onChanged }: EndSheetProps) {
  return (
    <Sheet isOpen={period !== null} title={period ? PERSONNEL_STATUSES[period.status] : ''} onClose={onClose}>
      {period ? (
        <EndForm
          key={period.id}
          learnerId={learnerId}
          period={period}
          onClose={onClose}
          onChanged={onChanged}
        />
      ) : null}
    </Sheet>
  );
}

function EndForm({
  learnerId,
  period,
  onClose,
  onChanged,
}: Omit<EndSheetProps, 'period'> & { period: PersonDetail['statusPeriods'][number] }) {
  const [to, setTo] = useState(period.to);
  const [error, setError] = useState('');
  const write = async (last: string | null, words: string) => {
    try {
      await api.learners.endStatusPeriod({ learnerId, statusId: period.id, to: last });
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'STATUS_OVERLAP') {
        setError(failure.message);
        return;
      }
      throw failure;
    }
    tell(words);
    onClose();
    await onChanged();
  };
  const save = () => (to && to < period.from ? setError('止日不能早于起日') : write(to, '已修改止日'));
  const undo = async () => {
    if (await ask('撤销登记', '撤销后按正常人员计算达标。', '撤销')) {
      // A last day before the first means that there was none (contract, endStatusPeriod).
      await write(dayOf(startOfDay(period.from) - 1), '已撤销');
    }
  };
  return (
    <View>
      <View className="t-soft">自 {period.from} 起</View>
      <View className="gap-m">
        <DateField
          id="field-end"
          label="止日"
          value={to}
          onChange={(value) => {
            setTo(value);
            setError('');
          }}
          placeholder="未定时不选"
          error={error}
        />
      </View>
      <Button id="status-end" onPress={save}>
        保存止日
      </Button>
      <View className="gap-s">
        <Button id="status-undo" kind="quiet" onPress={undo}>
          登记有误，撤销
        </Button>
      </View>
    </View>
  );
}
