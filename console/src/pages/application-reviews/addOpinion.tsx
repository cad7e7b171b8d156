import { CONCLUSIONS, codesOf } from '@common/terms';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { showAtField } from '../../components/formErrors';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';

interface Fields {
  expert: string;
  expertTitle: string;
  conclusion: 'agree' | 'change' | 'disagree';
  text: string;
}
interface Props {
  applicationId: string;
  onAdded: () => void;
}

/** 登记专家意见: kept with the application; the applicant sees them once it is decided. */
export function AddOpinion({ applicationId, onAdded }: Props) {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const add = useAction(
    async (fields: Fields) => {
      await client.applications.addOpinion({ applicationId, ...fields });
      message.success(`已登记${fields.expert}的意见`);
      setOpen(false);
      onAdded();
    },
    (error) => showAtField(form, error),
  );
  return (
    <>
      <Guarded permission="approveProjects">
        <Button
          type="link"
          className="inline-link"
          onClick={() => {
            form.resetFields();
            setOpen(true);
          }}
        >
          登记意见
        </Button>
      </Guarded>
      <Modal
        open={isOpen}
        title="登记专家意见"
        okText="登记"
        okButtonProps={{ loading: add.busy }}
        cancelText="取消"
        mask={{ closable: !add.busy }}
        forceRender
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
      >
        <p className="soft notice">登记后不能修改或删除。审核有结果后，申报单位可以看到。</p>
        <Form
          form={form}
          layout="vertical"
          initialValues={{ expert: '', expertTitle: '', text: '' }}
          onFinish={add.run}
        >
          <div className="two-fields">
            <Form.Item
              name="expert"
              label="专家姓名"
              rules={[{ required: true, whitespace: true, message: '请填写专家姓名' }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="expertTitle" label="职称、单位">
              <Input maxLength={40} placeholder="可不填" />
            </Form.Item>
          </div>
          <Form.Item name="conclusion" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
            <Radio.Group
              options={codesOf(CONCLUSIONS).map((value) => ({ value, label: CONCLUSIONS[value] }))}
            />
          </Form.Item>
          <Form.Item name="text" label="意见">
            <Input.TextArea rows={4} maxLength={2000} showCount />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
