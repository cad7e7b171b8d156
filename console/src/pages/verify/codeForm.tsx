import { parseVerificationCode } from '@common/rules/verificationCode';
import { Button, Form, Input } from 'antd';

/** One field for the code on paper; takes it in any spelling. */
export function CodeForm({ initial = '', onCode }: { initial?: string; onCode: (code: string) => void }) {
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      initialValues={{ code: initial }}
      onFinish={({ code }: { code: string }) => onCode(parseVerificationCode(code) ?? code)}
    >
      <Form.Item
        name="code"
        label="验证码"
        extra="印在证书二维码旁边，13位，大小写不限"
        validateTrigger="onSubmit"
        rules={[
          {
            validator: async (_rule, text: string) => {
              if (!parseVerificationCode(text)) {
                throw new Error(text.trim() ? '验证码是13位数字和字母，请逐位核对' : '请输入验证码');
              }
            },
          },
        ]}
      >
        <Input
          className="mono"
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          placeholder="例如 7GH2-KQ9X-MT41B"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        核验
      </Button>
    </Form>
  );
}
