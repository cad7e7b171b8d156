import { checkPassword } from '@common/rules/passwords';
import { App, Button, Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { client, session, useMe } from '../../api/session';
import { BrandMark } from '../../components/brandMark';
import { useAction } from '../../hooks/useAction';
import { useTitle } from '../../hooks/useTitle';
import { safeReturn } from '../../layout/safeReturn';
import './password.css';

interface Fields {
  current?: string;
  next: string;
  again: string;
}

/** 修改密码: by choice, or forced after a one-time password, which then need not be typed again. */
export default function PasswordPage() {
  useTitle('修改密码');
  const me = useMe();
  const isForced = me.mustChangePassword;
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const names = me.accountName ? [me.accountName] : [];

  const change = useAction(
    async ({ current, next }: Fields) => {
      await client.accounts.changePassword({ next, ...(isForced ? {} : { current }) });
      await session.refresh();
      message.success('密码已修改，其他设备上的登录已退出');
      navigate(safeReturn(search.get('from')), { replace: true });
    },
    (error) => {
      const field =
        error.code === 'WRONG_PASSWORD' ? 'current' : error.code === 'WEAK_PASSWORD' ? 'next' : null;
      if (field) {
        form.setFields([{ name: field, errors: [error.message] }]);
      }
      return field !== null;
    },
  );
  const leave = useAction(() => session.signOut());

  return (
    <div className="password">
      <section className="card password__card">
        <BrandMark size={36} />
        <h1>{isForced ? '请先设置新密码' : '修改密码'}</h1>
        <p className="soft">
          {isForced
            ? '您用一次性密码登录。设置自己的密码后，才能继续使用管理端。'
            : '修改后，这个账号在其他设备上的登录会全部退出。'}
        </p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={change.run} size="large">
          {!isForced && (
            <Form.Item name="current" label="原密码" rules={[{ required: true, message: '请输入原密码' }]}>
              <Input.Password autoComplete="current-password" maxLength={128} />
            </Form.Item>
          )}
          <Form.Item
            name="next"
            label="新密码"
            extra="10至64个字符，同时包含字母和数字，不能包含账号"
            validateTrigger="onBlur"
            rules={[
              { required: true, message: '请输入新密码' },
              {
                validator: async (_, value: string | undefined) => {
                  const result = value ? checkPassword(value, { names }) : { ok: true as const };
                  if (!result.ok) {
                    throw new Error(result.message);
                  }
                },
              },
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={64} />
          </Form.Item>
          <Form.Item
            name="again"
            label="再输入一次新密码"
            dependencies={['next']}
            validateTrigger="onBlur"
            rules={[
              { required: true, message: '请再输入一次新密码' },
              ({ getFieldValue }) => ({
                validator: async (_, value: string | undefined) => {
                  if (value && value !== getFieldValue('next')) {
                    throw new Error('两次输入的密码不一致');
                  }
                },
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={64} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.busy}>
            保存新密码
          </Button>
        </Form>
        <div className="password__other">
          {isForced ? (
            <Button type="link" loading={leave.busy} onClick={() => leave.run()}>
              退出登录
            </Button>
          ) : (
            <Link to="/">暂不修改，返回工作台</Link>
          )}
        </div>
      </section>
    </div>
  );
}
