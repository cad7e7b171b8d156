import { ApiError } from '@common/contract/errors';
import { isPhone, normalisePhone } from '@common/rules/phone';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/textField';
import { Icon } from '@/components/icon/icon';
import { useCountdown } from '@/hooks/useCountdown';
import { tell } from '@/services/feedback';
import type { PhoneErrors, PhoneProof } from '@/services/phoneProof';
import { api } from '@/services/session';
import './phoneFields.scss';

type Touched = keyof PhoneErrors;

interface PhoneFieldsProps {
  proof: PhoneProof;
  errors: PhoneErrors;
  /** Changes parts; what was wrong with `touched` is forgotten. */
  onChange: (part: Partial<PhoneProof>, ...touched: Touched[]) => void;
  /** A field is left: the time to check it. */
  onLeave: (field: Touched) => void;
  /** What the server found wrong with the number. */
  onPhoneError: (message: string) => void;
  /** Asks for the code; the registration's where not given. */
  sendCode?: (given: { phone: string }) => Promise<{ retryAfter: number }>;
}

/** 手机号: by WeChat's button where there is one, or typed and confirmed by a code. */
export function PhoneFields(props: PhoneFieldsProps) {
  return props.proof.phoneWay === 'wechat' ? <WechatPhone {...props} /> : <SmsPhone {...props} />;
}

function WechatPhone({ proof, errors, onChange }: PhoneFieldsProps) {
  const take = (phoneCode: string | null) => {
    if (phoneCode) {
      onChange({ phoneCode }, 'phoneCode');
    } else {
      tell('没有获取到手机号，可以改用短信验证');
    }
  };
  return (
    <Field id="field-phoneCode" label="手机号" required error={errors.phoneCode}>
      {proof.phoneCode ? (
        <View className="field__box phone-done" id="phone-done">
          <Icon name="check" size={20} color={theme.color.done} />
          <View className="grow">已获取微信绑定的手机号</View>
        </View>
      ) : (
        <Button id="phone-wechat" kind="secondary" onPhoneCode={take}>
          微信一键获取手机号
        </Button>
      )}
      <Button
        id="phone-to-sms"
        kind="quiet"
        size="small"
        onPress={() => onChange({ phoneWay: 'sms' }, 'phoneCode')}
      >
        改用短信验证
      </Button>
    </Field>
  );
}

function SmsPhone({
  proof,
  errors,
  onChange,
  onLeave,
  onPhoneError,
  sendCode = api.accounts.sendSmsCode,
}: PhoneFieldsProps) {
  const [until, setUntil] = useState<number>();
  const seconds = useCountdown(until);
  const send = async () => {
    if (!isPhone(proof.phone)) {
      onLeave('phone');
      return;
    }
    try {
      const { retryAfter } = await sendCode({ phone: normalisePhone(proof.phone) });
      onChange({}, 'smsCode');
      setUntil(Date.now() + retryAfter * 1000);
      tell('验证码已发送，10分钟内有效');
    } catch (error) {
      if (!(error instanceof ApiError) || error.field !== 'phone') {
        throw error;
      }
      onPhoneError(error.message);
    }
  };
  return (
    <>
      <TextField
        id="field-phone"
        label="手机号"
        required
        type="tel"
        maxLength={20}
        value={proof.phone}
        onChange={(phone) => onChange({ phone }, 'phone')}
        onBlur={() => onLeave('phone')}
        placeholder="11位手机号"
        error={errors.phone}
      />
      <TextField
        id="field-smsCode"
        label="短信验证码"
        required
        type="number"
        maxLength={6}
        value={proof.smsCode}
        onChange={(smsCode) => onChange({ smsCode }, 'smsCode')}
        placeholder="6位数字"
        error={errors.smsCode}
        aside={
          <Button id="sms-send" kind="quiet" size="small" inline disabled={seconds > 0} onPress={send}>
            {seconds > 0 ? `${seconds} 秒后重发` : '获取验证码'}
          </Button>
        }
      />
      {process.env.TARO_ENV === 'weapp' ? (
        <Button
          kind="quiet"
          size="small"
          onPress={() => onChange({ phoneWay: 'wechat' }, 'phone', 'smsCode')}
        >
          改用微信一键获取
        </Button>
      ) : null}
    </>
  );
}
