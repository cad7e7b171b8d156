import type { ActivityView } from '@common/contract/activities';
import { daysHeld } from '@common/rules/periods';
import { DIRECTIONS, type Direction } from '@common/terms';
import { App, Button, Form, Input, Modal, Radio, Select, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { client } from '../../../api/session';
import { showAtField } from '../../../components/formErrors';
import { useAction } from '../../../hooks/useAction';
import { inMs } from '../../activity-edit/draft';
import { dayOption, instantOf } from '../dayAndTime';
import { type Attendee, FindAttendee } from './findAttendee';

interface Props {
  open: boolean;
  activity: ActivityView;
  onClose: () => void;
  onEntered: () => void;
}

interface Fields {
  courseId: string;
  direction: Direction;
  day: string;
  time: Dayjs;
  reason: string;
}

const WORDS = ['手机没电或故障', '没有携带手机', '会场网络故障', '晚到，已在现场核对'];
const FORM = 'enter-swipe';

/** 补录考勤: first the person is found and seen, then what is entered for him and why. */
export function EnterSwipeModal({ open, activity, onClose, onEntered }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [person, setPerson] = useState<Attendee | null>(null);
  const days = daysHeld(activity.periods.map(inMs), Date.now()).reverse().map(dayOption);
  useEffect(() => {
    if (open) {
      setPerson(null);
      // What was entered of the one before is not about the next.
      form.resetFields();
    }
  }, [open, form]);

  const enter = useAction(
    async ({ day, time, ...rest }: Fields) => {
      if (!person) {
        return;
      }
      await client.attendance.enterSwipe({
        activityId: activity.id,
        learnerId: person.learnerId,
        ...rest,
        at: instantOf(day, time.format('HH:mm')),
      });
      message.success(`已为${person.name}补录${DIRECTIONS[rest.direction]}，已通知本人`);
      onEntered();
      onClose();
    },
    (error) => showAtField(form, error, { SWIPE_EXISTS: 'time', OUTSIDE_HOLDING_PERIOD: 'time' }),
  );

  return (
    <Modal
      open={open}
      title="补录考勤"
      okText={person ? `为${person.name}补录` : '补录'}
      cancelText="取消"
      okButtonProps={{ htmlType: 'submit', form: FORM, loading: enter.busy, disabled: !person }}
      mask={{ closable: !enter.busy }}
      destroyOnHidden
      onCancel={onClose}
    >
      <p className="soft">补录的考勤在明细中标明为管理员补录，附原因和您的姓名，并通知学员本人。</p>
      <FindAttendee activityId={activity.id} found={person} onFound={setPerson} />
      <Form<Fields>
        id={FORM}
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!person}
        initialValues={{ courseId: activity.courses[0]?.id, direction: 'in', day: days[0]?.value }}
        onFinish={enter.run}
      >
        <Form.Item name="courseId" label="课程" rules={[{ required: true, message: '请选择课程' }]}>
          <Select options={activity.courses.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="day" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
            <Select options={days} notFoundContent="活动还没有开始" />
          </Form.Item>
          <Form.Item name="time" label="时间" rules={[{ required: true, message: '请填写时间' }]}>
            <TimePicker format="HH:mm" needConfirm={false} showNow={false} className="enter-swipe__time" />
          </Form.Item>
        </div>
        <Form.Item name="direction" label="签到或撤离">
          <Radio.Group options={Object.entries(DIRECTIONS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写原因' }]}
        >
          <ReasonInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** A reason to type, or a common one to start from. */
function ReasonInput({
  value = '',
  onChange,
  ...rest
}: {
  value?: string;
  onChange?: (text: string) => void;
}) {
  return (
    <>
      <Input.TextArea
        {...rest}
        value={value}
        rows={2}
        maxLength={200}
        placeholder="例如：手机没电，已在现场核对身份证"
        onChange={(event) => onChange?.(event.target.value)}
      />
      <div className="chips">
        {WORDS.map((word) => (
          <Button key={word} size="small" onClick={() => onChange?.(word)}>
            {word}
          </Button>
        ))}
      </div>
    </>
  );
}
