import type { ActivityView } from '@common/contract/activities';
import { daysHeld } from '@common/rules/periods';
import { Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { inMs } from '../../activity-edit/draft';
import { dayOption } from '../dayAndTime';

interface Props {
  open: boolean;
  activity: ActivityView;
  persons: number;
  /** 主讲人, where they are not simply persons. */
  what?: string;
  /** What each gets: `I类学分 2分`. */
  each: string;
  /** Whose 有效 was taken away. */
  excepted?: number;
  /** What else is to be known before. */
  children?: ReactNode;
  busy: boolean;
  onCancel: () => void;
  onGrant: (activityDate: string) => void;
}

/** Asks once more before credits are granted, with the number of people, the credits and 活动日期. */
export function GrantModal({ open, activity, persons, what = '', each, excepted = 0, ...rest }: Props) {
  const { children, busy, onCancel, onGrant } = rest;
  const days = daysHeld(activity.periods.map(inMs), Date.now());
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? days[days.length - 1];
  return (
    <Modal
      open={open}
      title={`给${persons}${what ? `名${what}` : '人'}授分？`}
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
          <b>{each}</b>
        </dd>
        {excepted > 0 && (
          <>
            <dt>取消有效</dt>
            <dd>{excepted}人，不授分，原因随授分提交</dd>
          </>
        )}
        <dt>活动日期</dt>
        <dd>
          <Select
            value={day}
            onChange={setChosen}
            aria-label="活动日期"
            placeholder="活动还没有开始"
            options={days.map(dayOption)}
          />
          <p className="cell-sub">只能选已经举办的日期，一般是最后一天；学分计入该日所在的年度</p>
        </dd>
      </dl>
      {children}
      <p className="grant__after">
        授分后提交上级卫生行政部门审核，学员马上能看到“待审核”的学分。每人只授一次；审核通过前可以在授分记录中撤销。
      </p>
    </Modal>
  );
}
