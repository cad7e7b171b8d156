import type { Editor } from '@tiptap/core';
import { Button, Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import { linkAddress } from './linkAddress';

interface Props {
  editor: Editor;
  open: boolean;
  onClose: () => void;
}
interface Fields {
  address: string;
  words: string;
}

/** Asks where the chosen words lead; without chosen words, for them too. */
export function LinkModal({ editor, open, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const isOnLink = editor.isActive('link');
  const needsWords = editor.state.selection.empty && !isOnLink;
  useEffect(() => {
    if (open) {
      form.setFieldsValue({ address: String(editor.getAttributes('link').href ?? ''), words: '' });
    }
  }, [open, form, editor]);

  const finish = ({ address, words }: Fields) => {
    const href = linkAddress(address) ?? '';
    if (needsWords) {
      const text = words?.trim() || address.trim();
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
        .unsetMark('link')
        .run();
    } else {
      editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    }
    onClose();
  };
  return (
    <Modal
      open={open}
      title="链接"
      forceRender
      onCancel={onClose}
      footer={
        <div className="modal-foot">
          <span>
            {isOnLink && (
              <Button
                danger
                onClick={() => {
                  editor.chain().focus().extendMarkRange('link').unsetLink().run();
                  onClose();
                }}
              >
                取消链接
              </Button>
            )}
          </span>
          <span>
            <Button onClick={onClose}>取消</Button>
            <Button type="primary" onClick={() => form.submit()}>
              确定
            </Button>
          </span>
        </div>
      }
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item
          name="address"
          label="网址、邮箱或电话"
          rules={[
            {
              validator: async (_rule, text: string) => {
                if (!linkAddress(text)) {
                  throw new Error('请填写网址、邮箱或电话号码，例如 https://wjw.henan.gov.cn');
                }
              },
            },
          ]}
          validateTrigger="onSubmit"
        >
          <Input maxLength={500} placeholder="https://" />
        </Form.Item>
        {needsWords && (
          <Form.Item name="words" label="显示的文字" extra="不填时显示网址">
            <Input maxLength={100} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
