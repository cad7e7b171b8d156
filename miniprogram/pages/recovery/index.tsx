import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { TextField } from '@/components/field/textField';
import { NewPasswordFields } from '@/components/new-password/newPassword';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { SmsHint } from '@/components/sms-hint/smsHint';
import { type Recovery, useRecovery, WAYS, type Way } from './useRecovery';
import './index.scss';

/** 忘记密码 of a learner: prove who it is by one of two ways, then a code by SMS and a new password. */
export default function RecoveryPage() {
  const recovery = useRecovery();
  return (
    <Page className="recovery">
      <View className="recovery__ways">
        <Chips
          options={(Object.keys(WAYS) as Way[]).map((value) => ({ value, label: WAYS[value] }))}
          value={recovery.way}
          onChange={recovery.setWay}
        />
      </View>
      <Card>
        {recovery.way === 'idNo' ? <ByIdNo recovery={recovery} /> : <ByPersonnelNo recovery={recovery} />}
        <Button
          id="recovery-ask"
          kind={recovery.isAsked ? 'secondary' : 'primary'}
          disabled={recovery.seconds > 0}
          onPress={recovery.ask}
        >
          {askWords(recovery)}
        </Button>
      </Card>
      {recovery.isAsked ? <NewPasswordCard recovery={recovery} /> : null}
      <View className="recovery__help">
        <View className="recovery__line">不填表也可以：在公众号中发送“kj 身份证号码”，按提示找回。</View>
        <View className="recovery__line">
          手机号已停用的，用绑定过的微信打开继教通即可直接登录，再到“我的”中更换手机号。单位账号请联系上级卫生健康行政部门重置。
        </View>
      </View>
    </Page>
  );
}

function askWords({ isSolving, seconds, isAsked }: Recovery): string {
  if (isSolving) {
    return '正在进行安全验证…';
  }
  if (seconds > 0) {
    return `${seconds} 秒后可重新获取`;
  }
  return isAsked ? '重新获取验证码' : '获取短信验证码';
}

function ByIdNo({ recovery: { form, errors, change } }: { recovery: Recovery }) {
  return (
    <>
      <TextField
        id="field-name"
        label="姓名"
        required
        value={form.name}
        onChange={(name) => change({ name })}
        placeholder="与身份证一致"
        error={errors.name}
      />
      <TextField
        id="field-idNo"
        label="身份证号码"
        required
        type="idcard"
        maxLength={40}
        value={form.idNo}
        onChange={(idNo) => change({ idNo })}
        placeholder="18位身份证号码"
        error={errors.idNo}
      />
      <TextField
        id="field-phone"
        label="手机号"
        required
        type="tel"
        maxLength={20}
        value={form.phone}
        onChange={(phone) => change({ phone })}
        placeholder="注册时登记的手机号"
        error={errors.phone}
      />
    </>
  );
}

function ByPersonnelNo({ recovery: { form, errors, change } }: { recovery: Recovery }) {
  return (
    <>
      <TextField
        id="field-personnelNo"
        label="医通卡号"
        required
        type="number"
        maxLength={20}
        value={form.personnelNo}
        onChange={(personnelNo) => change({ personnelNo })}
        placeholder="10位数字"
        error={errors.personnelNo}
      />
      <TextField
        id="field-last4"
        label="证件号码后4位"
        required
        type="idcard"
        maxLength={4}
        value={form.last4}
        onChange={(last4) => change({ last4 })}
        placeholder="身份证号码最后4位"
        error={errors.last4}
      />
    </>
  );
}

function NewPasswordCard({ recovery }: { recovery: Recovery }) {
  const { form, errors, change, password, recover } = recovery;
  return (
    <Card title="设置新密码">
      <View className="recovery__sent">
        <Notice tone="info" id="recovery-sent">
          如果填写的信息与登记的一致，验证码已发送到登记的手机，10分钟内有效。
        </Notice>
      </View>
      <SmsHint />
      <TextField
        id="field-smsCode"
        label="短信验证码"
        required
        type="number"
        maxLength={6}
        value={form.smsCode}
        onChange={(smsCode) => change({ smsCode })}
        placeholder="6位数字"
        error={errors.smsCode}
      />
      <NewPasswordFields {...password.fields} />
      <Button id="recovery-submit" onPress={recover}>
        保存新密码
      </Button>
    </Card>
  );
}
