import { isPersonName } from '@common/rules/personName';
import { isPhone } from '@common/rules/phone';
import { Button, Form, Input } from 'antd';

interface Props {
  /** Nobody has signed in with this account before. */
  isFirst: boolean;
  busy: boolean;
  send: (who: { name: string; phone: string }) => void;
  onBack?: () => void;
}

/** 姓名 and 手机号 of one who signs in for the first time. */
export function NewAdministratorForm({ isFirst, busy, send, onBack }: Props) {
  return (
    <>
      <p className="administrator__ask">
        {isFirst
          ? '这个账号是首次登录，请登记您的姓名和手机号。首位管理员拥有全部权限，可再为同事开通。'
          : '请登记您的姓名和手机号。登录后，由本账号有管理权限的管理员为您开通权限。'}
      </p>
      <Form
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(values: { name: string; phone: string }) => send(values)}
      >
        <Form.Item
          name="name"
          label="姓名"
          validateTrigger="onBlur"
          rules={[
            { required: true, message: '请输入姓名' },
            { validator: passes(isPersonName, '请填写真实姓名，2至30个字') },
          ]}
        >
          <Input autoFocus autoComplete="name" maxLength={60} placeholder="与身份证一致" />
        </Form.Item>
        <Form.Item
          name="phone"
          label="手机号"
          validateTrigger="onBlur"
          rules={[
            { required: true, message: '请输入手机号' },
            { validator: passes(isPhone, '请输入11位手机号') },
          ]}
        >
          <Input autoComplete="tel" inputMode="tel" maxLength={32} placeholder="用于接收登录验证码" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          获取验证码
        </Button>
        {onBack && (
          <Button type="text" block onClick={onBack}>
            返回选择姓名
          </Button>
        )}
      </Form>
    </>
  );
}

/** A rule of `common/rules` as a form's; what is empty is asked for by `required`. */
const passes = (isGood: (text: string) => boolean, message: string) => async (_: unknown, value?: string) => {
  if (value && !isGood(value)) {
    throw new Error(message);
  }
};
