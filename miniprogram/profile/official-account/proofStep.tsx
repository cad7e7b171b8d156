import { ApiError } from '@common/contract/errors';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import { SmsHint } from '@/components/sms-hint/smsHint';
import { useCountdown } from '@/hooks/useCountdown';
import { tell } from '@/services/feedback';
import { api } from '@/services/session';

interface ProofStepProps {
  account: string;
  /** Why, as the server says it. */
  words: string;
  phoneMasked: string;
  /** Rejects when the code is wrong. */
  onProof: (smsCode: string) => Promise<void>;
}

/** Another WeChat is bound already: a code to the registered phone proves that it is the learner himself. */
export function ProofStep({ account, words, phoneMasked, onProof }: ProofStepProps) {
  const [smsCode, setSmsCode] = useState('');
  const [error, setError] = useState<string>();
  const [until, setUntil] = useState<number>();
  const seconds = useCountdown(until);
  const send = async () => {
    const { retryAfter } = await api.bindings.sendBindingCode({ account });
    setUntil(Date.now() + retryAfter * 1000);
    tell(`验证码已发送到 ${phoneMasked}`);
  };
  const go = async () => {
    if (!/^\d{6}$/.test(smsCode.trim())) {
      setError('请输入短信中的6位验证码');
      return;
    }
    try {
      await onProof(smsCode.trim());
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.code !== 'SMS_CODE_INVALID') {
        throw failure;
      }
      setError(failure.message);
    }
  };
  return (
    <>
      <Notice tone="info">{words}。新的微信绑定后，原来的微信不再收到消息。</Notice>
      <View className="gap-m">
        <SmsHint />
        <TextField
          id="field-smsCode"
          label={`短信验证码（发送到 ${phoneMasked}）`}
          required
          type="number"
          maxLength={6}
          value={smsCode}
          onChange={(text) => {
            setSmsCode(text);
            setError(undefined);
          }}
          placeholder="6位数字"
          error={error}
          aside={
            <Button id="proof-send" kind="quiet" size="small" inline disabled={seconds > 0} onPress={send}>
              {seconds > 0 ? `${seconds} 秒后重发` : '获取验证码'}
            </Button>
          }
        />
        <Button id="proof-go" onPress={go}>
          下一步
        </Button>
      </View>
    </>
  );
}
