import { freePlaces } from '@common/rules/waitingList';
import { App, InputNumber, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../../api/session';
import { useAction } from '../../../hooks/useAction';
import type { Counts } from './enrolmentHead';

/** As the contract has it. */
const MOST = 100_000;

interface Props {
  open: boolean;
  activityId: string;
  counts: Counts;
  onClose: () => void;
  onSaved: () => void;
}

/** 调整名额: more places let those in who wait, fewer send nobody away. */
export function CapacityModal({ open, activityId, counts, onClose, onSaved }: Props) {
  const { message } = App.useApp();
  const { enrolled, waiting, capacity } = counts;
  const [isLimited, setLimited] = useState(false);
  const [places, setPlaces] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew each time it is opened, not when the list is loaded
  useEffect(() => {
    if (open) {
      setLimited(capacity > 0);
      setPlaces(capacity > 0 ? capacity : null);
    }
  }, [open]);
  const wanted = isLimited ? places : 0;
  const save = useAction(async () => {
    const after = await client.enrolments.setCapacity({ activityId, capacity: wanted ?? 0 });
    const placed = waiting - after.waiting;
    message.success(placed > 0 ? `名额已调整，${placed}人由候补转为报名，已通知本人` : '名额已调整');
    onSaved();
  });
  return (
    <Modal
      open={open}
      title="调整名额"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: save.busy, disabled: wanted === null || wanted === capacity }}
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      onOk={() => save.run()}
    >
      <Radio.Group
        className="capacity"
        value={isLimited}
        onChange={({ target }) => setLimited(target.value === true)}
        options={[
          { value: false, label: '不限名额' },
          { value: true, label: '限定名额' },
        ]}
      />
      {isLimited && (
        <InputNumber<number>
          className="capacity__places"
          aria-label="名额"
          min={1}
          max={MOST}
          precision={0}
          value={places}
          suffix="个"
          onChange={setPlaces}
        />
      )}
      <p className="soft">{consequence(wanted, enrolled, waiting)}</p>
    </Modal>
  );
}

/** What the wanted number of places does to those who are there and those who wait. */
function consequence(wanted: number | null, enrolled: number, waiting: number): string {
  if (wanted === null) {
    return '请填写名额';
  }
  const placed = Math.min(waiting, freePlaces(wanted, enrolled));
  if (placed > 0) {
    return `保存后，候补的前${placed}人转为已报名并收到提醒。`;
  }
  if (wanted > 0 && wanted < enrolled) {
    return `已有${enrolled}人报名，他们不受影响；低于${wanted}人以后才能再报名。`;
  }
  return `现在已报名${enrolled}人。`;
}
