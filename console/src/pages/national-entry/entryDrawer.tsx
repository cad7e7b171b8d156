import type { ProjectRow } from '@common/contract/catalogue';
import { disciplineName } from '@common/disciplines';
import { parseProjectNumber } from '@common/rules/projectNumber';
import { codesOf, PROJECT_FORMS, type ProjectForm } from '@common/terms';
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useEffect } from 'react';
import { client } from '../../api/session';
import { DisciplineCascader } from '../../components/disciplineCascader';
import { showAtField } from '../../components/formErrors';
import { useAction } from '../../hooks/useAction';

interface Fields {
  number: string;
  name: string;
  discipline: string;
  leader: string;
  form: ProjectForm;
  /** 学时; sent as minutes. */
  minutes: number;
}
interface Props {
  open: boolean;
  onClose: () => void;
  onEntered: (project: ProjectRow) => void;
}

const NUMBER_WORDS = '请填写国家级项目的编号，如 2020-14-02-049 (国)';
const FORMS = codesOf(PROJECT_FORMS).map((value) => ({ value, label: PROJECT_FORMS[value] }));

/** The basics of a national project. The number tells the discipline, so that it is filled in with it. */
export function EntryDrawer({ open, onClose, onEntered }: Props) {
  const [form] = Form.useForm<Fields>();
  useEffect(() => {
    if (open) {
      form.resetFields();
    }
  }, [open, form]);

  const save = useAction(
    async ({ minutes, ...fields }: Fields) =>
      onEntered(
        await client.catalogue.enterNationalProject({ ...fields, minutes: Math.round(minutes * 60) }),
      ),
    (error) => showAtField(form, error, { PROJECT_EXISTS: 'number' }),
  );

  /** One spelling, and what the number says of the discipline. */
  const tidyNumber = () => {
    const number = parseProjectNumber(form.getFieldValue('number') ?? '');
    if (!number) {
      return;
    }
    form.setFieldValue('number', number.text);
    if (number.discipline && disciplineName(number.discipline) && !form.getFieldValue('discipline')) {
      form.setFieldValue('discipline', number.discipline);
    }
  };

  return (
    <Drawer
      open={open}
      size={480}
      title="录入国家级项目"
      onClose={onClose}
      mask={{ closable: !save.busy }}
      footer={
        <div className="drawer-actions">
          <Button onClick={onClose} disabled={save.busy}>
            取消
          </Button>
          <Button type="primary" loading={save.busy} onClick={() => form.submit()}>
            保存
          </Button>
        </div>
      }
    >
      <Form form={form} layout="vertical" onFinish={save.run} initialValues={{ form: 'onSite' }}>
        <Form.Item
          name="number"
          label="项目编号"
          extra="国家公布的编号；横线与括号可以不写，离开后自动补齐"
          rules={[
            { required: true, whitespace: true, message: NUMBER_WORDS },
            {
              validator: async (_, text?: string) => {
                if (text?.trim() && parseProjectNumber(text)?.level !== 'national') {
                  throw new Error(NUMBER_WORDS);
                }
              },
            },
          ]}
          validateTrigger="onBlur"
        >
          <Input maxLength={40} placeholder="2020-14-02-049 (国)" onBlur={tidyNumber} />
        </Form.Item>
        <Form.Item
          name="name"
          label="项目名称"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写项目名称' }]}
        >
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 2, maxRows: 4 }}
            placeholder="与公布的名称一致"
          />
        </Form.Item>
        <Form.Item name="discipline" label="二/三级学科" rules={[{ required: true, message: '请选择学科' }]}>
          <DisciplineCascader placeholder="选择，或输入学科名称查找" />
        </Form.Item>
        <Form.Item
          name="leader"
          label="项目负责人"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写项目负责人' }]}
        >
          <Input maxLength={40} placeholder="姓名" />
        </Form.Item>
        <div className="entry-pair">
          <Form.Item name="form" label="举办方式">
            <Select options={FORMS} />
          </Form.Item>
          <Form.Item
            name="minutes"
            label="总学时"
            extra="学分自动换算"
            rules={[{ required: true, message: '请填写学时' }]}
          >
            <InputNumber min={0.5} max={1000} step={0.5} suffix="学时" className="entry-hours" />
          </Form.Item>
        </div>
      </Form>
    </Drawer>
  );
}
