import { App, Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import { client } from '../../api/session';
import { showAtField } from '../../components/formErrors';
import { useAction } from '../../hooks/useAction';

interface Fields {
  name: string;
}
interface Props {
  open: boolean;
  onClose: () => void;
  onAdded: () => void;
}

/** 登记考勤机: it gets its number from us. */
export function AddMachineModal({ open, onClose, onAdded }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  useEffect(() => {
    if (open) {
      form.resetFields();
    }
  }, [open, form]);
  const add = useAction(
    async (fields: Fields) => {
      const { name, code } = await client.terminals.addTerminal(fields);
      message.success(`“${name}”已登记，编号 ${code}`);
      onAdded();
    },
    (error) => showAtField(form, error),
  );
  return (
    <Modal
      open={open}
      title="登记考勤机"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ loading: add.busy }}
      mask={{ closable: !add.busy }}
      afterOpenChange={(isOpen) => isOpen && form.focusField('name')}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={add.run}>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写考勤机名称' }]}
          extra="写明放在哪里，例如：学术报告厅1号机"
        >
          <Input maxLength={40} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
