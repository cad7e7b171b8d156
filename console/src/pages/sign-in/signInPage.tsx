import type { ApiError } from '@common/contract/errors';
import { Button, Form, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { session, useSession } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { useCountdown } from '../../hooks/useCountdown';
import { useTitle } from '../../hooks/useTitle';
import { safeReturn } from '../../layout/safeReturn';
import { SignInFrame } from './signInFrame';
import { SignInNotice } from './signInNotice';

/** 登录: units and authorities, by account and password. Who it is follows on the next page. */
export default function SignInPage() {
  useTitle('登录');
  const current = useSession();
  const [search] = useSearchParams();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isSolving, setIsSolving] = useState(false);
  const [locked, lock] = useCountdown();
  const password = useRef<InputRef>(null);
  const [form] = Form.useForm<{ name: string; password: string }>();

  const signIn = useAction(
    async (name: string, secret: string) => {
      setFailure(null);
      await session.signIn(name, secret, setIsSolving);
    },
    (error) => {
      setFailure(error);
      if (error.code === 'ACCOUNT_LOCKED' && error.retryAfter) {
        lock(error.retryAfter);
      }
      if (error.code === 'WRONG_CREDENTIALS' || error.code === 'ACCOUNT_LOCKED') {
        form.setFieldValue('password', '');
        password.current?.focus();
      }
      return true;
    },
  );

  if (current.status === 'in') {
    return <Navigate to={safeReturn(search.get('from'))} replace />;
  }
  return (
    <SignInFrame title="登录管理端" lead="供医疗卫生单位和卫生行政部门使用">
      <SignInNotice
        failure={failure}
        locked={locked}
        isExpired={current.status === 'out' && current.because === 'expired'}
      />
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
          {isSolving ? '正在进行安全验证…' : '登录'}
        </Button>
      </Form>
      <dl className="sign-in__help">
        <dt>项目查询</dt>
        <dd>
          无需登录，<Link to="/project-search">查询已公布的项目</Link>
        </dd>
        <dt>证书查询</dt>
        <dd>
          无需登录，<Link to="/certificate-search">查询学员证书</Link>或<Link to="/verify">凭验证码核验</Link>
        </dd>
        <dt>忘记密码</dt>
        <dd>请联系上级卫生行政部门重置密码</dd>
        <dt>我是学员</dt>
        <dd>
          请用微信“继教通”小程序或<a href="/">学员网页版</a>
        </dd>
        <dt>学员忘记密码</dt>
        <dd>
          请<a href="/#/pages/recovery/index">凭手机验证码重新设置</a>
        </dd>
      </dl>
    </SignInFrame>
  );
}
