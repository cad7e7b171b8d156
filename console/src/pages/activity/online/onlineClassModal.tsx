import type { ActivityView } from '@common/contract/activities';
import type { OnlineClass } from '@common/contract/onlineClasses';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useEffect } from 'react';
import { client } from '../../../api/session';
import { showAtField } from '../../../components/formErrors';
import { useAction } from '../../../hooks/useAction';

interface Props {
  activityId: string;
  /** Null while closed. */
  course: ActivityView['courses'][number] | null;
  /** As it is set now. */
  set: OnlineClass | null;
  onClose: () => void;
  onSaved: () => void;
}

interface Values {
  videoUrl: string;
  minutes: number;
  prompts: number;
}

/** As the contract has them. */
const MOST_MINUTES = 480;
const MOST_PROMPTS = 20;
/** A question in each quarter of an hour keeps people awake and does not annoy them. */
const MINUTES_A_PROMPT = 15;

const usual = (minutes: number): Omit<Values, 'videoUrl'> => {
  const most = Math.min(Math.max(minutes, 1), MOST_MINUTES);
  return { minutes: most, prompts: Math.min(Math.ceil(most / MINUTES_A_PROMPT), MOST_PROMPTS) };
};

/** Sets one course to be followed on the phone, or takes that away again. */
export function OnlineClassModal({ activityId, course, set, onClose, onSaved }: Props) {
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another course, a new form
  useEffect(() => {
    if (course) {
      form.setFieldsValue(
        set
          ? { videoUrl: set.videoUrl, minutes: Math.ceil(set.requiredSeconds / 60), prompts: set.prompts }
          : { videoUrl: '', ...usual(course.minutes) },
      );
    }
  }, [course]);
  const save = useAction(
    async ({ videoUrl, minutes, prompts }: Values) => {
      if (!course) {
        return;
      }
      await client.onlineClasses.setOnlineClass({
        activityId,
        courseId: course.id,
        videoUrl,
        requiredSeconds: minutes * 60,
        prompts,
      });
      message.success(videoUrl ? '线上课程已设置，已报名的学员可以学习' : '已取消线上学习');
      onClose();
      onSaved();
    },
    (error) => showAtField(form, error, { requiredSeconds: 'minutes' }),
  );
  const remove = () =>
    modal.confirm({
      title: `取消“${course?.name ?? ''}”的线上学习？`,
      content: '学员将不能再学习这门课程；已有的学习时长和签到记录保留，重新设置后接着算。',
      okText: '取消线上学习',
      okButtonProps: { danger: true },
      cancelText: '返回',
      icon: null,
      onOk: () => save.run({ ...form.getFieldsValue(), videoUrl: '' }),
    });
  return (
    <Modal
      open={course !== null}
      title={`线上学习：${course?.name ?? ''}`}
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      footer={[
        set && (
          <Button key="remove" danger disabled={save.busy} onClick={remove}>
            取消线上学习
          </Button>
        ),
        <Button key="close" disabled={save.busy} onClick={onClose}>
          返回
        </Button>,
        <Button key="save" type="primary" loading={save.busy} onClick={() => form.submit()}>
          保存
        </Button>,
      ]}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => save.run(values)}>
        <Form.Item
          name="videoUrl"
          label="视频地址"
          extra="以 https:// 开头、手机能直接播放的MP4或HLS（m3u8）地址"
          rules={[{ required: true, whitespace: true, message: '请填写视频地址' }]}
        >
          <Input maxLength={500} placeholder="https://" />
        </Form.Item>
        <div className="two-fields online-modal__numbers">
          <Form.Item name="minutes" label="应看时长" rules={[{ required: true, message: '请填写应看时长' }]}>
            <InputNumber min={1} max={MOST_MINUTES} precision={0} suffix="分钟" />
          </Form.Item>
          <Form.Item
            name="prompts"
            label="随机提问"
            extra="“您还在学习吗？”，60秒内回答"
            rules={[{ required: true, message: '请填写提问次数，0为不提问' }]}
          >
            <InputNumber min={0} max={MOST_PROMPTS} precision={0} suffix="次" />
          </Form.Item>
        </div>
        <p className="field-note">
          按服务器时间累计播放的时长，拖动进度不会多算；没有及时回答的提问会再问，提问以来的时长不计。
        </p>
      </Form>
    </Modal>
  );
}
