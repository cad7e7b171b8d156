import type { ActivityView } from '@common/contract/activities';
import { daysHeld } from '@common/rules/periods';
import { CREDIT_CLASSES } from '@common/terms';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { showCredits } from '../../../format';
import { inMs } from '../../activity-edit/draft';
import { dayOption } from '../dayAndTime';

interface Props {
  open: boolean;
  activity: ActivityView;
  persons: number;
  busy: boolean;
  onCancel: () => void;
  onGrant: (activityDate: string) => void;
}

/** Asks once more before credits are granted, with the number of people, the credits and 活动日期. */
export function GrantModal({ open, activity, persons, busy, onCancel, onGrant }: Props) {
  const days = daysHeld(activity.periods.map(inMs), Date.now());
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? days[days.length - 1];
  return (
    <Modal
      open={open}
      title={`给${persons}人授分？`}
      okText={`授分给${persons}人`}
      cancelText="再核对一下"
      okButtonProps={{ loading: busy, disabled: !day }}
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => day && onGrant(day)}
    >
      <dl className="grant">
        <dt>活动</dt>
        <dd>{activity.name}</dd>
        <dt>每人学分</dt>
        <dd>
          <b>
            {CREDIT_CLASSES[activity.creditClass]} {showCredits(activity.credits)}
          </b>
        </dd>
        <dt>活动日期</dt>
        <dd>
          <Select value={day} onChange={setChosen} aria-label="活动日期" options={days.map(dayOption)} />
          <p className="cell-sub">只能选已经举办的日期，一般是最后一天；学分计入该日所在的年度</p>
        </dd>
      </dl>
      <p className="grant__after">
        授分后提交上级卫生行政部门审核，学员马上能看到“待审核”的学分。每人只授一次，授分后不能自行撤回。
      </p>
    </Modal>
  );
}
