import { Button, Form, InputNumber } from 'antd';
import { client } from '../../../../api/session';
import { DisciplineCascader } from '../../../../components/disciplineCascader';
import { showAtField } from '../../../../components/formErrors';
import type { Paper } from '../usePaper';
import { useTakeFromBank } from './useTakeFromBank';

/** As the contract has it. */
const MOST = 200;

interface Values {
  discipline?: string;
  count: number;
}

/** 随机抽取: so many of a discipline that are not in the paper yet. */
export function DrawTab({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const draw = useTakeFromBank(
    { paper, onClose },
    ({ discipline, count }: Values) =>
      client.papers.drawFromBank({
        activityId: paper.view.activityId,
        discipline: discipline || undefined,
        count,
      }),
    (error) => showAtField(form, error, { BANK_TOO_SMALL: 'count', PAPER_FULL: 'count' }),
  );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="exam-draw"
      initialValues={{ discipline: '', count: 10 }}
      onFinish={(values) => draw.run(values)}
    >
      <Form.Item name="discipline" label="学科">
        <DisciplineCascader isGroupEnough placeholder="全部学科" />
      </Form.Item>
      <Form.Item
        name="count"
        label="抽取"
        extra="已在试卷中的试题不会再抽到"
        rules={[{ required: true, message: '请填写抽取多少道' }]}
      >
        <InputNumber min={1} max={MOST} precision={0} suffix="道" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={draw.busy}>
        随机抽取并加入试卷
      </Button>
    </Form>
  );
}
