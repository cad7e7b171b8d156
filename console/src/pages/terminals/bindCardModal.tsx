import type { CardRow } from '@common/contract/terminals';
import { cardNoOf } from '@common/rules/swipeFile';
import { Alert, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { showAtField } from '../../components/formErrors';
import { useAction } from '../../hooks/useAction';

interface Fields {
  personnelNo: string;
  cardNo: string;
}
interface Props {
  open: boolean;
  onClose: () => void;
  onBound: () => void;
}

/** 发卡: one after another, as a stack of cards is handed out; a card reader types the number and Enter. */
export function BindCardModal({ open, onClose, onBound }: Props) {
  const [form] = Form.useForm<Fields>();
  const [bound, setBound] = useState<CardRow | null>(null);
  useEffect(() => {
    if (open) {
      setBound(null);
      form.resetFields();
    }
  }, [open, form]);
  const focus = () => form.focusField('personnelNo');
  const bind = useAction(
    async (fields: Fields) => {
      setBound(await client.terminals.bindCard(fields));
      onBound();
      form.resetFields();
      focus();
    },
    (error) => showAtField(form, error),
  );
  return (
    <Modal
      open={open}
      title="发IC卡"
      okText="发卡"
      cancelText="完成"
      okButtonProps={{ loading: bind.busy }}
      mask={{ closable: !bind.busy }}
      afterOpenChange={(isOpen) => isOpen && focus()}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {bound && (
        <Alert
          className="notice"
          type="success"
          showIcon
          title={`${bound.name}（${bound.personnelNo}）已发卡 ${bound.cardNo}，可以继续发下一张`}
        />
      )}
      <Form form={form} layout="vertical" onFinish={bind.run}>
        <Form.Item
          name="personnelNo"
          label="人员编号"
          rules={[{ required: true, pattern: /^\s*\d{10}\s*$/, message: '人员编号为10位数字' }]}
          extra="本单位审核通过的学员，在人员信息里可以查到"
        >
          <Input maxLength={12} inputMode="numeric" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="cardNo"
          label="IC卡号"
          required
          rules={[
            {
              validator: async (_, text = '') => {
                if (cardNoOf(text) === null) {
                  throw new Error('IC卡号为4至20位数字或字母');
                }
              },
            },
          ]}
          extra="把卡放在读卡器上读入，或照卡面填写；已有卡的，旧卡随即失效"
        >
          <Input maxLength={24} autoComplete="off" onPressEnter={() => form.submit()} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
