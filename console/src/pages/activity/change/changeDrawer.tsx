import type { ActivityView } from '@common/contract/activities';
import { faultsInChange } from '@common/rules/activityPlan';
import { Alert, App, Button, Drawer, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../../api/session';
import { useAction } from '../../../hooks/useAction';
import { inMs } from '../../activity-edit/draft';
import { PeriodsEditor } from '../../activity-edit/periodsEditor';
import { PlaceField } from '../../activity-edit/placeField';
import './change.css';

interface Props {
  activity: ActivityView;
  open: boolean;
  onClose: () => void;
  onRequested: () => void;
}
const planOf = ({ venue, address, point, periods }: ActivityView) => ({
  venue,
  address,
  point,
  periods,
  reason: '',
});

/** 申请变更时间/会场 of an approved activity: a short review decides; until then the old plan holds. */
export function ChangeDrawer({ activity, open, onClose, onRequested }: Props) {
  const { message } = App.useApp();
  const [plan, setPlan] = useState(() => planOf(activity));
  const [now, setNow] = useState(() => Date.now());
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening starts from the plan in force.
  useEffect(() => {
    if (open) {
      setPlan(planOf(activity));
      setNow(Date.now());
      setFailure(null);
    }
  }, [open]);
  const change = (some: Partial<typeof plan>) => {
    setFailure(null);
    setPlan({ ...plan, ...some });
  };
  const msOf = ({
    venue,
    address,
    point,
    periods,
  }: Pick<ActivityView, 'venue' | 'address' | 'point' | 'periods'>) => ({
    venue: venue.trim(),
    address: address.trim(),
    point,
    periods: periods.map(inMs),
  });
  const isMoved = plan.venue !== activity.venue || plan.address !== activity.address;
  const isOldPlace = isMoved && plan.point !== null && plan.point === activity.point;
  const fault =
    plan.venue.trim() === ''
      ? '请填写会场'
      : (faultsInChange(msOf(activity), msOf(plan), { year: activity.year }, now)[0]?.message ??
        (plan.reason.trim() === '' ? '请填写变更原因' : null));
  const request = useAction(
    async () => {
      const { change: made } = await client.activities.requestChange({
        activityId: activity.id,
        ...plan,
        // The old venue's is not the new one's.
        point: isOldPlace ? null : plan.point,
      });
      message.success(made?.waitingFor ? `变更已提交，等待 ${made.waitingFor} 审核` : '变更已提交');
      onRequested();
    },
    (error) => {
      setFailure(error.message);
      return true;
    },
  );
  return (
    <Drawer
      open={open}
      title="申请变更时间或会场"
      size={920}
      mask={{ closable: false }}
      onClose={onClose}
      footer={
        <div className="modal-foot">
          <span className="faint">{fault ?? '由行政部门重新审核，通过前仍按原安排举办'}</span>
          <span>
            <Button onClick={onClose}>取消</Button>
            <Button
              type="primary"
              disabled={fault !== null}
              loading={request.busy}
              onClick={() => request.run()}
            >
              提交变更
            </Button>
          </span>
        </div>
      }
    >
      <Form layout="vertical" component="div" className="change-form">
        {failure && <Alert className="notice" type="error" showIcon title={failure} />}
        <div className="two-fields">
          <Form.Item label="会场" required htmlFor="change-venue">
            <Input
              id="change-venue"
              value={plan.venue}
              maxLength={200}
              onChange={({ target }) => change({ venue: target.value })}
            />
          </Form.Item>
          <Form.Item label="详细地址" htmlFor="change-address">
            <Input
              id="change-address"
              value={plan.address}
              maxLength={200}
              placeholder="例如：漯河市人民东路56号"
              onChange={({ target }) => change({ address: target.value })}
            />
          </Form.Item>
        </div>
        <PlaceField
          key={String(open)}
          value={plan.point}
          note={isOldPlace ? '会场变更后，请更新地图位置；不更新则不再显示原来的位置' : undefined}
          onChange={(point) => change({ point })}
        />
        <Form.Item label="变更原因" required htmlFor="change-reason">
          <Input.TextArea
            id="change-reason"
            value={plan.reason}
            rows={2}
            maxLength={500}
            placeholder="例如：主讲专家行程调整，改期一周"
            onChange={({ target }) => change({ reason: target.value })}
          />
        </Form.Item>
        <Form.Item label="举办周期" required>
          <PeriodsEditor
            periods={plan.periods}
            year={activity.year}
            fixedBefore={now}
            onChange={(periods) => change({ periods })}
          />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
