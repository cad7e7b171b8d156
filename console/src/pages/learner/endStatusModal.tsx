import type { StatusPeriod } from '@common/contract/profile';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { PERSONNEL_STATUSES } from '@common/terms';
import { Alert, App, Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { DayPicker } from '../../components/dayPicker';
import { useAction } from '../../hooks/useAction';

interface Props {
  learnerId: string;
  /** Null while closed. */
  period: StatusPeriod | null;
  onClose: () => void;
  onSaved: () => void;
}

/** The API takes back a period whose last day lies before its first. */
const dayBefore = (day: string) => dayOf(startOfDay(day) - 1);

/** Changes the last day of a 人员状态, or takes the whole of it back. */
export function EndStatusModal({ learnerId, period, onClose, onSaved }: Props) {
  const { message, modal } = App.useApp();
  const [to, setTo] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setTo(period?.to ?? null);
    setFault(null);
  }, [period]);

  const save = useAction(
    async (last: string | null, words: string) => {
      if (!period) {
        return;
      }
      setFault(null);
      await client.learners.endStatusPeriod({ learnerId, statusId: period.id, to: last });
      message.success(words);
      onClose();
      onSaved();
    },
    (error) => {
      setFault(error.message);
      return error.code !== 'NETWORK';
    },
  );
  if (!period) {
    return null;
  }
  const name = PERSONNEL_STATUSES[period.status];
  const takeBack = () =>
    modal.confirm({
      title: `撤销这段“${name}”？`,
      content: `${period.from} 起的“${name}”将不再计入，如同没有登记过。适用于登记有误的情况。`,
      okText: '撤销',
      okButtonProps: { danger: true },
      cancelText: '再想想',
      icon: null,
      onOk: () => save.run(dayBefore(period.from), `已撤销“${name}”`),
    });
  return (
    <Modal
      open
      title={`修改止日：${name}（${period.from} 起）`}
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      footer={
        <div className="modal-foot">
          <Button danger type="text" disabled={save.busy} onClick={takeBack}>
            登记有误，撤销
          </Button>
          <span>
            <Button onClick={onClose}>取消</Button>
            <Button
              type="primary"
              loading={save.busy}
              disabled={to === period.to}
              onClick={() => save.run(to, to ? `止日改为${to}` : '已改为一直持续')}
            >
              保存
            </Button>
          </span>
        </div>
      }
    >
      {fault && <Alert className="notice" type="error" showIcon title={fault} />}
      <DayPicker value={to} label="止日" placeholder="不填为一直持续" from={period.from} onChange={setTo} />
      <p className="field-note">止日当天仍算在内，次日起恢复“正常”</p>
    </Modal>
  );
}
