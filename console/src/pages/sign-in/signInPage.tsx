import { ApiError } from '@common/contract/errors';
import { Alert, Button, Form, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { session, useSession } from '../../api/session';
import { BrandMark } from '../../components/brandMark';
import { useAction } from '../../hooks/useAction';
import { useTitle } from '../../hooks/useTitle';
import { SignInArt } from './signInArt';
import './signIn.css';

/** The page to return to: an address of ours, else the start. */
function safeReturn(from: string | null): string {
  return from?.startsWith('/') && !/^\/[/\\]/.test(from) && !from.startsWith('/sign-in') ? from : '/';
}

/** 登录: units and authorities, by account and password. */
export default function SignInPage() {
  useTitle('登录');
  const current = useSession();
  const [search] = useSearchParams();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const password = useRef<InputRef>(null);
  const [form] = Form.useForm<{ name: string; password: string }>();

  const signIn = useAction(
    async (name: string, secret: string) => {
      setFailure(null);
      await session.signIn(name, secret);
    },
    (error) => {
      setFailure(error);
      if (error instanceof ApiError && error.code === 'WRONG_CREDENTIALS') {
        form.setFieldValue('password', '');
        password.current?.focus();
      }
      return true;
    },
  );

  if (current.status === 'in') {
    return <Navigate to={safeReturn(search.get('from'))} replace />;
  }
  const isExpired = current.status === 'out' && current.because === 'expired';
  return (
    <div className="sign-in">
      <SignInArt />
      <main className="sign-in__side">
        <div className="sign-in__box">
          <div className="sign-in__brand">
            <BrandMark size={36} />
            <b>继教通</b>
          </div>
          <h1>登录管理端</h1>
          <p className="sign-in__lead">供医疗卫生单位和卫生行政部门使用</p>
          {failure && <Alert type="error" showIcon title={failure.message} />}
          {!failure && isExpired && (
            <Alert type="warning" showIcon title="登录已失效，请重新登录，登录后回到刚才的页面" />
          )}
          <Form
            form={form}
            layout="vertical"
            size="large"
            requiredMark={false}
            onFinish={(values) => signIn.run(values.name.trim(), values.password)}
          >
            <Form.Item
              name="name"
              label="账号"
              rules={[{ required: true, whitespace: true, message: '请输入账号' }]}
            >
              <Input autoFocus autoComplete="username" maxLength={64} placeholder="单位编号或行政部门账号" />
            </Form.Item>
            <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
              <Input.Password
                ref={password}
                autoComplete="current-password"
                maxLength={128}
                placeholder="请输入密码"
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={signIn.busy}>
              登录
            </Button>
          </Form>
          <dl className="sign-in__help">
            <dt>忘记密码</dt>
            <dd>请联系上级卫生行政部门重置单位密码</dd>
            <dt>我是学员</dt>
            <dd>请在微信中打开“继教通”小程序</dd>
          </dl>
        </div>
      </main>
    </div>
  );
}
