import { ApiError } from '@common/contract/errors';
import { PERSONNEL_STATUSES } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { AreaField } from '@/components/field/areaField';
import { DateField } from '@/components/field/dateField';
import { Sheet } from '@/components/sheet/sheet';
import { tell } from '@/services/feedback';
import { api } from '@/services/session';

const KINDS = (['maternityLeave', 'exempt', 'cancelled'] as const).map((value) => ({
  value,
  label: PERSONNEL_STATUSES[value],
}));
const MEANINGS = {
  maternityLeave: '产假期间不计算达标。',
  exempt: '如长期病休、援外、脱产学习，期间不计算达标。',
  cancelled: '已离职、退休等，不再计算达标。',
} as const;

interface StatusSheetProps {
  isOpen: boolean;
  learnerId: string;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

/** 登记人员状态: which, from and to which day, why. */
export function StatusSheet(props: StatusSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title="登记人员状态" onClose={props.onClose}>
      <StatusForm {...props} />
    </Sheet>
  );
}

function StatusForm({ learnerId, onClose, onChanged }: StatusSheetProps) {
  const [status, setStatus] = useState<keyof typeof MEANINGS>('maternityLeave');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ from?: string; to?: string }>({});
  const save = async () => {
    if (!from || (to && to < from)) {
      setWrong(from ? { to: '止日不能早于起日' } : { from: '请选择起日' });
      return;
    }
    try {
      await api.learners.addStatusPeriod({ learnerId, status, from, to, reason: reason.trim() });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'STATUS_OVERLAP') {
        setWrong({ from: error.message });
        return;
      }
      throw error;
    }
    tell('已登记');
    onClose();
    await onChanged();
  };
  return (
    <View>
      <View className="status__kinds">
        <Chips options={KINDS} value={status} onChange={setStatus} />
        <View className="t-small">{MEANINGS[status]}</View>
      </View>
      <DateField
        id="field-from"
        label="起日"
        required
        value={from}
        onChange={(value) => {
          setFrom(value);
          setWrong({});
        }}
        placeholder="选择日期"
        error={wrong.from}
      />
      <DateField
        id="field-to"
        label="止日"
        value={to}
        onChange={(value) => {
          setTo(value);
          setWrong({});
        }}
        placeholder="未定时不选"
        error={wrong.to}
      />
      <AreaField
        id="field-statusReason"
        label="原因"
        value={reason}
        onChange={setReason}
        placeholder="如 产假158天"
        maxLength={200}
      />
      <Button id="status-save" onPress={save}>
        登记
      </Button>
    </View>
  );
}
