import type { ActivityView } from '@common/contract/activities';
import type { PaperRules } from '@common/contract/papers';
import { LEAST_QUESTIONS } from '@common/rules/examQuestion';
import { ANSWERS_SHOWN, codesOf, EXAM_OPENINGS } from '@common/terms';
import { App, Form, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import { useEffect } from 'react';
import { client } from '../../../api/session';
import { showAtField } from '../../../components/formErrors';
import { useAction } from '../../../hooks/useAction';
import { hoursWords } from './ruleWords';
import type { Paper } from './usePaper';

interface Props {
  open: boolean;
  paper: Paper;
  activity: ActivityView;
  onClose: () => void;
}

const optionsOf = <T extends string>(names: Record<T, string>) =>
  codesOf(names).map((value) => ({ value, label: names[value] }));

/** Changes 考试设置. The days on which it can be taken are said while they are chosen. */
export function RulesModal({ open, paper, activity, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<PaperRules>();
  const { version, state, rules } = paper.view;
  const opens = Form.useWatch('opens', form) ?? rules.opens;
  // Null while the field is cleared.
  const daysAfter = Form.useWatch<number | null>('daysAfter', form) ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew each time it is opened
  useEffect(() => {
    if (open) {
      form.setFieldsValue(rules);
    }
  }, [open]);
  const save = useAction(
    async (values: PaperRules) => {
      paper.take(await client.papers.setPaperRules({ activityId: activity.id, ...values }));
      message.success(
        state === 'published' ? `考试设置已保存，启用为第${version + 1}版后生效` : '考试设置已保存',
      );
      onClose();
    },
    (error) => showAtField(form, error),
  );
  return (
    <Modal
      open={open}
      title="考试设置"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: save.busy }}
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="exam-rules-form"
        onFinish={(values) => save.run(values)}
      >
        <div className="two-fields">
          <CountItem
            name="draw"
            label="每次抽取"
            suffix="道"
            max={500}
            least={LEAST_QUESTIONS}
            zero="全部试题"
          />
          <CountItem name="passScore" label="及格分" suffix="分" min={1} max={100} extra="满分100分" />
        </div>
        <div className="two-fields">
          <CountItem name="tries" label="考试次数" suffix="次" max={20} zero="不限次数" />
          <CountItem name="minutes" label="考试时长" suffix="分钟" max={300} zero="不限时长" />
        </div>
        <div className="two-fields">
          <Form.Item name="isQuestionsShuffled" label="题目乱序" valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="isOptionsShuffled" label="选项乱序" valuePropName="checked">
            <Switch />
          </Form.Item>
        </div>
        <div className="two-fields">
          <Form.Item name="opens" label="开放时间">
            <Radio.Group className="exam-rules-form__opens" options={optionsOf(EXAM_OPENINGS)} />
          </Form.Item>
          <CountItem name="daysAfter" label="培训结束后还可以考" suffix="天" max={60} />
        </div>
        <p className="field-note exam-rules-form__hours" role="status">
          {`学员可以在 ${hoursWords({ opens, daysAfter }, activity.periods)} 考试，须先签到。`}
        </p>
        <Form.Item name="answersShown" label="答案与解析">
          <Select options={optionsOf(ANSWERS_SHOWN)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface CountProps {
  name: keyof PaperRules;
  label: string;
  suffix: string;
  min?: number;
  max: number;
  /** What 0 means. */
  zero?: string;
  /** Other than 0, no fewer. */
  least?: number;
  extra?: string;
}

function CountItem({ name, label, suffix, min = 0, max, zero, least = 0, extra }: CountProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={zero ? `0为${zero}` : extra}
      rules={[
        { required: true, message: `请填写${label}` },
        {
          validator: async (_, value: number | null) => {
            if (value !== null && value > 0 && value < least) {
              throw new Error(`至少${least}${suffix}，0为${zero}`);
            }
          },
        },
      ]}
    >
      <InputNumber min={min} max={max} precision={0} suffix={suffix} />
    </Form.Item>
  );
}
