import type { LearnerProfile, StatusPeriod } from '@common/contract/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import { PERSONNEL_STATUSES } from '@common/terms';
import { Alert, App, Form, Input, Modal, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { DayPicker } from '../../components/dayPicker';
import { useAction } from '../../hooks/useAction';

type Status = StatusPeriod['status'];
const MEANINGS: Record<Status, string> = {
  maternityLeave: '产假期间，年度达标按时间折算',
  exempt: '长期病假、援外、脱产学习等，期间不计达标',
  cancelled: '退休、离职、去世等，不再计算达标；没有止日',
};
const OPTIONS = (Object.keys(MEANINGS) as Status[]).map((value) => ({
  value,
  label: PERSONNEL_STATUSES[value],
}));

interface Props {
  open: boolean;
  person: LearnerProfile;
  onClose: () => void;
  onSaved: () => void;
}

/** Registers a 人员状态 with its days. */
export function StatusModal({ open, person, onClose, onSaved }: Props) {
  const { message } = App.useApp();
  const [status, setStatus] = useState<Status>('maternityLeave');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (open) {
      setStatus('maternityLeave');
      setFrom(dayOf(Date.now()));
      setTo(null);
      setReason('');
      setFault(null);
    }
  }, [open]);

  const hasEnd = status !== 'cancelled';
  const save = useAction(
    async () => {
      if (!from) {
        return;
      }
      setFault(null);
      await client.learners.addStatusPeriod({
        learnerId: person.id,
        status,
        from,
        to: hasEnd ? to : null,
        reason: reason.trim(),
      });
      message.success(`${person.name}：已登记${PERSONNEL_STATUSES[status]}`);
      onClose();
      onSaved();
    },
    (error) => {
      setFault(error.message);
      return error.code !== 'NETWORK';
    },
  );
  return (
    <Modal
      open={open}
      title={`登记人员状态：${person.name}`}
      okText="保存"
      okButtonProps={{ loading: save.busy, disabled: !from }}
      cancelText="取消"
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      onOk={() => save.run()}
    >
      {fault && <Alert className="notice" type="error" showIcon title={fault} />}
      <Form layout="vertical" component="div">
        <Form.Item label="状态" extra={MEANINGS[status]}>
          <Segmented options={OPTIONS} value={status} onChange={setStatus} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item label="起日" required>
            <DayPicker value={from} label="起日" onChange={setFrom} />
          </Form.Item>
          {hasEnd && (
            <Form.Item label="止日" extra="还不确定可以先不填">
              <DayPicker value={to} label="止日" placeholder="不填为一直持续" from={from} onChange={setTo} />
            </Form.Item>
          )}
        </div>
        <Form.Item label="说明">
          <Input
            value={reason}
            maxLength={200}
            aria-label="说明"
            placeholder="例如：产假98天"
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
