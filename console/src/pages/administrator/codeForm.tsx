import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { client, session } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { useCountdown } from '../../hooks/useCountdown';
import type { Who } from './who';

interface Props {
  who: Who;
  name: string;
  phoneMasked: string;
  /** Seconds until another code may be asked for. */
  retryAfter: number;
  /** The simulator stands in for the phone network. */
  isSimulated: boolean;
  onBack: () => void;
}

const LENGTH = 6;

/** The code from the SMS; the sixth digit sends it. */
export function CodeForm({ who, name, phoneMasked, retryAfter, isSimulated, onBack }: Props) {
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [wait, startWait] = useCountdown();
  useEffect(() => startWait(retryAfter), [retryAfter, startWait]);

  const fail = ({ message }: { message: string }) => {
    setFailure(message);
    return true;
  };
  const resend = useAction(async () => {
    setFailure(null);
    setCode('');
    startWait((await client.administrators.sendAdministratorCode(who)).retryAfter);
  }, fail);
  const confirm = useAction(
    async (smsCode: string) => {
      setFailure(null);
      session.update(await client.administrators.chooseAdministrator({ ...who, smsCode }));
    },
    (error) => {
      if (error.code === 'SMS_CODE_INVALID') {
        setCode('');
      }
      return fail(error);
    },
  );

  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={() => confirm.run(code)}>
      <p className="administrator__ask">
        验证码已发送到 <b>{name}</b> 的手机 <b className="mono">{phoneMasked}</b>，10分钟内有效。
      </p>
      {isSimulated && <Alert type="info" showIcon title="这是演示环境：短信显示在模拟微信页面" />}
      <Form.Item
        label="短信验证码"
        htmlFor="sms-code"
        validateStatus={failure ? 'error' : undefined}
        help={failure && <span role="alert">{failure}</span>}
      >
        <Input
          id="sms-code"
          className="administrator__code"
          autoFocus
          autoComplete="one-time-code"
          inputMode="numeric"
          placeholder="6位数字"
          value={code}
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, '').slice(0, LENGTH);
            setCode(digits);
            if (digits.length === LENGTH && digits !== code) {
              void confirm.run(digits);
            }
          }}
          suffix={
            <Button
              type="link"
              size="small"
              disabled={wait > 0}
              loading={resend.busy}
              onClick={() => resend.run()}
            >
              {wait > 0 ? `${wait}秒后可重新获取` : '重新获取'}
            </Button>
          }
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={confirm.busy} disabled={code.length < LENGTH}>
        确认登录
      </Button>
      <Button type="text" block disabled={confirm.busy} onClick={onBack}>
        返回选择姓名
      </Button>
    </Form>
  );
}
